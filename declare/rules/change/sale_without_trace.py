"""出售房产所得的价款，一般会体现为购房、投资、出借或者还款；看不出去向的，请说明。"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import EstateExit, EstateSource, FilingKind, LendingSide
from declare.items.filing import Closing, Filing
from declare.items.overseas_assets import DepositAbroad
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.items.vehicles import Vehicle
from declare.law import R17, Dated, Text
from declare.rules.balance import ZERO, Balance, balance, cents, total
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.year_on_year import firms

LEAST = Dated(
    "C04.least",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("出售得款达到多少才看去向", "Proceeds from which on their use is looked at"),
    unit=Text("万元", "10,000 yuan"),
)
MATCHED = Dated(
    "C04.matched_percent",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("可见的用途至少占价款的百分比", "Share of the proceeds whose use must be visible"),
    unit=Text("%", "%"),
)
SPOKEN_OF = ("售房", "卖房", "房款", "出售", "售楼")
"""Words by which other matters speak of a sale."""


@rule(
    "C04",
    Text("出售价款无去向", "Where the proceeds of a sale went"),
    severity=2,
    basis=R17.article(12),
    audience=REVIEWER,
    says=Text(
        "报告年度内出售房产得款{proceeds}万元，购房、投资、出借和还款等可见的用途共{uses}万元，请说明价款去向。",
        "Homes sold in the year brought in {proceeds}, while homes bought, holdings, loans and repayments account for "
        "{uses} (10,000 yuan). Please explain where the proceeds went.",
    ),
    thresholds=(LEAST, MATCHED),
    reads=(RealEstate,),
)
def untraced(facts: Facts) -> Iterator[Found]:
    """Proceeds of the year's sales of which less than a share shows up again; silent without last year."""
    sold = [home for home in facts.rows(RealEstate) if _sold(home, facts.year)]
    year = balance(facts) if sold else None
    if year is None or any(word in facts.closing.other_matters for word in SPOKEN_OF):
        return
    proceeds = total(home.exit_price for home in sold)
    uses = _uses(facts, year)
    if proceeds >= value_on(LEAST, facts.filed_on) and uses * 100 < proceeds * value_on(MATCHED, facts.filed_on):
        yield finding(
            None,
            also=tuple((home, "exit_price") for home in sold),
            thresholds=(LEAST, MATCHED),
            proceeds=cents(proceeds),
            uses=cents(uses),
        )


def _sold(home: RealEstate, year: int) -> bool:
    """Whether a home was sold in that year."""
    return home.exit is EstateExit.SOLD and home.exit_date.startswith(f"{year:04}-")


def _uses(facts: Facts, year: Balance) -> Decimal:
    """What the money can have gone into: homes and cars, holdings, firms, loans made and loans paid back."""
    rises = (year.grown, year.lent, -year.borrowed)
    return _homes(facts) + _cars(facts) + _firms(facts) + total(max(ZERO, rise) for rise in rises)


def _homes(facts: Facts) -> Decimal:
    """Homes bought since the year before the sale began, for people often buy first and sell after."""
    since = f"{facts.year - 1:04}-01"
    bought = (home for home in facts.rows(RealEstate) if home.source in (EstateSource.BOUGHT, None))
    return total(home.price for home in bought if home.traded >= since)


def _cars(facts: Facts) -> Decimal:
    """Vehicles bought since the year began."""
    since = f"{facts.year:04}-01"
    return total(car.price for car in facts.rows(Vehicle) if car.bought >= since)


def _firms(facts: Facts) -> Decimal:
    """What was subscribed to firms beyond last year."""
    compared = firms(facts)
    rises = ((firm.subscribed or ZERO) - (before.subscribed or ZERO) for before, firm in compared.both)
    return total(firm.subscribed for firm in compared.new) + total(max(ZERO, rise) for rise in rises)


_SOLD = RealEstate(
    owners=("self",), certificate="一证", exit=EstateExit.SOLD, exit_date="2025-06", exit_price=num("200.00")
)
_HELD = RealEstate(owners=("self",), certificate="一证")
_NONE = (Stock, Fund, Insurance, DepositAbroad, PrivateLending, Business)
_LAST = report(_HELD, year=2024, none=_NONE)


