"""属上级党委（党组）管理的领导干部，报告应由本单位主要负责人阅签后再转交。"""

from collections.abc import Iterator

from declare.items.filing import Basic, FilingKind, SignedOff
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, day, flagged, person, report, silent, unit
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
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
    manager, own = facts.subject.managed_by, facts.subject.unit or facts.basic.unit
    if not manager or not own:
        return False
    home = facts.around.unit(own)
    names = (own, home.code, home.name) if home else (own,)
    return not any(reads_same(manager, name) for name in names)


_ABOVE = person(DECLARANT_ID, unit="JD", managed_by="ZD")
_SIGNED = SignedOff(by="李", on=day("2026-01-21"))
_HOME = unit("JD", "江东支队", parent="ZD")

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
)
