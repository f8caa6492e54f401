"""不得向管理服务对象借款，也不得与下属发生可能影响公正执行公务的借贷；对象是下属或者管理服务对象的，请说明。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind, LendingSide
from declare.items.filing import Basic
from declare.items.private_lending import PrivateLending
from declare.items.registries import Managed
from declare.law import D23, Text
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, THIRD_ID, flagged, person, report, silent, unit
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.posts import leads
from declare.rules.spelling import plain

MANAGED = Text(
    "民间借贷第{row}项的对象或者对象单位在本单位管理服务对象名单中，请核对并说明情况。",
    "The counterparty in row {row} of the private loans, or their unit, is on the list of bodies the unit manages. "
    "Please check and explain.",
)


@rule(
    "D06",
    Text("上下级借贷", "Loans between a leader and subordinates"),
    severity=4,
    basis=D23.article(99, verified=False),
    audience=REVIEWER,
    says=Text(
        "民间借贷第{row}项的对象是本单位或者下级单位的人员，请核对并说明情况。",
        "The counterparty in row {row} of the private loans serves in the declarant’s unit or one below it. "
        "Please check and explain.",
    ),
    reads=(PrivateLending,),
)
def in_line(facts: Facts) -> Iterator[Found]:
    """Loans to or from those the unit manages, and those who serve below the declarant."""
    for loan in facts.rows(PrivateLending):
        around = facts.around
        if around.manages(name=loan.counterparty) or around.manages(name=loan.counterparty_unit):
            yield finding(loan, "counterparty", says=MANAGED)
        elif _subordinate(facts, loan):
            yield finding(loan, "counterparty")


def _subordinate(facts: Facts, loan: PrivateLending) -> bool:
    """Whether the other side serves in a unit below, or in the unit the declarant leads."""
    around = facts.around
    who = around.who(loan.counterparty, loan.counterparty_unit)
    own, theirs = around.unit(facts.subject.unit), around.unit(around.home_of(who) if who else loan.counterparty_unit)
    if own is None or theirs is None or (who and plain(who) == plain(facts.declarant)):
        return False
    return around.below(theirs.code, own.code) or (theirs.code == own.code and leads(facts))


_UNITS = (
    unit("ZD", "江东消防救援总队"),
    unit("JD", "江东市消防救援支队", parent="ZD"),
    unit("ZH", "望江路消防救援站", parent="JD"),
)
_ME = person(DECLARANT_ID, name="甲", unit="JD")
_SCENE = (*_UNITS, _ME, person(OTHER_ID, name="乙", unit="ZH"), person(THIRD_ID, name="丙", unit="JD"))
_LOAN = PrivateLending(who="self", side=LendingSide.BORROWED, counterparty="乙", counterparty_unit="望江路消防救援站")
_HEAD, _STAFF = Basic(post="副支队长"), Basic(post="三级指挥长")
_BODY = (Managed(name="江东安达检测有限公司"),)


def _loan(counterparty: str, of: str = "") -> PrivateLending:
    return structs.replace(_LOAN, counterparty=counterparty, counterparty_unit=of)


in_line.cases(
    flagged("向下级单位人员借入", report(_LOAN), *_SCENE, at=("counterparty",)),
    flagged("借给下级单位人员", report(structs.replace(_LOAN, side=LendingSide.LENT)), *_SCENE),
    flagged("对象单位填编码", report(_loan("乙", "ZH")), *_SCENE),
    flagged("对象不在名册，单位是下级", report(_loan("丁", "望江路消防救援站")), *_SCENE),
    flagged("配偶的借贷", report(structs.replace(_LOAN, who="sp")), *_SCENE),
    silent("对象在上级单位", report(_loan("戊", "江东消防救援总队"), basic=_HEAD), *_SCENE),
    flagged("领导向本单位人员借入", report(_loan("丙", "江东市消防救援支队"), basic=_HEAD), *_SCENE),
    silent("不是领导，与本单位同事借贷", report(_loan("丙", "江东市消防救援支队"), basic=_STAFF), *_SCENE),
    silent("外单位人员", report(_loan("乙", "江东市第一中学"), basic=_HEAD), *_SCENE),
    silent("对象单位没有填", report(_loan("乙"), basic=_HEAD), *_SCENE),
    silent("填的是本人", report(_loan("甲", "江东市消防救援支队"), basic=_HEAD), *_SCENE),
    silent("本人单位不明", report(_LOAN, basic=_HEAD), *_UNITS),
    flagged("对象是管理服务对象", report(_loan("江东安达检测有限公司")), managed=_BODY, at=("counterparty",)),
    flagged("对象单位是管理服务对象", report(_loan("丁", "江东安达检测 有限公司")), managed=_BODY),
    silent("对象不在管理服务对象名单", report(_loan("海东书店")), managed=_BODY),
    flagged("补充报告填写的借贷", report(_LOAN, kind=FilingKind.CHANGE), *_SCENE),
    flagged("两笔", report(_LOAN, _loan("江东安达检测有限公司")), *_SCENE, managed=_BODY, times=2),
)
