"""操办婚丧喜庆事宜应按本地规定在事前、事后报告，丧事在事后报告；没有选定所在地的不核对。"""

from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import Ceremony
from declare.items.disclosures.choices import CeremonyKind
from declare.law import D15, D18, D23, LOCAL, Text
from declare.law.places import ceremonies_at, limit_at, limits_named
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, flagged, person, silent, told, unit
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.subject import Subject

BEFORE = ("before_working_days", "before_days")
AFTER = ("after_working_days", "after_days", "funeral_after_days")

TOO_LATE_AFTERWARDS = Text(
    "操办婚丧喜庆事宜应在{due}以前报告结果，没有按时报告，请核对并说明。",
    "The outcome of the family occasion was to be reported by {due} and was not reported in time. "
    "Please check and explain.",
)


@rule(
    "E19",
    Text("婚丧喜庆未按时报告", "Family occasion not reported in time"),
    severity=3,
    basis=(LOCAL.whole(), D23.article(100, verified=False), D18.article(91), D15.article(85)),
    audience=DECLARANT,
    says=Text(
        "操办婚丧喜庆事宜应在{due}以前报告，没有事前按时报告，请核对并说明。",
        "The family occasion was to be reported beforehand, by {due}, and was not reported in time. "
        "Please check and explain.",
    ),
    thresholds=limits_named(*BEFORE, *AFTER),
    reads=(Ceremony,),
    scope=PERSON,
)
def ceremony_reported_in_time(subject: Subject) -> Iterator[Found]:
    """Occasions reported too late, or not at all, before or after."""
    local = ceremonies_at(subject.place)
    if local is None:
        return
    for event in subject.each(Ceremony):
        if event.happened is None or event.kind is None:
            continue
        limits, funeral = value_on(local, event.happened), event.kind is CeremonyKind.FUNERAL
        before = None if funeral else limits.report_before(event.happened)
        after = limits.report_after(event.happened, funeral=funeral)
        if before and _reported_before(event, subject) > before:
            missed = () if after is None or _reported_after(event, subject) <= after else ("reported_after",)
            yield _late(event, "reported_before", *missed, place=subject.place, due=before)
        elif after and _reported_after(event, subject) > after:
            yield _late(event, "reported_after", place=subject.place, due=after)


def _late(event: Ceremony, *fields: str, place: str, due: date) -> Found:
    """One occasion, the reports that were late, and the last day of the first of them."""
    terms = {"reported_before": BEFORE, "reported_after": AFTER}
    used = (limit_at(place, key) for field in fields for key in terms[field])
    return finding(
        event,
        *fields,
        says=TOO_LATE_AFTERWARDS if fields == ("reported_after",) else None,
        on=event.happened,
        thresholds=tuple(term for term in used if term),
        due=due,
    )


def _reported_before(event: Ceremony, subject: Subject) -> date:
    """When it was announced; this disclosure is a report too."""
    return event.reported_before or subject.filed_on(event) or subject.today


def _reported_after(event: Ceremony, subject: Subject) -> date:
    """When its outcome was reported, today where it was not; a disclosure filed since the event is a report too."""
    filed = subject.filed_on(event) or date.min
    return event.reported_after or (filed if event.happened and filed >= event.happened else subject.today)


def _event(
    before: str = "",
    after: str = "",
    kind: CeremonyKind | None = CeremonyKind.WEDDING,
    *,
    filed_on: str = "2025-09-30",
    happened: str = "2025-06-21",
) -> Kept:
    event = Ceremony(
        happened=day(happened) if happened else None,
        kind=kind,
        reported_before=day(before) if before else None,
        reported_after=day(after) if after else None,
    )
    return told(event, filed_on=filed_on)


_FUNERAL = CeremonyKind.FUNERAL
_PERSON = person(DECLARANT_ID, unit="JD")

