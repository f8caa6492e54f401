"""不得从管理服务对象取得可能影响公正执行公务的报酬；劳务所得的支付单位和数额应与本职范围不相冲突。"""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from declare.items.folding import folded
from declare.items.labour_income import LabourIncome
from declare.items.registries import Managed
from declare.items.wages import Wages
from declare.law import D23, G95, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding, value_on

SHARE = Dated(
    "B28.percent_of_wages",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("一类劳务所得占工资的百分比", "One kind of labour income as a percentage of wages"),
    unit=Text("%", "%"),
)

NOTHING = Decimal(0)
KINDS = ("lecturing", "writing", "consulting", "reviewing", "art", "other")
AMOUNTS = attrgetter(*KINDS)

FROM_MANAGED = Text(
    "劳务所得的主要支付单位中有{payers}家本单位的管理服务对象，请核对并说明事由。",
    "The main payers of the labour income include {payers} managed by the unit. Please check, and explain what for.",
)


@rule(
    "B28",
    Text("劳务所得与本职范围冲突", "Labour income close to the declarant’s office"),
    severity=3,
    basis=(D23.article(98), D23.article(103, verified=False), G95.whole()),
    audience=DECLARANT,
    says=Text(
        "劳务所得中一类为{amount}万元，超过全年工资{wages}万元的{percent}%，请说明事由和支付单位。",
        "One kind of labour income, {amount}, exceeds {percent}% of the year’s wages of {wages} (10,000 yuan). "
        "Please explain what for and who paid.",
    ),
    thresholds=(SHARE,),
    reads=(LabourIncome,),
)
def conflict(facts: Facts) -> Iterator[Found]:
    """Payers the unit manages, and kinds of labour income large beside the wages; one finding a row."""
    wages = sum((row.total for row in facts.rows(Wages) if row.total), NOTHING)
    percent = value_on(SHARE, facts.filed_on)
    for income in facts.rows(LabourIncome):
        payers = _managed_payers(facts, income)
        largest = max(filter(None, AMOUNTS(income)), default=NOTHING)
        large = wages > 0 and largest * 100 > wages * percent
        fields = (("payers",) if payers else ()) + ((KINDS[AMOUNTS(income).index(largest)],) if large else ())
        if fields:
            yield finding(
                income,
                *fields,
                says=FROM_MANAGED if payers else None,
                thresholds=(SHARE,),
                payers=payers,
                amount=largest,
                wages=wages,
                percent=percent,
            )


def _managed_payers(facts: Facts, income: LabourIncome) -> int:
    """How many bodies managed by the unit are named among the payers."""
    return len(facts.around.managed_in(folded(income.payers))) if income.payers and facts.managed else 0


def _income(amount: str | None = None, payers: str = "", *, kind: str = "consulting") -> LabourIncome:
    return LabourIncome(**{kind: num(amount) if amount else None}, payers=payers)


_BODY = (Managed(name="江东消防检测有限公司", uscc=""),)
_WAGES = Wages(total=num("20.00"))

conflict.cases(
    flagged(
        "支付单位是管理服务对象",
        report(_income("1.00", "江东消防检测有限公司、市作协"), _WAGES),
        managed=_BODY,
        at=("payers",),
    ),
    flagged("全角和空格不同", report(_income("1.00", "江东 消防检测有限公司"), _WAGES), managed=_BODY),
    silent("支付单位是别家", report(_income("1.00", "省消防协会"), _WAGES), managed=_BODY),
    silent("没有管理服务对象名单", report(_income("1.00", "江东消防检测有限公司"), _WAGES)),
    silent("名单中的简称太短", report(_income("1.00", "江东检测公司"), _WAGES), managed=(Managed(name="江东检"),)),
    flagged(
        "四个字的名称可以比对", report(_income("1.00", "江东检测公司"), _WAGES), managed=(Managed(name="江东检测"),)
    ),
    silent("一类所得正好是工资的一半", report(_income("10.00"), _WAGES)),
    *(flagged(f"一类所得多一分（{kind}）", report(_income("10.01", kind=kind), _WAGES)) for kind in KINDS),
    silent("各类合计超过一半", report(LabourIncome(lecturing=num("6.00"), writing=num("6.00")), _WAGES)),
    flagged("工资很少，一类所得多一分", report(_income("0.51"), Wages(total=num("1.00"))), at=("consulting",)),
    silent("工资未填", report(_income("10.01"))),
    silent("工资为零", report(_income("10.01"), Wages(total=num("0.00")))),
    flagged(
        "两样都有，仍是一条",
        report(_income("11.00", "江东消防检测有限公司"), _WAGES),
        managed=_BODY,
        at=("payers", "consulting"),
    ),
)
