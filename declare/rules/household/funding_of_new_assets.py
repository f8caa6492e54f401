"""第十二条：资产明显超过正常收入的应当说明来源；本年购房和新增持有超过收入、处置、借入之和较多的，请说明资金来源。"""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from msgspec import structs

from declare.items.choices import EstateExit, EstateSource, LendingSide, Relation
from declare.items.filing import Filing, FilingKind, Member
from declare.items.labour_income import LabourIncome
from declare.items.overseas_assets import DepositAbroad
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.items.wages import Wages
from declare.law import R17, XF, Dated, Text
from declare.rules.balance import income
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.funding import stated
from declare.rules.holdings import held, net_new

MARGIN = Dated(
    "B25.margin",
    {"2017-02-08": 100},
    basis=None,
    checked="2026-11-01",
    title=Text("允许的差额", "Gap that is let pass"),
    unit=Text("万元", "10,000 yuan"),
)
MARGIN_IN_INCOMES = Dated(
    "B25.margin_in_incomes",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("允许的差额相当于年收入的", "Gap that is let pass, in yearly incomes"),
    unit=Text("倍", "×"),
)
EXPLAINED = Dated(
    "B25.explained_percent",
    {"2017-02-08": 90},
    basis=None,
    checked="2026-11-01",
    title=Text("说明的资金至少占房价的百分比", "Share of the price that the stated funds must cover"),
    unit=Text("%", "%"),
)

NOTHING = Decimal(0)
BOUGHT = EstateSource.BOUGHT


@rule(
    "B25",
    Text("新增资产来源待说明", "New assets: source of funds to explain"),
    severity=(2, 3),
    basis=(R17.article(12), XF.article(395)),
    audience=DECLARANT,
    says=Text(
        "本年购房{purchases}万元、新增持有{holdings}万元；收入{income}万元（有配偶的按两倍计）、处置房产{disposals}万元、"
        "借入{loans}万元，相差{gap}万元，请说明资金来源。",
        "Homes bought for {purchases} and new holdings of {holdings} stand against income of {income} "
        "(doubled where there is a spouse), {disposals} from homes disposed of and {loans} borrowed: "
        "{gap} remain (all in 10,000 yuan). Please explain where the money came from.",
    ),
    thresholds=(MARGIN, MARGIN_IN_INCOMES, EXPLAINED),
)
def unexplained(facts: Facts) -> Iterator[Found]:
    """New assets beyond income, disposals and loans by more than the margin; silent without last year."""
    if facts.last_year is None or not facts.annual:
        return
    bought = _bought(facts)
    asked = [home for home in bought if not _explained(facts, home)]
    if bought and not asked:
        return
    purchases = sum((home.price or NOTHING for home in asked), NOTHING)
    earned = income(facts)
    margin = max(Decimal(value_on(MARGIN, facts.filed_on)), value_on(MARGIN_IN_INCOMES, facts.filed_on) * earned)
    if purchases + held(facts) - earned > margin:
        yield from _gap(facts, asked, purchases=purchases, earned=earned, margin=margin)


def _gap(
    facts: Facts, asked: list[RealEstate], *, purchases: Decimal, earned: Decimal, margin: Decimal
) -> Iterator[Found]:
    """The comparison, and the finding where the gap is beyond the margin."""
    gains = net_new(facts.filing, facts.last_year or facts.filing)
    holdings = max(NOTHING, sum(gains.values(), NOTHING))
    sold = (home.exit_price for home in facts.rows(RealEstate) if _in_year(home.exit_date, facts.year))
    disposals = sum((price for price in sold if price), NOTHING)
    loans = sum((loan.amount or NOTHING for loan in facts.rows(PrivateLending) if _borrowed(loan, facts)), NOTHING)
    gap = purchases + holdings - earned - disposals - loans
    if gap <= margin:
        return
    yield finding(
        None,
        also=tuple((home, "price") for home in asked),
        tables=tuple(table for table, gain in gains.items() if gain > 0),
        severity=2 if asked and all(home.funding.strip() for home in asked) else 3,
        thresholds=(MARGIN, MARGIN_IN_INCOMES, EXPLAINED),
        purchases=_cents(purchases),
        holdings=_cents(holdings),
        income=_cents(earned),
        disposals=_cents(disposals),
        loans=_cents(loans),
        gap=_cents(gap),
    )


def _cents(amount: Decimal) -> Decimal:
    """An amount with two decimals, as the form shows it."""
    return amount.quantize(Decimal("0.01"))


def _in_year(month: str, year: int) -> bool:
    """Whether a month lies in that year."""
    return month.startswith(f"{year:04}-")


def _bought(facts: Facts) -> list[RealEstate]:
    """The homes bought in the year reported on."""
    year = f"{facts.year:04}-"
    homes = facts.rows(RealEstate)
    return [home for home in homes if home.traded.startswith(year) and home.source is BOUGHT]


def _explained(facts: Facts, home: RealEstate) -> bool:
    """Whether the funding is given, and the amounts it names, if any, cover nearly all of the price."""
    if not home.funding.strip():
        return False
    amounts = stated(home.funding)
    return amounts is None or amounts * 100 >= (home.price or NOTHING) * value_on(EXPLAINED, facts.filed_on)


def _borrowed(loan: PrivateLending, facts: Facts) -> bool:
    """Whether a loan was taken in the year reported on."""
    return loan.side is LendingSide.BORROWED and loan.since is not None and loan.since.year == facts.year


_MARRIED = (Member(key="sp", relation=Relation.SPOUSE),)
_WAGES = Wages(total=num("20.00"))
_BEFORE = report(_WAGES, year=2024, none=(Stock, Fund, Insurance, DepositAbroad))


