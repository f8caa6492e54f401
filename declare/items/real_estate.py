"""第四条（三） · Homes, shops, parking spaces and storerooms the family owns or co-owns."""

from typing import Annotated

from declare.items.choices import EstateExit, EstateKind, EstateSource, Ownership
from declare.items.kinds import Address, Area, CertificateNo, Month, OneOf, People, Percent, Prose, Wan
from declare.items.spec import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
    PERSONAL,
    PSEUDONYM,
    REGION,
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
    "real_estate",
    Text(
        "本人、配偶、共同生活的子女为所有权人或者共有人的房产情况",
        "Real estate owned or co-owned by the declarant, the spouse and the children living with them",
    ),
    R17.article(4, 3),
)


@table(
    "real_estate",
    number="T14",
    title=Text("房产情况", "Real estate"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.COHABITING,
    note=Text(
        "报告境内全部房产，包括单独登记的车库、车位、储藏间，以及商铺、厂房、酒店式公寓；没有产权证的按购房合同填；共有的填整套面积；租住的不报；国（境）外房产填国（境）外投资表。",
        "All real estate in mainland China, including separately titled garages, parking spaces and storerooms, and shops, factory buildings and serviced apartments. Without a title, use the sale contract. For a co-owned home give the area of the whole unit. Leave out what you rent; homes abroad belong under investments abroad.",
    ),
)
class RealEstate(Entry, frozen=True):
    """One row of T14: one home, shop, parking space or storeroom."""

    owners: Annotated[
        People,
        say(
            "产权人",
            "Owners",
            PERSONAL,
            PSEUDONYM,
            hint=Text(
                "产权证上的全部共有人中属于本家庭的成员。", "Every member of your family who stands on the title."
            ),
        ),
    ] = ()
    ownership: Annotated[
        OneOf[Ownership],
        say(
            "共有方式",
            "Ownership",
            INTERNAL,
            KEEP,
            hint=Text(
                "以产权证记载为准：单独所有、共同共有或者按份共有。", "As the title states: sole, joint, or by shares."
            ),
        ),
    ] = None
    share: Annotated[
        Percent,
        say(
            "本家庭份额",
            "The family's share",
            PERSONAL,
            KEEP,
            optional=True,
            hint=Text(
                "本家庭成员合计的份额；全部属于本家庭的填100。",
                "The shares of your family together; 100 if the family owns all of it.",
            ),
        ),
    ] = None
    source: Annotated[OneOf[EstateSource], say("来源", "Came by", INTERNAL, KEEP)] = None
    exit: Annotated[
        OneOf[EstateExit],
        say(
            "去向",
            "Went by",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text(
                "已经卖出、赠与的，保留这一项并写明去向。", "If it was sold or given away, keep the entry and say how."
            ),
        ),
    ] = None
    address: Annotated[
        Address,
        say(
            "具体地址",
            "Address",
            SECRET,
            REGION,
            hint=Text(
                "写到门牌号、幢、单元、室，与产权证一致。",
                "Down to street number, building, entrance and flat, as on the title.",
            ),
        ),
    ] = ""
    certificate: Annotated[
        CertificateNo,
        say(
            "不动产权证号或合同号",
            "Title or contract number",
            SECRET,
            PSEUDONYM,
            optional=True,
            hint=Text(
                "不动产权证号，如“苏(2019)江东不动产权第0012345号”；没有办证的填购房合同号。",
                "The title number; without a title, the number of the sale contract.",
            ),
        ),
    ] = ""
    area: Annotated[
        Area,
        say(
            "建筑面积",
            "Floor area",
            PERSONAL,
            BAND,
            hint=Text(
                "产权证上的建筑面积；共有的填整套面积。",
                "The floor area on the title; for a co-owned home that of the whole unit.",
            ),
        ),
    ] = None
    kind: Annotated[
        OneOf[EstateKind],
        say(
            "房产性质和功能类型",
            "Kind",
            INTERNAL,
            KEEP,
            hint=Text(
                "以产权证记载的用途为准；房改房选福利房。",
                "As the title states; privatised public housing is welfare housing.",
            ),
        ),
    ] = None
    traded: Annotated[
        Month,
        say(
            "交易时间",
            "Traded in",
            PERSONAL,
            YEAR,
            hint=Text(
                "签订合同、继承或者接受赠与的年月。", "Year and month of the contract, the inheritance or the gift."
            ),
        ),
    ] = ""
    price: Annotated[
        Wan,
        say(
            "交易价格",
            "Price",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text(
                "合同上的成交总价；继承、受赠的可以不填。",
                "The full price in the contract; leave empty if inherited or given.",
            ),
        ),
    ] = None
    exit_date: Annotated[Month, say("去向时间", "Left in", PERSONAL, YEAR, optional=True)] = ""
    exit_price: Annotated[
        Wan,
        say(
            "去向价格",
            "Left for",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("卖出的成交总价。", "The full price it was sold for."),
        ),
    ] = None
    funding: Annotated[
        Prose,
        say(
            "资金来源说明",
            "Where the money came from",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text(
                "写明资金来源和各自金额，如：卖出旧房200.00万元，贷款100.00万元。",
                "Say where the money came from and how much of each, such as 2,000,000 yuan from selling the former home and a loan of 1,000,000 yuan.",
            ),
        ),
    ] = ""
