"""第十二条：资产明显超过正常收入的，应当说明来源；按前后两年报告逐项相加，看资产净增与已知来源相差多少。"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from declare.items.choices import EstateExit, EstateSource, FilingKind, LendingSide, Relation
from declare.items.filing import Closing, Filing
from declare.items.labour_income import LabourIncome
from declare.items.overseas_assets import DepositAbroad
from declare.items.private_lending import PrivateLending
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.items.wages import Wages
from declare.law import R17, XF, Dated, Text
from declare.rules.balance import Balance, balance, ceiling, cents, income
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on

MARGIN = Dated(
    "C05.margin",
    {"2017-02-08": 100},
    basis=None,
    checked="2026-11-01",
    title=Text("允许的差额", "Gap that is let pass"),
    unit=Text("万元", "10,000 yuan"),
)
MARGIN_IN_INCOMES = Dated(
    "C05.margin_in_incomes",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("允许的差额相当于年收入的", "Gap that is let pass, in yearly incomes"),
    unit=Text("倍", "×"),
)

OPENING = Text("上年持有", "Held a year ago")
INCOME = Text("收入", "Income")
DISPOSALS = Text("处置房产", "Homes disposed of")
RECEIVED = Text("受赠和继承", "Gifts and inheritance")
LOANS = Text("借入", "Borrowed")
PURCHASES = Text("购房", "Homes bought")
EXPECTED = Text("应有", "Expected")
CLOSING = Text("本年持有", "Held now")
GAP = Text("差额", "Gap")


@rule(
    "C05",
    Text("资产净增明显超过已知来源", "Assets grew far beyond known sources"),
    severity=4,
    basis=(R17.article(12), XF.article(395)),
    audience=REVIEWER,
    says=Text(
        "与上年相比，投资等净增{growth}万元、购房{purchases}万元；收入{income}万元（有配偶的按两倍计）、处置房产{disposals}万元、"
        "受赠和继承{received}万元、借入{loans}万元，相差{gap}万元，请说明来源。",
        "Since last year holdings grew by {growth} and homes cost {purchases}, against income of {income} (doubled where there "
        "is a spouse), {disposals} from homes disposed of, {received} in gifts and inheritance and {loans} borrowed: "
        "{gap} remain (all in 10,000 yuan). Please explain the sources.",
    ),
    thresholds=(MARGIN, MARGIN_IN_INCOMES),
)
def growth(facts: Facts) -> Iterator[Found]:
    """Growth of the household's net worth beyond what the reports explain, by more than the margin."""
    if not facts.annual or facts.last_year is None:
        return
    earned = income(facts)
    margin = max(Decimal(value_on(MARGIN, facts.filed_on)), value_on(MARGIN_IN_INCOMES, facts.filed_on) * earned)
    year = balance(facts) if ceiling(facts) - earned > margin else None
    if year is None:
        return
    gap = year.grown + year.lent + year.paid - year.income - year.disposals - year.received - year.borrowed
    if gap <= margin:
        return
    yield finding(
        None,
        also=tuple((home, "price") for home in year.bought),
        tables=tuple(table for table, gain in year.gains.items() if gain > 0),
        thresholds=(MARGIN, MARGIN_IN_INCOMES),
        steps=_steps(year, gap),
        growth=cents(year.grown + year.lent),
        purchases=cents(year.paid),
        income=cents(year.income),
        disposals=cents(year.disposals),
        received=cents(year.received),
        loans=cents(year.borrowed),
        gap=cents(gap),
    )


def _steps(year: Balance, gap: Decimal) -> tuple[tuple[Text, Decimal], ...]:
    """The waterfall: what was held and what came in, less homes bought, gives what should be held; then what is, and the gap.

    What was held is at today's prices, so that rising prices are no income.
    """
    opening = year.held - year.grown - year.lent
    sources = year.income + year.disposals + year.received + year.borrowed
    steps = (
        (OPENING, opening),
        (INCOME, year.income),
        (DISPOSALS, year.disposals),
        (RECEIVED, year.received),
        (LOANS, year.borrowed),
        (PURCHASES, -year.paid),
        (EXPECTED, opening + sources - year.paid),
        (CLOSING, year.held),
        (GAP, gap),
    )
    return tuple((label, cents(amount)) for label, amount in steps)


