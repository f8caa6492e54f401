"""登记在父母、兄弟姐妹名下而由本人居住的房产，或者出借资金用于他人名下购置的，请说明实际归属。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind, LendingSide, Relation
from declare.items.filing import Basic
from declare.items.private_lending import PrivateLending
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.law import D15, D18, D23, JS22, Text
from declare.rules.book import rule
from declare.rules.cases import OTHER_ID, THIRD_ID, day, extract, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.identity import same_place

NEAR = (Relation.PARENT, Relation.SIBLING)
"""Near relatives whose homes are not reported."""
ASSETS = (
    "购房",
    "买房",
    "首付",
    "房款",
    "购车",
    "买车",
    "购车款",
    "入股",
    "出资",
    "注册资本",
    "股权",
    "购铺",
    "商铺",
    "开公司",
    "办企业",
    "炒股",
    "购买",
)
"""Words by which the purpose of a loan speaks of something bought with it."""

LENT = Text(
    "民间借贷第{row}项借出的资金用于对方名下的购置或者投资，请说明实际归属。",
    "The money lent in row {row} of the private loans went into something held in another name. Please explain whose it really is.",
)


@rule(
    "D04",
    Text("资产归属请说明", "Please explain whose an asset is"),
    severity=3,
    basis=(
        JS22.whole(),
        D23.article(103, verified=False),
        D18.article(94, verified=False),
        D15.article(88, verified=False),
    ),
    audience=REVIEWER,
    says=Text(
        "登记在父母或者兄弟姐妹名下的一处房产与报告人家庭住址相同，请说明实际归属。",
        "A home registered to a parent, brother or sister is the declarant’s home address. Please explain whose it really is.",
    ),
    reads=(TitleRecord, PrivateLending),
)
def ownership(facts: Facts) -> Iterator[Found]:
    """Registered homes of parents and siblings the declarant lives in, and loans that bought something for others."""
    address = _home_address(facts)
    for key, title in facts.registered(TitleRecord) if address else ():
        member = facts.members.get(key)
        if (
            member is not None
            and member.relation in NEAR
            and _held(facts, title)
            and same_place(address, title.address)
            and not _declared(facts, title)
        ):
            yield finding(title, "address")
    for loan in facts.rows(PrivateLending):
        if loan.side is LendingSide.LENT and any(word in loan.purpose + loan.remark for word in ASSETS):
            yield finding(loan, "purpose", says=LENT)


def _home_address(facts: Facts) -> str:
    """Where the declarant lives, as this report or the last one that told it says."""
    told = (filing.basic.home_address for filing in (facts.filing, *facts.earlier))
    return next((address for address in told if address), "")


def _declared(facts: Facts, title: TitleRecord) -> bool:
    """Whether the home stands in the declarant's own report, as one held together with the parent or sibling does."""
    return any(same_place(home.address, title.address) for home in facts.standing(RealEstate))


def _held(facts: Facts, title: TitleRecord) -> bool:
    """Whether a home was registered by the filing day and is still held."""
    return title.state is not TitleState.SOLD and (title.registered is None or title.registered <= facts.filed_on)


_ADDRESS = "江东市望江路15号3幢801室"
_LIVES = Basic(home_address=_ADDRESS)
_FAMILY = (
    Member(key="f", relation=Relation.PARENT, id_number=OTHER_ID),
    Member(key="b", relation=Relation.SIBLING, id_number=THIRD_ID),
)
_MINE = report(basic=_LIVES, family=_FAMILY)
_TITLE = TitleRecord(subject=OTHER_ID, address=_ADDRESS, state=TitleState.HELD, registered=day("2018-05-01"))
_LOAN = PrivateLending(who="self", side=LendingSide.LENT, purpose="供其购房")


def _title(**changes: object) -> TitleRecord:
    return structs.replace(_TITLE, **changes)


ownership.cases(
    flagged("住在登记于父亲名下的房产", _MINE, extract(_TITLE, received="2026-03-01"), at=("address",)),
    flagged("住在登记于兄弟名下的房产", _MINE, extract(_title(subject=THIRD_ID), received="2026-03-01")),
    silent(
        "登记于配偶名下",
        report(basic=_LIVES, family=(Member(key="sp", relation=Relation.SPOUSE, id_number=OTHER_ID),)),
        extract(_TITLE, received="2026-03-01"),
    ),
    silent(
        "与父亲共有的住房已填报",
        report(RealEstate(owners=("self", "f"), address=_ADDRESS), basic=_LIVES, family=_FAMILY),
        extract(_TITLE, received="2026-03-01"),
    ),
    silent("登记于本人名下", _MINE, extract(_title(subject="11010519491231002X"), received="2026-03-01")),
    silent("不是家庭住址", _MINE, extract(_title(address="江东市望江路15号3幢802室"), received="2026-03-01")),
    flagged("地址写法不同", _MINE, extract(_title(address="望江路15号3栋801"), received="2026-03-01")),
    silent("已出售", _MINE, extract(_title(state=TitleState.SOLD), received="2026-03-01")),
    flagged("状态没有填", _MINE, extract(_title(state=None), received="2026-03-01")),
    flagged("登记在填报当日", _MINE, extract(_title(registered=day("2026-01-20")), received="2026-03-01")),
    silent("登记在填报次日", _MINE, extract(_title(registered=day("2026-01-21")), received="2026-03-01")),
    flagged("登记时间没有填", _MINE, extract(_title(registered=None), received="2026-03-01")),
    silent("家庭住址没有填", report(family=_FAMILY), extract(_TITLE, received="2026-03-01")),
    silent("登记的地址没有填", _MINE, extract(_title(address=""), received="2026-03-01")),
    flagged(
        "家庭住址在上一次报告里",
        report(family=_FAMILY),
        report(basic=_LIVES, family=_FAMILY, year=2024),
        extract(_TITLE, received="2026-03-01"),
    ),
    flagged("借出供他人购房", report(_LOAN), at=("purpose",)),
    *(flagged(f"借出用途为{word}", report(structs.replace(_LOAN, purpose=f"{word}用"))) for word in ASSETS),
    flagged("备注写明用途", report(structs.replace(_LOAN, purpose="周转", remark="对方买车"))),
    silent("借出用于看病", report(structs.replace(_LOAN, purpose="看病"))),
    silent("借入购房", report(structs.replace(_LOAN, side=LendingSide.BORROWED))),
    flagged("补充报告填写的借出", report(_LOAN, kind=FilingKind.CHANGE)),
    flagged("借出两笔", report(_LOAN, structs.replace(_LOAN, purpose="入股")), times=2),
)
