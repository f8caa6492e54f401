"""工资、劳务所得按税后实际收入填报；与税务部门掌握的收入差异明显的，请报告人说明。"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from declare.items.labour_income import LabourIncome
from declare.items.registries import TaxRecord
from declare.items.wages import Wages
from declare.law import R17, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, SPOUSE_ID, extract, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, Spot, finding, value_on
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import own

WAN = 10_000
SINCE, CHECKED = "2017-02-08", "2026-11-01"
LEAST = Dated(
    "F17.tolerance",
    {SINCE: Decimal(1)},
    basis=None,
    checked=CHECKED,
    title=Text("填报收入与税务收入可以相差", "How far reported and taxed income may lie apart"),
    unit=Text("万元", "10,000 yuan"),
)
BELOW = Dated(
    "F17.below_percent",
    {SINCE: Decimal(5)},
    basis=None,
    checked=CHECKED,
    title=Text("填报收入可以少于税务收入的比例", "How far reported income may lie below taxed income"),
    unit=Text("%", "%"),
)
ABOVE = Dated(
    "F17.above_percent",
    {SINCE: Decimal(30)},
    basis=None,
    checked=CHECKED,
    title=Text(
        "填报收入可以多于税务收入的比例（住房公积金计入填报）",
        "How far reported income may lie above taxed income, for it counts the housing fund in",
    ),
    unit=Text("%", "%"),
)
PARTS = {
    Wages: ("salary", "bonus", "other"),
    LabourIncome: ("lecturing", "writing", "consulting", "reviewing", "art", "other"),
}


@rule(
    "F17",
    Text("工资与税务收入差异", "Income differs from tax records"),
    severity=2,
    basis=(R17.article(4, 1), R17.article(4, 2)),
    audience=REVIEWER,
    says=Text(
        "工资和劳务所得合计填报{declared}万元，税务部门记录的税后收入为{registered}万元，请核对并说明。",
        "Wages and labour income are reported as {declared} in all; the tax authority has a net income of {registered} "
        "(10,000 yuan). Please check and explain.",
    ),
    thresholds=(LEAST, BELOW, ABOVE),
    reads=(TaxRecord,),
)
def income_in_register(facts: Facts) -> Iterator[Found]:
    """Wages and labour income of the year against the net income the tax authority has for it."""
    records = [row for row in own(facts, TaxRecord) if row.year == facts.year and row.net_income is not None]
    declared = _declared(facts)
    if not records or declared is None:
        return
    registered = (records[-1].net_income or Decimal(0)) / WAN
    day = facts.filed_on
    percent = value_on(BELOW if declared < registered else ABOVE, day)
    if abs(declared - registered) > max(value_on(LEAST, day), registered * percent / 100):
        rows = _rows(facts)
        spots: tuple[Spot, ...] = tuple((row, "total") for row in rows)
        yield finding(
            rows[0] if rows else records[-1],
            "total" if rows else "net_income",
            also=(*spots[1:], (records[-1], "net_income")) if rows else (),
            thresholds=(LEAST, BELOW, ABOVE),
            declared=declared,
            registered=registered.quantize(Decimal("0.01")),
        )


def _declared(facts: Facts) -> Decimal | None:
    """What was reported in all, None where wages were not answered or an amount is not given."""
    if facts.answer(Wages) is None:
        return None
    totals = [_total(row) for row in _rows(facts)]
    return None if None in totals else sum(filter(None, totals), Decimal(0))


def _rows(facts: Facts) -> list[Wages | LabourIncome]:
    """The rows of both tables."""
    return [*facts.rows(Wages), *facts.rows(LabourIncome)]


def _total(row: Wages | LabourIncome) -> Decimal | None:
    """The total of a row, else the sum of its parts, None where neither is given."""
    if row.total is not None:
        return row.total
    parts = [part for name in PARTS[type(row)] if (part := getattr(row, name)) is not None]
    return sum(parts, Decimal(0)) if parts else None


def _tax(net: str | None = "200000.00", *, year: int | None = 2025, subject: str = DECLARANT_ID) -> Kept:
    row = TaxRecord(subject=subject, year=year, net_income=num(net) if net else None)
    return extract(row, received="2026-03-01")


def _wages(total: str | None) -> Wages:
    return Wages(total=num(total) if total else None)


def _labour(part: str) -> LabourIncome:
    return structs.replace(LabourIncome(), **{part: num("6.01")})


income_in_register.cases(
    silent("一致", report(_wages("20.00")), _tax()),
    silent("少一万元", report(_wages("19.00")), _tax()),
    flagged("少一万元又一分", report(_wages("18.99")), _tax(), at=("total", "net_income")),
    silent("收入高，少百分之五", report(_wages("38.00")), _tax("400000")),
    flagged("收入高，少百分之五又一分", report(_wages("37.99")), _tax("400000")),
    silent("多百分之三十，住房公积金已计入", report(_wages("26.00")), _tax()),
    flagged("多百分之三十又一分", report(_wages("26.01")), _tax()),
    silent("收入低，多一万元", report(_wages("3.00")), _tax("20000")),
    flagged("收入低，多一万元又一分", report(_wages("3.01")), _tax("20000")),
    silent("劳务所得一并计算", report(_wages("15.00"), LabourIncome(total=num("5.00"))), _tax()),
    flagged(
        "加上劳务所得超出",
        report(_wages("20.00"), LabourIncome(total=num("6.01"))),
        _tax(),
        at=("total", "total", "net_income"),
    ),
    silent("没有合计，按分项", report(Wages(salary=num("12"), bonus=num("7"), other=num("1"))), _tax()),
    silent(
        "劳务所得没有合计，按分项",
        report(_wages("17.00"), LabourIncome(lecturing=num("1"), writing=num("1"), art=num("1"))),
        _tax(),
    ),
    *(
        flagged(f"按分项，{part}一项在内", report(structs.replace(Wages(), **{part: num("26.01")})), _tax())
        for part in ("salary", "bonus", "other")
    ),
    *(
        flagged(f"劳务所得按分项，{part}一项在内", report(_wages("20.00"), _labour(part)), _tax())
        for part in ("lecturing", "writing", "consulting", "reviewing", "art", "other")
    ),
    silent("先后提供两次，前一次没有收入", report(_wages("20.00")), _tax(None), _tax()),
    flagged("税务收入为零", report(_wages("1.01")), _tax("0"), says="税后收入为0.00万元"),
    silent("税务收入为零，相差一万元", report(_wages("1.00")), _tax("0")),
    silent("工资没有写金额", report(_wages(None)), _tax()),
    silent("劳务所得没有写金额", report(_wages("10.00"), LabourIncome()), _tax()),
    silent("工资没有回答", report(LabourIncome(total=num("1"))), _tax()),
    flagged("工资填无", report(none=(Wages,)), _tax(), at=("net_income",)),
    silent("别的年度", report(_wages("10.00")), _tax(year=2024)),
    silent("没有写年度", report(_wages("10.00")), _tax(year=None)),
    silent("没有写收入", report(_wages("10.00")), _tax(None)),
    silent("配偶的收入不报告", report(_wages("10.00"), family=SPOUSE), _tax(subject=SPOUSE_ID)),
    silent("先后提供两次，以后一次为准", report(_wages("20.00")), _tax("300000"), _tax()),
)
