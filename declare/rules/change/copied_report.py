"""工资、劳务所得和各项持有的金额每年都会变化；连续两年逐字相同的，可能是照抄上年报告。"""

from collections.abc import Iterator, Sequence

from declare.items.choices import FilingKind
from declare.items.filing import Filing
from declare.items.labour_income import LabourIncome
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, table_of
from declare.items.wages import Wages
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.likeness import same_rows

MOVING: tuple[type[Entry], ...] = (Wages, LabourIncome, Stock, Fund)
"""Tables whose amounts hardly stay the same to the cent."""
STILL: tuple[type[Entry], ...] = (Insurance, DepositAbroad, InvestmentAbroad)
"""Tables that may honestly say the same again: a paid-up policy, an account nobody touched."""


@rule(
    "C14",
    Text("连续多年内容逐字相同", "Word for word the same as last year"),
    severity=1,
    basis=FORM.whole(),
    audience=REVIEWER,
    says=Text(
        "工资、劳务所得、持有的股票基金保险和境外资产等{count}张表与上年逐字相同，请核对是否为本年的情况。",
        "Pay, labour income, holdings and assets abroad are word for word those of last year (tables: {count}). "
        "Please check that they are this year’s.",
    ),
    reads=MOVING,
)
def copied(facts: Facts) -> Iterator[Found]:
    """All event tables with entries are the same as last year's, one at least of those that hardly stay the same."""
    if not facts.annual or facts.last_year is None:
        return
    same: list[type[Entry]] = []
    for table in (*MOVING, *STILL):
        now, before = _rows(facts.filing, table), _rows(facts.last_year, table)
        if not now and not before:
            continue
        if not same_rows(now, before):
            return
        same.append(table)
    if any(table in MOVING for table in same):
        yield finding(None, tables=tuple(table_of(table).key for table in same), count=len(same))


def _rows(filing: Filing, table: type[Entry]) -> Sequence[Entry]:
    """The rows of a table; none where it is not answered."""
    answer = answered(filing, table)
    return () if answer is None else answer.entries


def _wages(total: str = "20.00") -> Wages:
    return Wages(total=num(total))


def _stock(value: str = "5.00", code: str = "600000") -> Stock:
    return Stock(holder="self", code=code, value=num(value))


_POLICY = Insurance(holder="self", policy_number="P1", paid=num("10.00"))
_LAST = report(_wages(), year=2024)

copied.cases(
    flagged("工资逐字相同", report(_wages()), _LAST, at=("wages",)),
    flagged("小数写法不同", report(_wages("20.0")), _LAST),
    silent("工资差一分", report(_wages("20.01")), _LAST),
    silent("没有上年报告", report(_wages()), report(_wages(), year=2023)),
    silent("补充报告不比较", report(_wages(), kind=FilingKind.CHANGE), _LAST),
    flagged(
        "工资和股票都相同，次序不同",
        report(_stock(code="1"), _stock(), _wages()),
        report(_wages(), _stock(), _stock(code="1"), year=2024),
        at=("wages", "stocks"),
    ),
    silent("工资相同，股票市值不同", report(_wages(), _stock("5.01")), report(_wages(), _stock(), year=2024)),
    silent("工资相同，今年多了股票", report(_wages(), _stock()), _LAST),
    silent("工资相同，今年没有股票", report(_wages(), none=(Stock,)), report(_wages(), _stock(), year=2024)),
    *(
        silent(f"工资相同，多了{table_of(type(row)).title.zh}", report(_wages(), row), _LAST)
        for row in (LabourIncome(), Fund(), Insurance(), DepositAbroad(), InvestmentAbroad())
    ),
    flagged(
        "劳务所得相同",
        report(LabourIncome(total=num("1"))),
        report(LabourIncome(total=num("1")), year=2024),
        at=("labour_income",),
    ),
    flagged("股票相同", report(_stock()), report(_stock(), year=2024), at=("stocks",)),
    flagged("基金相同", report(Fund(value=num("1"))), report(Fund(value=num("1")), year=2024), at=("funds",)),
    silent("只有缴清的保单", report(_POLICY), report(_POLICY, year=2024)),
    silent("工资变了，保单相同", report(_wages("21.00"), _POLICY), report(_wages(), _POLICY, year=2024)),
    flagged(
        "工资和保单都相同", report(_wages(), _POLICY), report(_wages(), _POLICY, year=2024), at=("wages", "insurance")
    ),
    silent("两年都答“无”", report(none=(Wages, Stock)), report(none=(Wages, Stock), year=2024)),
    flagged("答“无”的表不比较", report(_wages(), none=(Stock,)), report(_wages(), year=2024)),
)
