"""工资表和劳务所得表的合计应等于各分项之和；金额保留两位小数，每个分项容许一分（0.01万元）的舍入差。"""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from declare.items.labour_income import LabourIncome
from declare.items.spec import table_of
from declare.items.wages import Wages
from declare.law import FORM, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.likeness import of_table

ROUNDING = Dated("A10.rounding", {"2017-02-08": Decimal("0.01")}, basis=FORM.whole(), checked="2026-11-01")
NOTHING = Decimal(0)
READERS = {
    Wages: attrgetter("salary", "bonus", "other"),
    LabourIncome: attrgetter("lecturing", "writing", "consulting", "reviewing", "art", "other"),
}
SAYS = Text(
    "《{table}》第{row}项合计为{total}万元，各分项之和为{parts}万元，请核对。",
    "Row {row} of “{table}” has a total of {total}, while its parts add up to {parts} (10,000 yuan). Please check.",
)


@rule(
    "A10",
    Text("合计与分项不符", "Total does not fit its parts"),
    severity=2,
    basis=(FORM.whole("表12"), FORM.whole("表13")),
    audience=DECLARANT,
    says=SAYS,
    thresholds=(ROUNDING,),
    reads=(Wages, LabourIncome),
)
def totals(facts: Facts) -> Iterator[Found]:
    """Totals that differ from the sum of their parts by more than rounding."""
    rows: tuple[Wages | LabourIncome, ...] = (*facts.rows(Wages), *facts.rows(LabourIncome))
    for row in rows:
        given = READERS[type(row)](row)
        parts = sum(filter(None, given), NOTHING)
        if row.total is None or parts == row.total:
            continue
        if abs(parts - row.total) > value_on(ROUNDING, facts.filed_on) * len(given):
            says = of_table(SAYS, table_of(type(row)))
            yield finding(row, "total", says=says, thresholds=(ROUNDING,), total=row.total, parts=parts)


def _wages(salary: str, bonus: str, other: str, total: str) -> Wages:
    return Wages(salary=num(salary), bonus=num(bonus), other=num(other), total=num(total))


def _labour(each: str, total: str | None) -> LabourIncome:
    part = num(each)
    return LabourIncome(
        lecturing=part,
        writing=part,
        consulting=part,
        reviewing=part,
        art=part,
        other=part,
        total=None if total is None else num(total),
    )


totals.cases(
    silent("工资合计相符", report(_wages("18.00", "3.00", "0.50", "21.50"))),
    flagged("工资合计多出一万", report(_wages("18.00", "3.00", "0.50", "22.50")), at=("total",)),
    flagged("工资合计少一万", report(_wages("18.00", "3.00", "0.50", "20.50"))),
    silent("三项共差三分，属舍入", report(_wages("18.00", "3.00", "0.50", "21.53"))),
    flagged("三项共差四分", report(_wages("18.00", "3.00", "0.50", "21.54"))),
    flagged("少四分", report(_wages("18.00", "3.00", "0.50", "21.46"))),
    silent("劳务六项共差六分，属舍入", report(_labour("1.00", "6.06"))),
    flagged("劳务六项共差七分", report(_labour("1.00", "6.07"))),
    silent("没有填写的分项按零算", report(Wages(salary=num("18.00"), total=num("18.00")))),
    flagged("只填了合计", report(Wages(total=num("18.00")))),
    silent("没有填写合计", report(_labour("1.00", None))),
    flagged("工资、劳务都不符，各一条", report(_wages("1", "1", "1", "4"), _labour("1.00", "7.00")), times=2),
)