def _year(
    *entries: Entry, sold: RealEstate = _SOLD, other_matters: str = "", kind: FilingKind = FilingKind.ANNUAL
) -> Filing:
    none = tuple(table for table in _NONE if not any(isinstance(entry, table) for entry in entries))
    return report(sold, *entries, none=none, kind=kind, closing=Closing(promise=True, other_matters=other_matters))


def _sale(**changes: object) -> RealEstate:
    return structs.replace(_SOLD, **changes)


def _bought(price: str, traded: str = "2025-08", source: EstateSource | None = EstateSource.BOUGHT) -> RealEstate:
    return RealEstate(certificate="二证", source=source, traded=traded, price=num(price))


def _loan(side: LendingSide, amount: str) -> PrivateLending:
    return PrivateLending(who="self", side=side, amount=num(amount), since=day("2025-07-01"))


def _firm(subscribed: str) -> Business:
    return Business(who="sp", company="江东和泰贸易有限公司", subscribed=num(subscribed))


untraced.cases(
    flagged("出售得款200万元，没有可见的用途", _year(), _LAST, at=("exit_price",)),
    silent("没有上年报告", _year()),
    silent("补充报告不比较", _year(kind=FilingKind.CHANGE), _LAST),
    *(
        silent(f"其他事项中写了“{words}”", _year(other_matters=words), _LAST)
        for words in ("去年售房", "卖房还债", "房款交子女", "出售旧居", "售楼合同")
    ),
    silent("正好一半用于购房", _year(_bought("100.00")), _LAST),
    flagged("用于购房的少于一半", _year(_bought("99.99")), _LAST),
    silent("出售前一年已购房", _year(_bought("200.00", "2024-01")), _LAST),
    flagged("更早购房", _year(_bought("200.00", "2023-12")), _LAST),
    silent("购房的来源没有填", _year(_bought("200.00", source=None)), _LAST),
    flagged("新增的是继承的房产", _year(_bought("200.00", source=EstateSource.INHERITED)), _LAST),
    flagged("正好50万元，没有用途", _year(sold=_sale(exit_price=num("50.00"))), _LAST),
    silent("不到50万元", _year(sold=_sale(exit_price=num("49.99"))), _LAST),
    silent("价款没有填", _year(sold=_sale(exit_price=None)), _LAST),
    silent("上年以前出售", _year(sold=_sale(exit_date="2024-12")), _LAST),
    silent("次年出售", _year(sold=_sale(exit_date="2026-01")), _LAST),
    silent("赠与他人", _year(sold=_sale(exit=EstateExit.GIVEN)), _LAST),
    silent("买入股票", _year(Stock(holder="self", code="600000", quantity=100, value=num("150"))), _LAST),
    silent("缴纳保费", _year(Insurance(holder="self", paid=num("150"))), _LAST),
    flagged("卖出股票", _year(), report(_HELD, Stock(holder="self", code="6", quantity=1, value=num("9")), year=2024)),
    silent("借出", _year(_loan(LendingSide.LENT, "120.00")), _LAST),
    flagged("又借入", _year(_loan(LendingSide.BORROWED, "120.00")), _LAST),
    silent("还清借款", _year(), report(_HELD, _loan(LendingSide.BORROWED, "120.00"), year=2024)),
    flagged("收回借出的款项", _year(), report(_HELD, _loan(LendingSide.LENT, "120.00"), year=2024)),
    silent("买车", _year(Vehicle(owner="self", bought="2025-01", price=num("110.00"))), _LAST),
    flagged("车是上年买的", _year(Vehicle(owner="self", bought="2024-12", price=num("110.00"))), _LAST),
    silent("配偶新投资企业", _year(_firm("100.00")), _LAST),
    silent("增加出资", _year(_firm("150.00")), report(_HELD, _firm("50.00"), year=2024)),
    flagged("出资没有增加", _year(_firm("150.00")), report(_HELD, _firm("150.00"), year=2024)),
    flagged("减少出资不抵购房", _year(_firm("50.00"), _bought("90.00")), report(_HELD, _firm("150.00"), year=2024)),
    silent("其他事项已说明", _year(other_matters="售房款存入银行，准备购房。"), _LAST),
    flagged("其他事项说的是别的", _year(other_matters="无"), _LAST),
    flagged(
        "两处合计，合为一条",
        report(_SOLD, _sale(certificate="三证"), none=_NONE),
        _LAST,
        at=("exit_price", "exit_price"),
    ),
)
