"""股票代码应在境内交易所的编码范围内：基金、债券等其他产品的代码不填在股票表。"""

from collections.abc import Iterator
from functools import lru_cache

from declare.items.kinds.markets import SecurityKind, market_of
from declare.items.securities import Stock
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

KIND = SecurityKind()
market = lru_cache(maxsize=8192)(market_of)


@rule(
    "A07",
    Text("证券代码无效", "Security code out of range"),
    severity=1,
    basis=FORM.whole("表15"),
    audience=DECLARANT,
    says=Text(
        "股票表第{row}项的代码{code}不在境内交易所的股票代码范围内，请核对代码；属于基金、债券等产品的，请核对应填哪一张表。",
        "The code {code} in row {row} of the stocks is no share code of a mainland exchange. "
        "Please check it; if it is a fund, a bond or another product, please check which table it belongs in.",
    ),
    reads=(Stock,),
)
def share_code(facts: Facts) -> Iterator[Found]:
    """Codes outside the ranges of the exchanges; five digits are a Hong Kong code and B26's business."""
    for stock in facts.rows(Stock):
        code = stock.code
        if code and not market(code) and not market(KIND.clean(code)):
            yield finding(stock, "code", code=code)


def _stock(code: str) -> Stock:
    return Stock(holder="self", code=code)


share_code.cases(
    silent("沪市主板", report(*map(_stock, ("600000", "601001", "603001", "605001")))),
    silent("科创板", report(*map(_stock, ("688001", "689001")))),
    silent("深市主板", report(*map(_stock, ("000001", "001201", "002001", "003001")))),
    silent("创业板，30开头", report(*map(_stock, ("300001", "301001", "302001", "309999")))),
    silent("B股", report(*map(_stock, ("900901", "200011")))),
    silent("北交所", report(*map(_stock, ("430001", "830001", "870001", "880001", "920001")))),
    silent("新三板", report(*map(_stock, ("400001", "420001")))),
    flagged("场内基金代码", report(_stock("510300")), at=("code",)),
    flagged("可转债代码", report(_stock("113001"))),
    flagged("沪市没有602", report(_stock("602000"))),
    flagged("沪市没有690", report(_stock("690000"))),
    flagged("深市没有004", report(_stock("004001"))),
    flagged("没有310", report(_stock("310001"))),
    flagged("少到4位", report(_stock("6000"))),
    flagged("多到7位", report(_stock("6000000"))),
    flagged("不是数字", report(_stock("浦发银行"))),
    silent("5位港股代码另行核对", report(_stock("00700"))),
    silent("未填代码", report(_stock(""))),
    silent("带交易所后缀", report(_stock("600000.SH"))),
    silent("全角数字", report(_stock("６０００００"))),
    flagged("两个代码都不对，各一条", report(_stock("1"), _stock("2")), times=2),
)
