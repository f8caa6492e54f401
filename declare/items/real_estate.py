"""第四条（三） · Homes, shops, parking spaces and storerooms the family owns or co-owns."""

from typing import Annotated

from declare.items.choices import EstateExit, EstateKind, EstateSource, Ownership
from declare.items.kinds import Address, Area, CertificateNo, Month, OneOf, People, Percent, Prose, Wan
from declare.items.spec import (
    BAND,
    Covers,
    DROP,
    Entry,
    INTERNAL,
    Item,
    KEEP,
    Mode,
    PERSONAL,
    PSEUDONYM,
    REGION,
    SECRET,
    YEAR,
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

    owners: Annotated[People, say("产权人", "Owners", PERSONAL, PSEUDONYM)] = ()
    ownership: Annotated[OneOf[Ownership], say("共有方式", "Ownership", INTERNAL, KEEP)] = None
    share: Annotated[Percent, say("本家庭份额", "The family's share", PERSONAL, KEEP, optional=True)] = None
    source: Annotated[OneOf[EstateSource], say("来源", "Came by", INTERNAL, KEEP)] = None
    exit: Annotated[OneOf[EstateExit], say("去向", "Went by", INTERNAL, KEEP, optional=True)] = None
    address: Annotated[Address, say("具体地址", "Address", SECRET, REGION)] = ""
    certificate: Annotated[
        CertificateNo, say("不动产权证号或合同号", "Title or contract number", SECRET, PSEUDONYM, optional=True)
    ] = ""
    area: Annotated[Area, say("建筑面积", "Floor area", PERSONAL, BAND)] = None
    kind: Annotated[OneOf[EstateKind], say("房产性质和功能类型", "Kind", INTERNAL, KEEP)] = None
    traded: Annotated[Month, say("交易时间", "Traded in", PERSONAL, YEAR)] = ""
    price: Annotated[Wan, say("交易价格", "Price", PERSONAL, BAND, optional=True)] = None
    exit_date: Annotated[Month, say("去向时间", "Left in", PERSONAL, YEAR, optional=True)] = ""
    exit_price: Annotated[Wan, say("去向价格", "Left for", PERSONAL, BAND, optional=True)] = None
    funding: Annotated[Prose, say("资金来源说明", "Where the money came from", PERSONAL, DROP, optional=True)] = ""
