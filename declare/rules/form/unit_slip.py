"""金额以万元为单位填写：缩小一万倍后才与上年或者与正常房价相近的，可能把元填成了万元。"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import structs

from declare.items.businesses import Business
from declare.items.filing import Filing
from declare.items.labour_income import LabourIncome
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, table_of
from declare.items.wages import Wages
from declare.law import FORM, Dated, Text, by_day
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.likeness import Key, known_by, of_table

SLIP, CENT = 10_000, Decimal("0.01")


def _parameter(name: str, value: str, *, title: Text, unit: Text) -> Dated[Decimal]:
    """One of the four parameters of this rule."""
    steps = {"2017-02-08": Decimal(value)}
    return Dated(f"A11.{name}", steps, basis=None, checked="2026-11-01", title=title, unit=unit)


TIMES, PRICED = Text("倍", "×"), Text("元/平方米", "yuan a square metre")
_SLIPPED = Text("缩小一万倍后，至少为上年的", "Divided by 10,000, at least this many times last year")
_AT_MOST = Text("缩小一万倍后，至多为上年的", "Divided by 10,000, at most this many times last year")
_STATED = Text("所填单价高于此数才提示", "Only a stated price above this is pointed out")
_USUAL = Text("缩小一万倍后，单价至多为", "Divided by 10,000, a price of at most")
LEAST = _parameter("least_ratio", "0.2", title=_SLIPPED, unit=TIMES)
MOST = _parameter("most_ratio", "5", title=_AT_MOST, unit=TIMES)
STATED = _parameter("stated_yuan_per_square_metre", "1000000", title=_STATED, unit=PRICED)
USUAL = _parameter("most_yuan_per_square_metre", "300000", title=_USUAL, unit=PRICED)

AMOUNTS: dict[type[Entry], tuple[str, ...]] = {
    Wages: ("salary", "bonus", "other", "total"),
    LabourIncome: ("lecturing", "writing", "consulting", "reviewing", "art", "other", "total"),
    RealEstate: ("price", "exit_price"),
    Stock: ("value",),
    Fund: ("units", "value"),
    Insurance: ("paid",),
    Business: ("capital", "subscribed"),
}
"""The fields counted in tens of thousands, by table."""

READERS: dict[type[Entry], Callable[[Entry], Any]] = {entry: attrgetter(*fields) for entry, fields in AMOUNTS.items()}
"""How they are read: the one amount, or several."""
Before = dict[Key, Entry]


class Limits(NamedTuple):
    """The parameters of a day, ready to compare with: how many times last year's amount, how much a square metre."""

    floor: Decimal
    least: Decimal
    most: Decimal
    stated: Decimal
    usual: Decimal


@by_day
def limits(day: date) -> Limits:
    """The limits on that day; amounts have two decimals, so nothing below the floor can be a slip."""
    least, most = value_on(LEAST, day) * SLIP, value_on(MOST, day) * SLIP
    return Limits(CENT * least, least, most, value_on(STATED, day) / SLIP, value_on(USUAL, day))


LAST_YEAR = Text(
    "《{table}》第{row}项填写{stated}，上年为{before}，缩小一万倍后才相近，请核对单位（应为万元，份额为万份）。",
    "Row {row} of “{table}” states {stated}; last year it was {before}. The two come close only when divided by 10,000. "
    "Please check the unit, which is 10,000 yuan (for fund units, 10,000).",
)
PRICE = Text(
    "《{table}》第{row}项价格{price}万元、面积{area}平方米，缩小一万倍后才与一般房价相近，请核对单位（应为万元）。",
    "Row {row} of “{table}” has a price of {price} for {area} ㎡, which is usual only when divided by 10,000. "
    "Please check the unit, which is 10,000 yuan.",
)


@rule(
    "A11",
    Text("单位疑似填错(元/万元)", "Unit may have slipped (yuan for 10,000 yuan)"),
    severity=2,
    basis=FORM.whole(),
    audience=DECLARANT,
    says=LAST_YEAR,
    thresholds=(LEAST, MOST, STATED, USUAL),
    reads=tuple(AMOUNTS),
)
def unit_slip(facts: Facts) -> Iterator[Found]:
    """Amounts that fit last year's, or usual prices of homes, only when divided by 10,000."""
    limit, last = limits(facts.filed_on), facts.last_year
    for entry in READERS:
        rows = facts.told.get(entry)
        if not rows:
            continue
        before = _before(limit, entry, rows, last) if last else {}
        for row in rows if before or entry is RealEstate else ():
            if before or _dear(limit, row):
                yield from _slip(limit, row, before)