ceremony_reported_in_time.cases(
    silent("蒙山，事前第十个工作日和事后第十个工作日报告", _event("2025-06-09", "2025-07-04"), place="广西蒙山"),
    flagged("蒙山，事前少一个工作日", _event("2025-06-10", "2025-07-04"), place="广西蒙山", at=("reported_before",)),
    flagged("蒙山，事后多一个工作日", _event("2025-06-09", "2025-07-05"), place="广西蒙山", at=("reported_after",)),
    flagged(
        "蒙山，事前事后都晚，仍是一条",
        _event("2025-06-10", "2025-07-07"),
        place="广西蒙山",
        at=("reported_before", "reported_after"),
    ),
    flagged("蒙山，事前没有报告", _event("", "2025-07-04"), place="广西蒙山"),
    flagged("蒙山，满月酒也要事前报告", _event("2025-06-10", "2025-07-04", CeremonyKind.BIRTH), place="广西蒙山"),
    silent("蒙山，丧事没有事前期限", _event("", "2025-07-04", _FUNERAL), place="广西蒙山"),
    flagged("蒙山，丧事事后报告晚", _event("", "2025-07-05", _FUNERAL), place="广西蒙山"),
    silent("宝鸡，事前五个工作日、事后十日", _event("2025-06-16", "2025-07-01"), place="宝鸡"),
    flagged("宝鸡，事前少一个工作日", _event("2025-06-17", "2025-07-01"), place="宝鸡"),
    flagged("宝鸡，事后第十一日", _event("2025-06-16", "2025-07-02"), place="宝鸡"),
    silent("宝鸡，国庆放假不计工作日", _event("2025-09-29", "2025-10-20", happened="2025-10-12"), place="宝鸡"),
    flagged("宝鸡，国庆放假，晚报一日", _event("2025-09-30", "2025-10-20", happened="2025-10-12"), place="宝鸡"),
    silent(
        "宝鸡，登记本身在期限以内，事后不另报告",
        _event("2025-06-16", filed_on="2025-07-01"),
        today="2026-01-01",
        place="宝鸡",
    ),
    silent(
        "宝鸡，操办当日登记即是事后报告", _event("2025-06-16", filed_on="2025-06-21"), today="2026-01-01", place="宝鸡"
    ),
    flagged("宝鸡，登记晚于期限，事后没有报告", _event("2025-06-16", filed_on="2025-07-02"), place="宝鸡"),
    silent("宝鸡，事前登记即是报告，事后期限未到", _event(filed_on="2025-06-16"), today="2025-07-01", place="宝鸡"),
    flagged("宝鸡，事前登记已经晚了", _event(filed_on="2025-06-17"), today="2025-06-20", place="宝鸡"),
    flagged("宝鸡，事前登记，事后期限已过", _event(filed_on="2025-06-16"), today="2025-07-02", place="宝鸡"),
    flagged("宝鸡，当日登记不算事前报告", _event(filed_on="2025-06-21"), today="2025-06-21", place="宝鸡"),
    silent("融安，只有事前期限", _event("2025-06-18"), place="融安"),
    flagged("融安，事前少一个工作日", _event("2025-06-19"), place="融安"),
    silent("贺兰，事前七日", _event("2025-06-14"), place="宁夏贺兰"),
    flagged("贺兰，事前六日", _event("2025-06-15"), place="宁夏贺兰"),
    silent("贺兰，丧事事后七日", _event("", "2025-06-28", _FUNERAL), place="宁夏贺兰"),
    flagged("贺兰，丧事事后八日", _event("", "2025-06-29", _FUNERAL), place="宁夏贺兰"),
    silent("盱眙，丧事事后十五日", _event("", "2025-07-06", _FUNERAL), place="盱眙地税"),
    flagged("盱眙，事前九日", _event("2025-06-12"), place="盱眙地税"),
    flagged("所在地由单位确定", _event("2025-06-17", "2025-07-01"), unit("JD", "江东支队", site="宝鸡"), _PERSON),
    silent("所在地没有规定期限", _event(), place="湖南"),
    silent("没有选定所在地", _event()),
    silent("操办时间未填", _event("2025-06-17", happened=""), place="宝鸡"),
    silent("事宜未填", _event("2025-06-17", kind=None), place="宝鸡"),
)
