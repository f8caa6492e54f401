"""第四条（四） · Stocks, funds and investment-type insurance of the household."""

from typing import Annotated

from declare.items.kinds import Count, Day, Flag, FundCode, Line, Person, Prose, SecurityCode, Units, Wan
from declare.items.spec import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
    MASK,
    PERSONAL,
    PSEUDONYM,
    SECRET,
    YEAR,
    Covers,
    Entry,
    Item,
    Mode,
    say,
    table,
)
from declare.law import R17, Text

ITEM = Item(
    "securities",
    Text(
        "本人、配偶、共同生活的子女投资或者以其他方式持有股票、基金、投资型保险等的情况",
        "Stocks, funds and investment-type insurance held by the declarant, the spouse and the children living with them",
    ),
    R17.article(4, 4),
)


@table(
    "stocks",
    number="T15",
    title=Text("持有股票情况", "Stocks"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "报告在上海、深圳、北京证券交易所和全国股转系统交易的股票，港股通在此填报；市值按填报前最后一个交易日收盘价计算。",
        "Shares traded in Shanghai, Shenzhen, Beijing and on the NEEQ; Stock Connect shares belong here too. Value them at the close of the last trading day before you file.",
    ),
)
class Stock(Entry, frozen=True):
    """One row of T15: one share held by one person."""

    holder: Annotated[Person, say("持有人", "Holder", PERSONAL, PSEUDONYM)] = ""
    code: Annotated[
        SecurityCode,
        say(
            "股票代码",
            "Code",
            PERSONAL,
            KEEP,
            hint=Text("6位代码；港股通为5位代码。", "Six digits; five for Stock Connect shares."),
        ),
    ] = ""
    name: Annotated[Line, say("股票名称", "Name", PERSONAL, KEEP)] = ""
    quantity: Annotated[Count, say("持股数量", "Quantity", PERSONAL, BAND)] = None
    value: Annotated[
        Wan,
        say(
            "市值",
            "Market value",
            PERSONAL,
            BAND,
            hint=Text(
                "填报前最后一个交易日收盘价乘以持股数量。",
                "The close of the last trading day before you file, times the number of shares.",
            ),
        ),
    ] = None
    stock_connect: Annotated[Flag, say("是否港股通", "Stock Connect", INTERNAL, KEEP, optional=True)] = None
    remark: Annotated[
        Prose,
        say(
            "备注",
            "Remark",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text(
                "融资融券、未上市流通股份在此注明。", "Say here whether margin was used or the shares are not traded."
            ),
        ),
    ] = ""


@table(
    "funds",
    number="T16",
    title=Text("持有基金情况", "Funds"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "报告在境内发行的公募基金和私募基金；券商、银行、互联网平台销售的属于基金的资产管理产品也要报告。净值按填报前最后一个交易日计算。",
        "Public and private funds issued in mainland China, also asset-management products sold by brokers, banks or online that are funds. Value them on the last trading day before you file.",
    ),
)
class Fund(Entry, frozen=True):
    """One row of T16: one fund held by one person."""

    holder: Annotated[Person, say("持有人", "Holder", PERSONAL, PSEUDONYM)] = ""
    code: Annotated[FundCode, say("基金代码", "Code", PERSONAL, KEEP)] = ""
    name: Annotated[Line, say("基金名称", "Name", PERSONAL, KEEP)] = ""
    units: Annotated[
        Units,
        say(
            "份额(万份)",
            "Units (10 000)",
            PERSONAL,
            BAND,
            hint=Text("持有的份额，单位为万份。", "The units held, in ten thousands."),
        ),
    ] = None
    value: Annotated[
        Wan,
        say(
            "净值",
            "Net value",
            PERSONAL,
            BAND,
            hint=Text(
                "填报前最后一个交易日的单位净值乘以份额。",
                "The unit value of the last trading day before you file, times the units.",
            ),
        ),
    ] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""


@table(
    "insurance",
    number="T17",
    title=Text("持有投资型保险情况", "Investment-type insurance"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "报告兼有保障和投资功能的保险，由投保人一方填报；已失效的保单不报。",
        "Policies that protect and invest at the same time. The policyholder counts; lapsed policies are left out.",
    ),
)
class Insurance(Entry, frozen=True):
    """One row of T17: one policy."""

    holder: Annotated[
        Person,
        say(
            "投保人",
            "Policyholder",
            PERSONAL,
            PSEUDONYM,
            hint=Text("合同上的投保人，不是被保险人。", "Whoever took out the policy, not the insured."),
        ),
    ] = ""
    product: Annotated[
        Line,
        say(
            "保险产品全称",
            "Product",
            PERSONAL,
            KEEP,
            hint=Text("照保险合同填写产品全称。", "The full name of the product as in the contract."),
        ),
    ] = ""
    policy_number: Annotated[Line, say("保单号", "Policy number", SECRET, MASK, index="policy")] = ""
    insurer: Annotated[Line, say("保险公司", "Insurer", PERSONAL, KEEP)] = ""
    paid: Annotated[
        Wan,
        say(
            "累计缴纳保费或投资金",
            "Paid so far",
            PERSONAL,
            BAND,
            hint=Text(
                "从投保至今累计交纳的保费或者投资金。", "All premiums or investments paid since the policy began."
            ),
        ),
    ] = None
    started: Annotated[Day, say("生效日期", "Started", PERSONAL, YEAR)] = None
