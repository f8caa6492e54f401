"""国（境）外的存款和投资应使用中文填写，并写明币种。"""

import re
from collections.abc import Iterator

from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.spec import table_of
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import of_table

CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
NO_CURRENCY = Text(
    "《{table}》第{row}项没有填写币种，请核对补填。",
    "Row {row} of “{table}” names no currency. Please check and add it.",
)
NEITHER = Text(
    "《{table}》第{row}项没有用中文填写，也没有填写币种，请核对补填。",
    "Row {row} of “{table}” is not written in Chinese and names no currency. Please check and complete it.",
)
NOT_CHINESE = Text(
    "《{table}》第{row}项没有用中文填写，请核对补填。",
    "Row {row} of “{table}” is not written in Chinese. Please check it.",
)
SAYS = {(True, False): NOT_CHINESE, (False, True): NO_CURRENCY, (True, True): NEITHER}


@rule(
    "A13",
    Text("国(境)外事项无中文或无币种", "Matter abroad without Chinese text or currency"),
    severity=1,
    basis=(FORM.whole("表19"), FORM.whole("表20")),
    audience=DECLARANT,
    says=NEITHER,
    reads=(DepositAbroad, InvestmentAbroad),
)
def foreign_matters_in_chinese(facts: Facts) -> Iterator[Found]:
    """Deposits and investments abroad without a Chinese word for the bank or the matter, or without a currency."""
    for deposit in facts.rows(DepositAbroad):
        yield from _lacking(deposit, "bank", deposit.bank)
    for investment in facts.rows(InvestmentAbroad):
        yield from _lacking(investment, "what", investment.what)


def _lacking(row: DepositAbroad | InvestmentAbroad, field: str, text: str) -> Iterator[Found]:
    """What of the two a row lacks."""
    foreign, bare = not CHINESE.search(text), not row.currency
    if foreign or bare:
        fields = (field,) * foreign + ("currency",) * bare
        yield finding(row, *fields, says=of_table(SAYS[foreign, bare], table_of(type(row))))


def _deposit(bank: str, currency: str = "USD") -> DepositAbroad:
    return DepositAbroad(holder="sp", bank=bank, currency=currency)


def _investment(what: str, currency: str = "HKD") -> InvestmentAbroad:
    return InvestmentAbroad(holder="sp", what=what, currency=currency)


foreign_matters_in_chinese.cases(
    silent("存款：中文和币种都有", report(_deposit("中国银行纽约分行"))),
    silent("存款：中外文并用", report(_deposit("汇丰银行 HSBC"))),
    flagged("存款：开户银行没有中文", report(_deposit("HSBC")), at=("bank",)),
    flagged("存款：没有填写开户银行", report(_deposit(""))),
    flagged("存款：没有币种", report(_deposit("中国银行纽约分行", "")), at=("currency",)),
    flagged("存款：都没有，合为一条", report(_deposit("HSBC", "")), at=("bank", "currency")),
    silent("投资：中文和币种都有", report(_investment("公司股权"))),
    flagged("投资：没有中文", report(_investment("Shares of a company")), at=("what",)),
    flagged("投资：没有币种", report(_investment("公司股权", ""))),
    flagged("存款、投资各有一项，各一条", report(_deposit("HSBC"), _investment("公司股权", "")), times=2),
)