def _amounts(entry: type[Entry], rows: Iterable[Entry]) -> Iterator[Decimal]:
    """Every amount given, zero apart."""
    read = map(READERS[entry], rows)
    return filter(None, read if len(AMOUNTS[entry]) == 1 else chain.from_iterable(read))


def _before(limit: Limits, entry: type[Entry], rows: Sequence[Entry], last: Filing) -> Before:
    """Last year's rows by what they are known by, none where no amount rose enough to be a slip."""
    answer = answered(last, entry)
    if answer is None or answer.entries == rows:
        return {}
    largest = max(_amounts(entry, rows), default=CENT)
    least = min(_amounts(entry, answer.entries), default=None) if largest >= limit.floor else None
    if least is None or largest < least * limit.least:
        return {}
    return {key: row for row in reversed(answer.entries) for key in known_by(row)}


def _slip(limit: Limits, row: Entry, before: Before) -> Iterator[Found]:
    """A row whose amounts are ten thousand times too large."""
    last = next((before[key] for key in known_by(row) if key in before), None) if before else None
    fields = AMOUNTS[type(row)] if last else ()
    wrong = [field for field in fields if _slipped(limit, getattr(row, field), getattr(last, field))]
    if isinstance(row, RealEstate) and "price" not in wrong and _dear(limit, row):
        says = of_table(PRICE, table_of(RealEstate))
        yield finding(row, "price", *wrong, says=says, thresholds=(STATED, USUAL), price=row.price, area=row.area)
    elif wrong:
        says, stated, was = of_table(LAST_YEAR, table_of(type(row))), getattr(row, wrong[0]), getattr(last, wrong[0])
        yield finding(row, *wrong, says=says, thresholds=(LEAST, MOST), stated=stated, before=was)


def _slipped(limit: Limits, amount: Decimal | None, last: Decimal | None) -> bool:
    """Whether an amount, divided by 10,000, is near last year's."""
    if not amount or not last:
        return False
    return last * limit.least <= amount <= last * limit.most


def _dear(limit: Limits, home: Entry) -> bool:
    """Whether a price a square metre is beyond all homes, and usual when divided by 10,000."""
    if not isinstance(home, RealEstate) or home.price is None or home.area is None:
        return False
    return home.area * limit.stated < home.price <= home.area * limit.usual


def _home(
    price: str | None, *, area: str | None = "100.00", at: str = "和平路1号", certificate: str = "", sold: str = ""
) -> RealEstate:
    area_, price_, sold_ = (num(text) if text else None for text in (area, price, sold))
    return RealEstate(address=at, certificate=certificate, area=area_, price=price_, exit_price=sold_)


def _stock(value: str, *, code: str = "600000", holder: str = "self") -> Stock:
    return Stock(holder=holder, code=code, name="某股", value=num(value))


def _fund(units: str, value: str) -> Fund:
    return Fund(holder="self", code="000001", units=num(units), value=num(value))


def _firm(capital: str, subscribed: str, *, uscc: str = "", company: str = "甲公司") -> Business:
    return Business(who="sp", uscc=uscc, company=company, capital=num(capital), subscribed=num(subscribed))


def _bonus(bonus: str) -> Wages:
    return Wages(salary=num("18.00"), bonus=num(bonus))


def _labour(amount: str) -> LabourIncome:
    return structs.replace(LabourIncome(), **dict.fromkeys(AMOUNTS[LabourIncome], num(amount)))


def _policy(number: str, paid: str) -> Insurance:
    return Insurance(holder="sp", policy_number=number, paid=num(paid))


