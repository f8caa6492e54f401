"""第四条（六） · Deposits and investments of the household outside mainland China."""

from typing import Annotated

from declare.items.choices import OverseasKind
from declare.items.kinds import Amount, Country, Currency, Day, Line, OneOf, Person, Prose
from declare.items.spec import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
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
    "overseas_assets",
    Text(
        "本人、配偶、共同生活的子女在国（境）外的存款和投资情况",
        "Deposits and investments outside mainland China of the declarant, the spouse and the children living with them",
    ),
    R17.article(4, 6),
)


@table(
    "deposits_abroad",
    number="T19",
    title=Text("国（境）外存款情况", "Deposits abroad"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "报告在国（境）外（含香港、澳门、台湾）的存款；中资银行的国（境）外分行算，外资银行在境内的分行不算。",
        "Deposits outside mainland China, Hong Kong, Macao and Taiwan included. Branches of Chinese banks abroad count; branches of foreign banks in mainland China do not.",
    ),
)
class DepositAbroad(Entry, frozen=True):
    """One row of T19: one deposit."""

    holder: Annotated[Person, say("存款人", "Depositor", PERSONAL, PSEUDONYM)] = ""
    country: Annotated[Country, say("国家(地区)", "Country or region", PERSONAL, KEEP)] = ""
    city: Annotated[Line, say("城市", "City", PERSONAL, DROP, optional=True)] = ""
    bank: Annotated[
        Line,
        say(
            "开户银行全称",
            "Bank",
            PERSONAL,
            DROP,
            hint=Text(
                "用中文填写开户银行全称；中资银行的国（境）外分行也要报告。",
                "The full name of the bank in Chinese; branches of Chinese banks abroad count.",
            ),
        ),
    ] = ""
    account_number: Annotated[Line, say("账号", "Account number", SECRET, DROP, optional=True, index="account")] = ""
    currency: Annotated[Currency, say("币种", "Currency", INTERNAL, KEEP)] = ""
    amount: Annotated[
        Amount,
        say(
            "金额(万)",
            "Amount (10 000)",
            PERSONAL,
            BAND,
            hint=Text(
                "填报时的余额，以所填币种的万为单位。",
                "The balance when you file, in ten thousands of the currency given.",
            ),
        ),
    ] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""


@table(
    "investments_abroad",
    number="T20",
    title=Text("国（境）外投资情况", "Investments abroad"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "报告在国（境）外（含香港、澳门、台湾）的房产、公司或股权、股票、基金、保险等投资。",
        "Homes, companies and shareholdings, stocks, funds, insurance and other investments outside mainland China, Hong Kong, Macao and Taiwan included.",
    ),
)
class InvestmentAbroad(Entry, frozen=True):
    """One row of T20: one investment."""

    holder: Annotated[Person, say("投资人", "Investor", PERSONAL, PSEUDONYM)] = ""
    country: Annotated[Country, say("国家(地区)", "Country or region", PERSONAL, KEEP)] = ""
    city: Annotated[Line, say("城市", "City", PERSONAL, DROP, optional=True)] = ""
    kind: Annotated[OneOf[OverseasKind], say("投资类别", "Kind", INTERNAL, KEEP)] = None
    what: Annotated[
        Prose,
        say(
            "投资情况",
            "What",
            PERSONAL,
            DROP,
            hint=Text("用中文写明投资的名称、地点、数量。", "Name, place and quantity of the investment, in Chinese."),
        ),
    ] = ""
    currency: Annotated[Currency, say("币种", "Currency", INTERNAL, KEEP)] = ""
    amount: Annotated[
        Amount,
        say(
            "金额(万)",
            "Amount (10 000)",
            PERSONAL,
            BAND,
            hint=Text("以所填币种的万为单位。", "In ten thousands of the currency given."),
        ),
    ] = None
    since: Annotated[Day, say("投资时间", "Since", PERSONAL, YEAR)] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
