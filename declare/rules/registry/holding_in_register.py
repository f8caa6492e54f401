"""本人、配偶、共同生活的子女持有的股票、基金、投资型保险，应当全部填报。"""

from collections.abc import Iterator

from declare.items.registries import FundHolding, PolicyRecord, ShareHolding
from declare.items.registries.choices import PolicyState
from declare.items.securities import Fund, Insurance, Stock
from declare.law import M17, R17, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, SPOUSE_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, value_on
from declare.rules.holding_scenes import fund, insurance, policy, share, stock, units
from declare.rules.household_scenes import ALL, CHILD_AT_HOME, SPOUSE
from declare.rules.positions import Position
from declare.rules.registered import VALUED_WITHIN, holdings_held, unreported

INVESTS = ("两全", "年金", "投资连结", "投连", "万能", "分红", "增额", "终身寿", "养老", "教育金", "理财", "储蓄")
PROTECTS = Dated(
    "F12.words_of_protection",
    {
        "2017-02-08": (
            "医疗",
            "健康",
            "疾病",
            "重疾",
            "防癌",
            "意外",
            "定期寿",
            "护理",
            "责任",
            "家财",
            "机动车",
            "车险",
        )
    },
    basis=None,
    checked="2026-11-01",
    title=Text("名称中有这些字样的保险只有保障功能", "Words in the names of policies that protect and do not invest"),
)

HOLDING = Text(
    "证券、基金登记中家庭成员持有的一项，报告中没有，请核对。",
    "A share or fund that the registers show a member of the household to hold is not in the report. Please check.",
)
POLICY = Text(
    "保险登记中家庭成员投保的一份有效保单，投资型保险情况表中没有，请核对。",
    "A policy in force that the register shows for a member of the household is not in the table of insurance. "
    "Please check.",
)


@rule(
    "F12",
    Text("股票基金保险报告中未见", "Holding not in the report"),
    severity=4,
    basis=(R17.article(4, 4), M17.article(4, 8)),
    clause="M17-4(8)",
    audience=REVIEWER,
    says=HOLDING,
    thresholds=(VALUED_WITHIN, PROTECTS),
    reads=(ShareHolding, FundHolding, PolicyRecord),
)
def holding_in_register(facts: Facts) -> Iterator[Found]:
    """Shares and funds held near the filing day, and policies in force, that the report does not show."""
    for pair in holdings_held(facts):
        one = pair.registered
        if pair.same or one.value == 0 or one.quantity == 0:
            continue
        if not isinstance(one.records[0], PolicyRecord):
            yield unreported(pair, says=HOLDING, thresholds=(VALUED_WITHIN,), quantity=one.quantity, value=one.value)
        elif not _protects(facts, one):
            yield unreported(pair, says=POLICY, thresholds=(PROTECTS,), value=one.value)


def _protects(facts: Facts, policy: Position) -> bool:
    """Whether a policy's name says that it protects and nothing in it that it invests."""
    words = value_on(PROTECTS, facts.filed_on)
    return any(word in policy.name for word in words) and not any(word in policy.name for word in INVESTS)


_UNTOLD = report(none=(Stock, Fund, Insurance))

holding_in_register.cases(
    silent("股票已填报", report(stock()), share()),
    flagged("股票没有填报", _UNTOLD, share(), at=("",)),
    flagged("填报的是另一只", report(stock("600001")), share(), at=("", "stocks")),
    silent("没有写代码，名称和数量一致", report(stock("", name="浦发银行")), share()),
    flagged("没有写代码，名称一致、数量不同，仍请核对", report(stock("", name="浦发银行", quantity=1)), share()),
    flagged("代码差一个字符、名称一致，仍请核对", report(stock("600010")), share()),
    flagged("代码差一个字符、名称不同", report(stock("600010", name="包钢股份")), share()),
    flagged("同一只股票，持有人不同", report(stock(holder="sp"), family=SPOUSE), share()),
    silent("配偶持有，已填报", report(stock(holder="sp"), family=SPOUSE), share(subject=SPOUSE_ID)),
    flagged("配偶持有，没有填报", report(family=SPOUSE), share(subject=SPOUSE_ID)),
    flagged("共同生活的子女持有，没有填报", report(family=CHILD_AT_HOME), share(subject=CHILD_ID)),
    silent("独立生活的子女不在此列", report(family=ALL), share(subject=CHILD_ID)),
    flagged("数据日期在报告日前十天", _UNTOLD, share(as_of="2026-01-10")),
    silent("数据日期在报告日前十一天", _UNTOLD, share(as_of="2026-01-09")),
    flagged("数据日期为报告日", _UNTOLD, share(as_of="2026-01-20")),
    silent("数据日期在报告日以后", _UNTOLD, share(as_of="2026-01-21")),
    silent("没有数据日期", _UNTOLD, share(as_of=None)),
    silent("数量为零", _UNTOLD, share(quantity=0)),
    silent("市值为零", _UNTOLD, share(value="0")),
    flagged("没有数量和市值", _UNTOLD, share(quantity=None, value=None)),
    silent("前几日持有，报告日前已清仓", _UNTOLD, share(as_of="2026-01-12"), share(quantity=0, as_of="2026-01-19")),
    flagged("两家券商同一只，只一条", _UNTOLD, share(), share(quantity=300), at=("", "")),
    flagged("两只都没有填，各一条", _UNTOLD, share(), share("000001", name="平安银行"), times=2),
    silent("基金已填报", report(fund()), units()),
    flagged("基金没有填报", _UNTOLD, units()),
    silent("场内基金填在了基金表", report(fund("510300")), share("510300")),
    silent("基金填在了股票表", report(stock("161725")), units("161725")),
    silent("保单已填报", report(insurance()), policy()),
    flagged("保单没有填报", _UNTOLD, policy()),
    silent("保单号空格、大小写不同", report(insurance("p 20190001")), policy()),
    flagged("保单号差一个字符，仍请核对", report(insurance("P20190002")), policy(), at=("", "insurance")),
    silent("没有写保单号，产品和保费一致", report(insurance("")), policy()),
    silent("保单已失效", _UNTOLD, policy(state=PolicyState.LAPSED)),
    silent("没有写保单状态", _UNTOLD, policy(state=None)),
    silent("只有保障功能的保险", _UNTOLD, policy(product="康健百万医疗保险")),
    *(silent(f"名称有“{word}”", _UNTOLD, policy(product=f"安心{word}险")) for word in PROTECTS.steps[0].value),
    *(flagged(f"名称有“{word}”，附加意外", _UNTOLD, policy(product=f"{word}附加意外险")) for word in INVESTS),
    flagged("没有写产品名称", _UNTOLD, policy(product="")),
    flagged("股票、基金、保险都没有填，各一条", _UNTOLD, share(), units(), policy(), times=3),
)
