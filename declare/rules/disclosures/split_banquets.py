"""同一事宜不得分批、多次设宴。"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import Ceremony
from declare.items.disclosures.choices import CeremonyKind
from declare.items.folding import folded
from declare.law import D15, D18, D23, LOCAL, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.bursts import bursts
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.subject import Subject

WINDOW = Dated(
    "E21.window",
    {"2017-02-08": 60},
    basis=None,
    checked="2026-11-01",
    title=Text("计算的期间", "Period they are counted in"),
    unit=Text("天", "days"),
)
LEAST = 2


@rule(
    "E21",
    Text("同一事宜多次设宴请说明", "Several banquets for one occasion"),
    severity=4,
    basis=(D23.article(100, verified=False), D18.article(91), D15.article(85), LOCAL.whole()),
    audience=REVIEWER,
    says=Text(
        "为同一人的同一类事宜在{days}天内操办{times}次，请核对并说明。",
        "Occasions of one kind for one person were held {times} times within {days} days. Please check and explain.",
    ),
    thresholds=(WINDOW,),
    reads=(Ceremony,),
    scope=PERSON,
)
def split_banquets(subject: Subject) -> Iterator[Found]:
    """Runs of occasions of one kind for one person."""
    for events in _by_occasion(subject).values():
        days = value_on(WINDOW, _day(events[-1]))
        for run in bursts(events, _day, days=days, least=LEAST):
            first, *more = run
            yield finding(first, also=tuple(more), on=_day(first), thresholds=(WINDOW,), days=days, times=len(run))


def _by_occasion(subject: Subject) -> dict[tuple[CeremonyKind, str], list[Ceremony]]:
    """Occasions by kind and person; what is told twice of one day and place is one occasion."""
    found: dict[tuple[CeremonyKind, str], list[Ceremony]] = defaultdict(list)
    seen = set()
    for event in subject.each(Ceremony):
        if event.happened is None or event.kind is None or not event.for_whom:
            continue
        key = (event.kind, event.for_whom)
        held = (*key, event.happened, folded(event.place))
        if held not in seen:
            seen.add(held)
            found[key].append(event)
    return found


def _day(event: Ceremony) -> date:
    """The day of an occasion whose day is given."""
    return event.happened or date.min


def _event(
    happened: str,
    kind: CeremonyKind | None = CeremonyKind.WEDDING,
    for_whom: str = "c1",
    place: str = "江东大酒店",
) -> Kept:
    event = Ceremony(happened=day(happened) if happened else None, kind=kind, for_whom=for_whom, place=place)
    return told(event, filed_on="2025-12-31")


_ONE = _event("2025-05-01")

split_banquets.cases(
    silent("一次婚礼", _ONE),
    flagged("六十天内两次", _ONE, _event("2025-06-30"), at=("", "")),
    silent("相隔六十一天", _ONE, _event("2025-07-01")),
    flagged("三次，仍是一条", _ONE, _event("2025-05-10"), _event("2025-05-20"), at=("", "", "")),
    flagged("两段各两次，各一条", _ONE, _event("2025-05-02"), _event("2025-10-01"), _event("2025-10-02"), times=2),
    flagged("填报次序不同", _event("2025-05-10"), _ONE),
    silent("两个子女各一次", _ONE, _event("2025-05-10", for_whom="c2")),
    silent("婚礼和满月各一次", _ONE, _event("2025-05-10", CeremonyKind.BIRTH)),
    silent("同一日同一地点填报两次，是一次", _ONE, _event("2025-05-01", place="江东 大酒店")),
    flagged("同一日在两个地点", _ONE, _event("2025-05-01", place="和平饭店")),
    silent("当事人都未填", _event("2025-05-01", for_whom=""), _event("2025-05-10", for_whom="")),
    silent("事宜都未填", _event("2025-05-01", None), _event("2025-05-10", None)),
    silent("一次没有填时间", _ONE, _event("")),
)