_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_NONE = (Stock, Fund, Insurance, DepositAbroad, PrivateLending, RealEstate)
_LAST = report(Wages(total=num("20.00")), year=2024, none=_NONE, family=(_SPOUSE,))


def _year(
    *entries: Entry,
    wages: str = "20.00",
    family: tuple[Member, ...] = (_SPOUSE,),
    other_matters: str = "",
    kind: FilingKind = FilingKind.ANNUAL,
) -> Filing:
    none = tuple(table for table in _NONE if not any(isinstance(entry, table) for entry in entries))
    closing = Closing(promise=True, other_matters=other_matters)
    return report(Wages(total=num(wages)), *entries, none=none, family=family, closing=closing, kind=kind)


def _last(*entries: Entry, family: tuple[Member, ...] = (_SPOUSE,)) -> Filing:
    none = tuple(table for table in _NONE if not any(isinstance(entry, table) for entry in entries))
    return report(*entries, year=2024, none=none, family=family)


def _home(
    price: str, funding: str = "", *, source: EstateSource | None = EstateSource.BOUGHT, owner: str = "self"
) -> RealEstate:
    return RealEstate(
        owners=(owner,), certificate="一证", source=source, price=num(price), funding=funding, traded="2025-06"
    )


def _sold(price: str, month: str = "2025-06") -> RealEstate:
    return RealEstate(
        owners=("self",), certificate="旧证", exit=EstateExit.SOLD, exit_date=month, exit_price=num(price)
    )


def _stock(quantity: int, value: str, holder: str = "self") -> Stock:
    return Stock(holder=holder, code="600000", quantity=quantity, value=num(value))


def _loan(side: LendingSide, amount: str, since: str = "2025-06-01") -> PrivateLending:
    return PrivateLending(who="self", side=side, amount=num(amount), since=day(since))


_OLD = RealEstate(owners=("self",), certificate="旧证", price=num("80.00"))
_BORROWED, _LENT = LendingSide

