"""首次报告和年度报告应逐表填写，没有需要报告的情况也要明确勾选“无”。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind
from declare.items.edition_2017 import EDITION
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import of_table

ALL = tuple(table.entry for table in EDITION.tables)
STATUTORY = EDITION.tables
"""The tables of the form, which come before the local ones."""
SAYS = Text(
    "《{table}》既没有填写，也没有勾选“无”，请核对补填。",
    "“{table}” is neither filled in nor answered “nothing to report”. Please check and complete it.",
)


@rule(
    "A09",
    Text("首次填报缺表", "Table not answered"),
    severity=2,
    basis=FORM.whole(),
    audience=DECLARANT,
    says=SAYS,
)
def unanswered_table(facts: Facts) -> Iterator[Found]:
    """Statutory tables that a first or annual report leaves out."""
    if not facts.annual:
        return
    answers = structs.astuple(facts.filing.tables)[: len(STATUTORY)]
    if all(answers):
        return
    for table, answer in zip(STATUTORY, answers, strict=True):
        if answer is None:
            yield finding(None, says=of_table(SAYS, table), table=table.key)


unanswered_table.cases(
    silent("每张表都勾选了“无”", report(none=ALL)),
    silent("填了明细的不必勾“无”", report(RealEstate(), none=ALL[:13] + ALL[14:])),
    flagged("年度报告缺一张表", report(none=ALL[:-1])),
    flagged("首次报告缺一张表", report(none=ALL[1:], kind=FilingKind.FIRST)),
    flagged("缺两张表，各一条", report(none=ALL[:-2]), times=2),
    flagged("一张表都没有填", report(), times=20),
    silent("补充报告只填有变化的表", report(kind=FilingKind.CHANGE, filed_on="2025-06-01")),
    silent("拟提拔报告不按此核对", report(kind=FilingKind.PROMOTION, filed_on="2025-06-01")),
    flagged("本地扩展表不能代替法定的表", report(none=(*ALL[:-1], PrivateLending))),
)