def _home(
    price: str, funding: str = "", *, traded: str = "2025-06", source: EstateSource = EstateSource.BOUGHT
) -> RealEstate:
    return RealEstate(source=source, traded=traded, price=num(price), funding=funding)


def _year(*entries: Entry, wages: str = "20.00", kind: FilingKind = FilingKind.ANNUAL) -> Filing:
    none = tuple(table for table in (Stock, Fund) if not any(isinstance(entry, table) for entry in entries))
    return report(Wages(total=num(wages)), *entries, family=_MARRIED, none=none, kind=kind)


def _loan(side: LendingSide, since: str) -> PrivateLending:
    return PrivateLending(side=side, amount=num("200.00"), since=day(since) if since else None)


def _stock(quantity: int | None, value: str, *, code: str = "600000") -> Stock:
    return Stock(holder="self", code=code, quantity=quantity, value=num(value))


_asks = partial(flagged, severity=3)
_SOLD = RealEstate(exit=EstateExit.SOLD, exit_date="2025-05", exit_price=num("200.00"))
_FUND = Fund(holder="self", code="000001", units=num("300.00"), value=num("360.00"))

unexplained.cases(
    _asks("购房360万元，夫妻收入按40万元计，资金来源未填", _year(_home("360.00")), _BEFORE),
    silent("差额正好是三倍收入120万元", _year(_home("160.00")), _BEFORE),
    _asks("差额多一分", _year(_home("160.01")), _BEFORE),
    silent("收入少时，差额正好100万元", _year(_home("120.00"), wages="10.00"), _BEFORE),
    _asks("收入少时，差额超过100万元一分", _year(_home("120.01"), wages="10.00"), _BEFORE),
    _asks("没有配偶，收入不加倍", report(_WAGES, _home("121.00")), _BEFORE),
    silent("没有配偶，差额正好100万元", report(_WAGES, _home("120.00")), _BEFORE),
    silent("没有上年报告", _year(_home("360.00"))),
    silent("上年只有补充报告", _year(_home("360.00")), report(_WAGES, year=2024, kind=FilingKind.CHANGE)),
    silent("补充报告不比较", _year(_home("360.00"), kind=FilingKind.CHANGE), _BEFORE),
    silent("资金来源已说明，未写金额", _year(_home("360.00", "出售父母住房所得")), _BEFORE),
    silent("说明的金额正好九成", _year(_home("360.00", "出售旧房200万元，公积金贷款1,240,000元")), _BEFORE),
    flagged(
        "说明的金额不到九成",
        _year(_home("360.00", "出售旧房200万元，贷款123万元")),
        _BEFORE,
        severity=2,
        at=("price",),
        says="借入0.00万元",
    ),
    _asks("资金来源只填了空格", _year(_home("360.00", " ")), _BEFORE),
    _asks("两处房产，一处未说明来源", _year(_home("360.00"), _home("300.00", "出售旧房200万元")), _BEFORE),
    silent("未说明的一处金额不大", _year(_home("15.00"), _home("300.00", "家庭积蓄")), _BEFORE),
    silent("上年以前购买", _year(_home("360.00", traded="2024-12")), _BEFORE),
    silent("次年购买", _year(_home("360.00", traded="2026-01")), _BEFORE),
    silent("继承所得", _year(_home("360.00", source=EstateSource.INHERITED)), _BEFORE),
    silent("本年出售旧房200万元", _year(_home("360.00"), _SOLD), _BEFORE),
    _asks("旧房是上年出售的", _year(_home("360.00"), structs.replace(_SOLD, exit_date="2024-12")), _BEFORE),
    silent("本年借入200万元", _year(_home("360.00"), _loan(LendingSide.BORROWED, "2025-01-01")), _BEFORE),
    _asks("上年借入", _year(_home("360.00"), _loan(LendingSide.BORROWED, "2024-12-31")), _BEFORE),
    _asks("借入时间未填", _year(_home("360.00"), _loan(LendingSide.BORROWED, "")), _BEFORE),
    _asks("借出不是来源", _year(_home("360.00"), _loan(LendingSide.LENT, "2025-05-01")), _BEFORE),
    silent("劳务所得计入收入", _year(_home("200.00"), LabourIncome(total=num("10.00"))), _BEFORE),
    _asks("新增股票360万元", _year(_stock(1000, "360.00")), _BEFORE),
    silent("持股未变，市值上涨", _year(_stock(1000, "900.00")), report(_stock(1000, "300.00"), year=2024)),
    _asks("持股增加一半，按现价180万元计", _year(_stock(1500, "540.00")), report(_stock(1000, "300.00"), year=2024)),
    silent(
        "卖出一只股票，买入另一只",
        _year(_stock(1000, "360.00", code="600036")),
        report(_stock(1000, "360.00"), year=2024),
    ),
    _asks("同一只股票分两项填", _year(_stock(500, "180.00"), _stock(500, "180.00")), _BEFORE),
    silent("上年未答股票表", _year(_stock(1000, "360.00")), report(_WAGES, year=2024)),
    silent("持股数量未填", _year(_stock(None, "360.00")), _BEFORE),
    silent("上年持股数量未填", _year(_stock(1000, "360.00")), report(_stock(None, "10.00"), year=2024)),
    _asks("新增基金360万元", _year(_FUND), _BEFORE),
    _asks("新缴保费360万元", _year(Insurance(holder="self", paid=num("360.00"))), _BEFORE),
    _asks("境外人民币存款360万元", _year(DepositAbroad(currency="CNY", amount=num("360.00"))), _BEFORE),
    silent("境外美元存款不折算", _year(DepositAbroad(currency="USD", amount=num("360.00"))), _BEFORE),
    _asks("减持股票不抵购房款", _year(_home("160.01"), _stock(0, "0.00")), report(_stock(10, "50.00"), year=2024)),
)
