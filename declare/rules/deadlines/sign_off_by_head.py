"""属上级党委（党组）管理的领导干部，报告应由本单位主要负责人阅签后再转交。"""

from collections.abc import Iterator

from declare.items.filing import Basic, FilingKind, SignedOff
from declare.items.registries import RosterEntry
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, day, extract, flagged, person, report, silent, unit
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.own_rows import own
from declare.rules.wording import reads_same


@rule(
    "G07",
    Text("上级管理干部未阅签", "Report not read and signed by the head of the unit"),
    severity=2,
    basis=R17.article(7),
    audience=REVIEWER,
    says=Text(
        "报告人由上级管理，报告没有主要负责人的阅签，请核对。",
        "The declarant is managed by a higher body, and the report lacks the sign-off of the head of the unit. "
        "Please check.",
    ),
)
def sign_off(facts: Facts) -> Iterator[Found]:
    """Reports of those managed by a body other than their own unit that nobody signed off."""
    signed = facts.filing.signed_off
    if not (signed and (signed.by or signed.on)) and _managed_elsewhere(facts):
        yield finding(None)


def _managed_elsewhere(facts: Facts) -> bool:
    """Whether it is known who manages the declarant and that it is not the own unit, by code or by name."""
    manager, own_unit = _managed(facts)
    if not manager or not own_unit:
        return False
    home = facts.around.unit(own_unit)
    names = (own_unit, home.code, home.name) if home else (own_unit,)
    return not any(reads_same(manager, name) for name in names)


def _managed(facts: Facts) -> tuple[str, str]:
    """Who manages the declarant, and the unit: as entered for the person, else as the roster has them on the filing day."""
    subject, day = facts.subject, facts.filed_on
    here = subject.unit or facts.basic.unit
    if subject.managed_by:
        return subject.managed_by, here
    for row in own(subject, RosterEntry):
        if row.managed_by and (row.since or day) <= day <= (row.until or day):
            return row.managed_by, row.unit or here
    return "", here


_ABOVE = person(DECLARANT_ID, unit="JD", managed_by="ZD")
_SIGNED = SignedOff(by="李", on=day("2026-01-21"))
_HOME = unit("JD", "江东支队", parent="ZD")


def _listed(since: str = "", until: str = "", *, managed_by: str = "ZD", home: str = "JD") -> Kept:
    row = RosterEntry(
        subject=DECLARANT_ID,
        unit=home,
        managed_by=managed_by,
        since=day(since) if since else None,
        until=day(until) if until else None,
    )
    return extract(row)


sign_off.cases(
    flagged("上级管理，没有阅签", report(), _ABOVE),
    silent("上级管理，已阅签", report(signed_off=_SIGNED), _ABOVE),
    silent("阅签只写了人", report(signed_off=SignedOff(by="李")), _ABOVE),
    silent("阅签只写了时间", report(signed_off=SignedOff(on=day("2026-01-21"))), _ABOVE),
    flagged("阅签是空的", report(signed_off=SignedOff()), _ABOVE),
    flagged("变动报告也要阅签", report(kind=FilingKind.CHANGE), _ABOVE),
    silent("本单位管理", report(), person(DECLARANT_ID, unit="JD", managed_by="JD")),
    silent("本单位管理而有阅签", report(signed_off=_SIGNED), person(DECLARANT_ID, unit="JD", managed_by="JD")),
    silent("本单位管理，写的是名称", report(), person(DECLARANT_ID, unit="JD", managed_by="江东支队"), _HOME),
    silent("本单位以名称登记", report(), person(DECLARANT_ID, unit="江东支队", managed_by="JD"), _HOME),
    flagged("本单位以名称登记，上级管理", report(), person(DECLARANT_ID, unit="江东支队", managed_by="ZD"), _HOME),
    silent("没有管理单位", report(), person(DECLARANT_ID, unit="JD")),
    silent("没有人员记录", report(basic=Basic(unit="JD"))),
    silent("不知道所在单位", report(), person(DECLARANT_ID, managed_by="ZD")),
    flagged("所在单位只在报告中", report(basic=Basic(unit="JD")), person(DECLARANT_ID, managed_by="ZD")),
    flagged("管理单位只在名册中", report(), _listed()),
    silent("名册中由本单位管理", report(), _listed(managed_by="JD")),
    silent("人员记录优先于名册", report(), _listed(), person(DECLARANT_ID, unit="JD", managed_by="JD")),
    flagged("名册没有写单位", report(basic=Basic(unit="JD")), _listed(home="")),
    flagged("提交当日列入名册", report(filed_on="2026-01-20"), _listed("2026-01-20", "2026-01-20")),
    silent("提交时尚未列入名册", report(filed_on="2026-01-20"), _listed("2026-01-21")),
    silent("提交时已离开名册", report(filed_on="2026-01-20"), _listed("", "2026-01-19")),
    flagged("名册有两行，前一行没有管理单位", report(), _listed(managed_by=""), _listed()),
)