unit_slip.cases(
    silent("与上年相近", report(_bonus("3.20")), report(_bonus("3.00"), year=2024)),
    flagged("奖金填成了元", report(_bonus("31000.00")), report(_bonus("3.00"), year=2024), at=("bonus",)),
    silent("没有上年报告", report(_bonus("31000.00"))),
    silent("上年没有奖金", report(_bonus("31000.00")), report(_bonus("0.00"), year=2024)),
    silent("上年没有填奖金", report(_bonus("31000.00")), report(Wages(salary=num("18.00")), year=2024)),
    silent("本年没有填奖金", report(Wages(salary=num("20.00"))), report(_bonus("3.00"), year=2024)),
    silent("两年都是零", report(Wages(salary=num("20.00"), bonus=num("0"))), report(_bonus("0"), year=2024)),
    silent("再前一年的不比较", report(_bonus("31000.00")), report(_bonus("3.00"), year=2023)),
    flagged("正好是上年的0.2倍", report(_bonus("6000.00")), report(_bonus("3.00"), year=2024)),
    silent("不到上年的0.2倍", report(_bonus("5999.99")), report(_bonus("3.00"), year=2024)),
    flagged("正好是上年的5倍", report(_bonus("150000.00")), report(_bonus("3.00"), year=2024)),
    silent("超过上年的5倍", report(_bonus("150000.01")), report(_bonus("3.00"), year=2024)),
    silent("上年才是大数", report(_bonus("3.00")), report(_bonus("30000.00"), year=2024)),
    flagged(
        "几个分项都填成了元，合为一条",
        report(Wages(salary=num("180000"), bonus=num("30000"), other=num("5000"), total=num("215000"))),
        report(Wages(salary=num("18"), bonus=num("3"), other=num("0.5"), total=num("21.5")), year=2024),
        at=("salary", "bonus", "other", "total"),
        says="第1项填写180000，上年为18，",
    ),
    flagged("劳务所得填成了元", report(_labour("8000")), report(_labour("0.80"), year=2024), at=AMOUNTS[LabourIncome]),
    flagged("同一人同一股票", report(_stock("50000")), report(_stock("5.00"), year=2024), at=("value",)),
    flagged("没有代码的股票按名称", report(_stock("50000", code="")), report(_stock("5.00", code=""), year=2024)),
    silent("不同的股票", report(_stock("50000")), report(_stock("5.00", code="600001"), year=2024)),
    silent("不同的持有人", report(_stock("50000")), report(_stock("5.00", holder="sp"), year=2024)),
    flagged("基金份额填成了份", report(_fund("12000", "1.50")), report(_fund("1.20", "1.50"), year=2024)),
    flagged("基金净值填成了元", report(_fund("1.20", "15000")), report(_fund("1.20", "1.50"), year=2024)),
    flagged("同一保单", report(_policy("P1", "50000")), report(_policy("P1", "5"), year=2024), at=("paid",)),
    silent("不同的保单", report(_policy("P1", "50000")), report(_policy("P2", "5"), year=2024)),
    silent("没有保单号的不比较", report(_policy("", "50000")), report(_policy("", "5"), year=2024)),
    flagged(
        "同一企业，按信用代码",
        report(_firm("1000000", "30", uscc="9144030071526726XG", company="乙公司")),
        report(_firm("100", "30", uscc="9144030071526726xg"), year=2024),
    ),
    flagged(
        "售价填成了元",
        report(_home(None, sold="2400000")),
        report(_home(None, sold="240"), year=2024),
        at=("exit_price",),
    ),
    flagged("同一企业，按名称", report(_firm("100", "300000")), report(_firm("100", "30"), year=2024)),
    silent("不同的企业", report(_firm("1000000", "30", company="乙公司")), report(_firm("100", "30"), year=2024)),
    flagged(
        "同一房产，按证号",
        report(_home("900000", area=None, certificate="苏(1)", at="乙地")),
        report(_home("90", certificate="苏（1）"), year=2024),
    ),
    flagged("同一房产，按地址", report(_home("900000", area=None)), report(_home("90"), year=2024)),
    silent("不同的房产", report(_home("900000", area=None, at="乙地")), report(_home("90"), year=2024)),
    silent("房价正常", report(_home("240.00"))),
    flagged("房价填成了元", report(_home("2400000.00")), at=("price",)),
    silent("单价正好一百万元", report(_home("10000.00"))),
    flagged("单价超过一百万元", report(_home("10000.01"))),
    flagged("缩小一万倍后单价正好三十万元", report(_home("30000000.00"))),
    silent("缩小一万倍后单价仍超过三十万元", report(_home("30000000.01"))),
    silent("没有填写面积", report(_home("2400000.00", area=None))),
    silent("面积为零", report(_home("2400000.00", area="0.00"))),
    silent("没有填写价格", report(_home(None))),
    flagged("与上年和与房价都不符，合为一条", report(_home("2400000.00")), report(_home("240.00"), year=2024)),
)
