"""股票表填境内股票和港股通股票，基金表填境内发行的基金；其他境外股票、基金填国（境）外投资表。"""

from collections.abc import Iterator

from declare.items.securities import Fund, Stock
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

HONG_KONG = 5
DOMESTIC = 6

OVERSEAS_FUND = Text(
    "基金第{row}项的代码不是境内基金的六位代码；境外基金应填国（境）外投资表，请核对。",
    "Row {row} of the funds does not carry a six-digit Chinese fund code; "
    "overseas funds belong among the investments abroad. Please check.",
)


@rule(
    "B26",
    Text("港股通/境外股票归类错误", "Holding listed in the wrong table"),
    severity=2,
    basis=(FORM.whole("表15"), FORM.whole("表16"), FORM.whole("表20")),
    audience=DECLARANT,
    says=Text(
        "股票第{row}项为五位港股代码，未标明港股通；不是港股通的应填国（境）外投资表，请核对。",
        "Row {row} of the stocks carries a five-digit Hong Kong code without Stock Connect; "
        "other Hong Kong shares belong among the investments abroad. Please check.",
    ),
    reads=(Stock, Fund),
)
def wrong_table(facts: Facts) -> Iterator[Found]:
    """Hong Kong codes without Stock Connect among the stocks, and codes of overseas funds among the funds."""
    for stock in facts.rows(Stock):
        if len(stock.code) == HONG_KONG and stock.code.isdecimal() and not stock.stock_connect:
            yield finding(stock, "code", "stock_connect", code=stock.code)
    for fund in facts.rows(Fund):
        if fund.code and not (len(fund.code) == DOMESTIC and fund.code.isdecimal()):
            yield finding(fund, "code", says=OVERSEAS_FUND, characters=len(fund.code))


wrong_table.cases(
    flagged("五位代码，未填港股通", report(Stock(code="00700")), at=("code", "stock_connect")),
    flagged("五位代码，填不是港股通", report(Stock(code="00700", stock_connect=False))),
    silent("五位代码，港股通", report(Stock(code="00700", stock_connect=True))),
    silent("六位代码", report(Stock(code="600000"))),
    silent("五位但不是数字，由代码规则提示", report(Stock(code="0070A"))),
    silent("股票代码未填", report(Stock())),
    silent("六位基金代码", report(Fund(code="110011"))),
    flagged("境外基金的代码", report(Fund(code="LU0048578792")), at=("code",)),
    flagged("五位基金代码", report(Fund(code="03033"))),
    flagged("六位但不是数字", report(Fund(code="A10011"))),
    silent("基金代码未填", report(Fund())),
    flagged("股票、基金各一条", report(Stock(code="00700"), Fund(code="03033")), times=2),
)