growth.cases(
    flagged("购房161万元，收入按40万元计", _year(_home("160.01")), _LAST, at=("price",)),
    silent("差额正好是三倍收入120万元", _year(_home("160.00")), _LAST),
    silent("没有上年报告", _year(_home("400.00"))),
    silent("补充报告不比较", _year(_home("400.00"), kind=FilingKind.CHANGE), _LAST),
    silent("收入少时，差额正好100万元", _year(_home("120.00"), wages="10.00"), _LAST),
    flagged("收入少时，差额多一分", _year(_home("120.01"), wages="10.00"), _LAST),
    silent("没有配偶，差额正好100万元", _year(_home("120.00"), family=()), _LAST),
    flagged("没有配偶，收入不加倍", _year(_home("120.01"), family=()), _LAST),
    silent("劳务所得计入收入", _year(_home("200.00"), LabourIncome(total=num("5.00"))), _LAST),
    silent("资金来源说明写了金额，余下的部分相符", _year(_home("360.00", "出售旧房200万元")), _LAST),
    flagged("说明的金额少一分", _year(_home("360.01", "出售旧房200万元")), _LAST),
    flagged("说明了来源但没有金额", _year(_home("360.00", "历年积蓄")), _LAST),
    silent("说明的金额超过房价，不抵别处", _year(_home("100.00", "贷款300万元")), _LAST),
    flagged(
        "一处说明的金额不抵另一处",
        _year(_home("10.00", "贷款300万元"), structs.replace(_home("200.00"), certificate="二证")),
        _LAST,
        at=("price", "price"),
    ),
    silent("继承所得", _year(_home("400.00", source=EstateSource.INHERITED)), _LAST),
    silent("受赠所得", _year(_home("400.00", source=EstateSource.GIFT)), _LAST),
    flagged("来源为其他", _year(_home("400.00", source=EstateSource.OTHER)), _LAST),
    silent("上年已有的房产", _year(_home("400.00")), _last(_home("400.00"))),
    silent("新配偶带来的房产", _year(_home("400.00", owner="sp")), _last(family=())),
    flagged("配偶上年已在家庭中", _year(_home("400.00", owner="sp")), _LAST),
    silent("出售旧房所得正好相抵", _year(_home("360.00"), _sold("200.00")), _last(_OLD)),
    flagged("出售旧房所得少一分", _year(_home("360.00"), _sold("199.99")), _last(_OLD)),
    silent("次年一月出售", _year(_home("360.00"), _sold("200.00", "2026-01")), _last(_OLD)),
    flagged("上年以前出售", _year(_home("360.00"), _sold("200.00", "2024-12")), _last(_OLD)),
    silent("本年借入相抵", _year(_home("360.00"), _loan(_BORROWED, "200.00")), _LAST),
    flagged(
        "上年已借入的不再相抵", _year(_home("360.00"), _loan(_BORROWED, "200.00")), _last(_loan(_BORROWED, "200.00"))
    ),
    silent(
        "上年没有答借贷表，本年借入",
        _year(_home("360.00"), _loan(_BORROWED, "200.00", "2025-01-01")),
        report(year=2024, none=(RealEstate,), family=(_SPOUSE,)),
    ),
    flagged(
        "上年没有答借贷表，以前借入",
        _year(_home("360.00"), _loan(_BORROWED, "200.00", "2024-12-31")),
        report(year=2024, none=(RealEstate,), family=(_SPOUSE,)),
    ),
    flagged("借出也是支出", _year(_loan(_LENT, "160.01")), _LAST, says="投资等净增160.01万元"),
    silent("借出正好相符", _year(_loan(_LENT, "160.00")), _LAST),
    silent("收回借款后购房", _year(_home("360.00")), _last(_loan(_LENT, "200.00"))),
    flagged("还清借款也是支出", _year(_home("100.00")), _last(_loan(_BORROWED, "60.01"))),
    silent("还清借款，正好相符", _year(_home("100.00")), _last(_loan(_BORROWED, "60.00"))),
    silent("其他事项说明继承所得", _year(_home("360.00"), other_matters="继承父亲存款200万元。"), _LAST),
    flagged("其他事项的金额与继承无关", _year(_home("360.00"), other_matters="继承老屋。单位捐款200万元"), _LAST),
    flagged("新增股票", _year(_stock(100, "160.01")), _LAST, at=("stocks",)),
    silent("新增股票，正好相符", _year(_stock(100, "160.00")), _LAST),
    silent("持股未变，市值上涨", _year(_stock(100, "900.00")), _last(_stock(100, "300.00"))),
    flagged("增持一倍，按现价计", _year(_stock(200, "400.00")), _last(_stock(100, "10.00"))),
    silent("卖出股票后购房", _year(_home("360.00")), _last(_stock(100, "200.00"))),
    silent("新配偶持有的股票", _year(_stock(100, "400.00", "sp")), _last(family=())),
    flagged(
        "新增基金", _year(Fund(holder="sp", code="000001", units=num("100"), value=num("160.01"))), _LAST, at=("funds",)
    ),
    flagged("新缴保费", _year(Insurance(holder="sp", paid=num("160.01"))), _LAST, at=("insurance",)),
    flagged(
        "境外人民币存款",
        _year(DepositAbroad(holder="sp", currency="CNY", amount=num("160.01"))),
        _LAST,
        at=("deposits_abroad",),
    ),
    silent("境外美元存款不折算", _year(DepositAbroad(holder="sp", currency="USD", amount=num("400.00"))), _LAST),
)
