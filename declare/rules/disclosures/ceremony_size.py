"""婚宴等的桌数、人数不得超过本地规定的上限，男女双方合办的另有上限；没有选定所在地的不核对。"""

from collections.abc import Iterator

from declare.items.disclosures import Ceremony
from declare.items.disclosures.choices import CeremonyKind
from declare.law import D15, D18, D23, LOCAL, Text
from declare.law.places import ceremonies_at, limit_at, limits_named
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

OVER = {
    "tables": Text("{tables_held}桌（本地上限{tables_limit}桌）", "{tables_held} tables (local limit {tables_limit})"),
    "persons": Text(
        "{persons_held}人（本地上限{persons_limit}人）", "{persons_held} persons (local limit {persons_limit})"
    ),
}
BOTH = ("tables", "persons")


@rule(
    "E20",
    Text("宴席规模超限", "Banquet above the local size"),
    severity=3,
    basis=(LOCAL.whole(), D23.article(100, verified=False), D18.article(91), D15.article(85)),
    audience=DECLARANT,
    says=Text("操办规模为{over}，请核对并说明。", "The occasion was held with {over}. Please check and explain."),
    thresholds=limits_named(*BOTH, *(f"{of}_{size}" for of in ("joint", "other") for size in BOTH)),
    reads=(Ceremony,),
    scope=PERSON,
)
def ceremony_size(subject: Subject) -> Iterator[Found]:
    """Weddings, and other celebrations where a place limits them, above the size of the place."""
    local = ceremonies_at(subject.place)
    if local is None:
        return
    for event in subject.each(Ceremony):
        if event.kind in (None, CeremonyKind.FUNERAL):
            continue
        happened = day_of(event, subject)
        of = _of(event)
        limits = value_on(local, happened)
        said = {size: (getattr(event, size), getattr(limits, of + size)) for size in BOTH}
        over = {size: pair for size, pair in said.items() if None not in pair and pair[0] > pair[1]}
        if over:
            yield finding(
                event,
                *over,
                says=_says(*over),
                on=happened,
                thresholds=tuple(dated for size in over if (dated := limit_at(subject.place, of + size))),
                **{f"{size}_held": held for size, (held, _) in over.items()},
                **{f"{size}_limit": limit for size, (_, limit) in over.items()},
            )


def _of(event: Ceremony) -> str:
    """Which of a place's sizes hold: those of weddings, of joint ones, of other celebrations."""
    if event.kind is not CeremonyKind.WEDDING:
        return "other_"
    return "joint_" if event.joint else ""


def _says(*sizes: str) -> Text:
    """The sentence for what is above its limit."""
    zh, en = "、".join(OVER[size].zh for size in sizes), ", ".join(OVER[size].en for size in sizes)
    return Text(ceremony_size.says.zh.replace("{over}", zh), ceremony_size.says.en.replace("{over}", en))


def _event(
    tables: int | None = None,
    persons: int | None = None,
    kind: CeremonyKind | None = CeremonyKind.WEDDING,
    *,
    joint: bool | None = None,
    happened: str = "2025-06-21",
) -> Kept:
    event = Ceremony(
        happened=day(happened) if happened else None, kind=kind, tables=tables, persons=persons, joint=joint
    )
    return told(event, filed_on="2025-06-25")


_BIRTHDAY = CeremonyKind.BIRTHDAY

ceremony_size.cases(
    silent("湖南，正好二十桌二百人", _event(20, 200), place="湖南"),
    flagged("湖南，二十一桌", _event(21, 200), place="湖南", at=("tables",)),
    flagged("湖南，二百零一人", _event(20, 201), place="湖南", at=("persons",)),
    flagged("湖南，桌数人数都超过，仍是一条", _event(21, 201), place="湖南", at=("tables", "persons")),
    silent("湖南，合办三十桌三百人", _event(30, 300, joint=True), place="湖南"),
    flagged("湖南，合办三十一桌", _event(31, 300, joint=True), place="湖南"),
    flagged("湖南，合办三百零一人", _event(30, 301, joint=True), place="湖南"),
    flagged("湖南，没有合办，二十一桌", _event(21, joint=False), place="湖南"),
    silent("湖南，生日没有上限", _event(50, 500, _BIRTHDAY), place="湖南"),
    silent("蒙山，生日十二桌一百二十人", _event(12, 120, _BIRTHDAY), place="广西蒙山"),
    flagged("蒙山，生日十三桌", _event(13, 120, _BIRTHDAY), place="广西蒙山"),
    flagged("蒙山，升学一百二十一人", _event(12, 121, CeremonyKind.SCHOOLING), place="广西蒙山"),
    silent("蒙山，丧事没有上限", _event(50, 500, CeremonyKind.FUNERAL), place="广西蒙山"),
    silent("融安，二十六桌，人数不限", _event(26, 999), place="融安"),
    flagged("融安，二十七桌", _event(27), place="融安"),
    flagged("泉州，合办二十六桌", _event(26, joint=True), place="泉州"),
    flagged("广西，十一桌", _event(11), place="广西"),
    flagged("贺兰，一百零一人", _event(10, 101), place="宁夏贺兰"),
    flagged("盱眙，十一桌", _event(11), place="盱眙地税"),
    flagged("安吉，二十一桌", _event(21), place="安吉"),
    silent("没有填桌数人数", _event(), place="湖南"),
    silent("事宜未填", _event(99, 999, None), place="湖南"),
    flagged("时间未填", _event(21, happened=""), place="湖南"),
    silent("没有选定所在地", _event(99, 999)),
    silent("所在地没有规定", _event(99, 999), place="江东"),
)
