"""股票、基金、投资型保险的金额应当如实填报，不得少于登记的数额。"""

from collections.abc import Iterator
from decimal import Decimal

from declare.items.registries import FundHolding, PolicyRecord, ShareHolding
from declare.items.registries.choices import PolicyState
from declare.items.spec import table_of
from declare.law import M17, R17, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import SPOUSE_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.holding_scenes import fund, insurance, policy, share, stock, units
from declare.rules.household_scenes import SPOUSE
from declare.rules.likeness import of_table
from declare.rules.registered import VALUED_WITHIN, holdings_held

LEAST = Dated(
    "F13.tolerance",
    {"2017-02-08": Decimal(1)},
    basis=None,
    checked="2026-11-01",
    title=Text("填报金额可以少于登记金额", "How far a reported amount may lie below the registered one"),
    unit=Text("万元", "10,000 yuan"),
)
SHARE = Dated(
    "F13.tolerance_percent",
    {"2017-02-08": Decimal(5)},
    basis=None,
    checked="2026-11-01",
    title=Text("填报金额可以少于登记金额的比例", "The same as a share of the registered amount"),
    unit=Text("%", "%"),
)
SAYS = Text(
    "《{table}》第{row}项填报{declared}万元，登记为{registered}万元，请核对。",
    "Row {row} of “{table}” reports {declared} (10,000 yuan); the register has {registered}. Please check.",
)


@rule(
    "F13",
    Text("持仓金额小于登记", "Holding below the registered amount"),
    severity=3,
    basis=(R17.article(4, 4), M17.article(3, 3)),
    clause="M17-3(3)",
    audience=REVIEWER,
    says=SAYS,
    thresholds=(LEAST, SHARE, VALUED_WITHIN),
    reads=(ShareHolding, FundHolding, PolicyRecord),
)
def value_in_register(facts: Facts) -> Iterator[Found]:
    """Positions whose reported amount is smaller than the registered one by more than prices move in a few days."""
    least, share = value_on(LEAST, facts.filed_on), value_on(SHARE, facts.filed_on)
    for pair in holdings_held(facts):
        registered, declared = pair.registered.value, pair.same.value if pair.same else None
        if pair.same is None or registered is None or declared is None:
            continue
        if registered - declared > max(least, registered * share / 100):
            first, *others = pair.same.records
            yield finding(
                first,
                "paid" if isinstance(pair.registered.records[0], PolicyRecord) else "value",
                also=(*others, *pair.registered.records),
                says=of_table(SAYS, table_of(type(first))),
                thresholds=(LEAST, SHARE, VALUED_WITHIN),
                declared=declared,
                registered=registered,
            )


value_in_register.cases(
    silent("金额一致", report(stock()), share()),
    silent("少一万元", report(stock(value="9.00")), share()),
    flagged("少一万元又一分", report(stock(value="8.99")), share(), at=("value", "")),
    silent("大额少百分之五", report(stock(value="95.00")), share(value="100.00")),
    flagged("大额少百分之五又一分", report(stock(value="94.99")), share(value="100.00")),
    silent("填报的更多", report(stock(value="30.00")), share()),
    silent("没有填报市值", report(stock(value=None)), share()),
    silent("登记没有市值", report(stock()), share(value=None)),
    silent("没有填报这只", report(), share()),
    flagged("数据日期在报告日前十天", report(stock(value="1.00")), share(as_of="2026-01-10")),
    silent("数据日期在报告日前十一天", report(stock(value="1.00")), share(as_of="2026-01-09")),
    silent("数据日期在报告日以后", report(stock(value="1.00")), share(as_of="2026-01-21")),
    silent("没有数据日期", report(stock(value="1.00")), share(as_of=None)),
    silent("有几日数据，以最近一日为准", report(stock()), share(value="30.00", as_of="2026-01-12"), share()),
    flagged(
        "两家券商的合并比较，只一条", report(stock()), share(), share(quantity=300, value="3.00"), at=("value", "", "")
    ),
    silent("填报也分两项", report(stock(), stock(value="3.00")), share(), share(quantity=300, value="3.00")),
    flagged(
        "填报分两项，合计仍少", report(stock(value="4.00"), stock(value="4.00")), share(), at=("value", "stocks", "")
    ),
    silent("同一行提供两次，不重复计算", report(stock()), share(), share()),
    flagged("基金少填", report(fund(value="3.00")), units()),
    silent("基金一致", report(fund()), units()),
    flagged("保费少填", report(insurance(paid="10.00")), policy(), at=("paid", "")),
    silent("保费一致", report(insurance()), policy()),
    silent("没有填报保费", report(insurance(paid=None)), policy()),
    silent("保单已失效", report(insurance(paid="10.00")), policy(state=PolicyState.LAPSED)),
    silent("不是同一人的持仓", report(stock(value="1.00"), family=SPOUSE), share(subject=SPOUSE_ID)),
    flagged("股票和基金都少填，各一条", report(stock(value="1.00"), fund(value="1.00")), share(), units(), times=2),
)
