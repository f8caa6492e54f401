"""第四条（五） · Firms and shares of the spouse, the children and their spouses."""

from typing import Annotated

from declare.items.choices import CompanyKind, CompanyState
from declare.items.kinds import Day, Flag, Line, OneOf, Percent, Person, Prose, Region, Regions, Uscc, Wan
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
    "businesses",
    Text("配偶、子女及其配偶经商办企业的情况", "Businesses of the spouse, the children and their spouses"),
    R17.article(4, 5),
)


@table(
    "businesses",
    number="T18",
    title=Text("配偶、子女及其配偶经商办企业情况", "Businesses of the family"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SPOUSE_CHILDREN_IN_LAW,
    note=Text(
        "报告非上市公司、个体工商户、个人独资企业、合伙企业，以及国（境）外注册公司和投资入股；以登记信息为准，填认缴而不是实缴数额；停业、吊销未注销的也要报告。",
        "Unlisted companies, sole traders, sole proprietorships, partnerships, and companies or shareholdings abroad. The register prevails; give the amount subscribed, not the amount paid in. Dormant firms and firms whose licence was revoked but which are not deregistered count.",
    ),
)
class Business(Entry, frozen=True):
    """One row of T18: one business of one person."""

    who: Annotated[Person, say("姓名", "Who", PERSONAL, PSEUDONYM)] = ""
    company: Annotated[Line, say("企业或其他市场主体名称", "Company", PERSONAL, PSEUDONYM, index="company")] = ""
    uscc: Annotated[Uscc, say("统一社会信用代码或注册号", "USCC", SECRET, PSEUDONYM, optional=True)] = ""
    scope: Annotated[Prose, say("经营范围", "Scope", PERSONAL, DROP, optional=True)] = ""
    founded: Annotated[Day, say("成立日期", "Founded", PERSONAL, YEAR)] = None
    registered_in: Annotated[Region, say("注册地", "Registered in", PERSONAL, REGION)] = ""
    operates_in: Annotated[Regions, say("经营地", "Operates in", PERSONAL, REGION, optional=True)] = ""
    kind: Annotated[OneOf[CompanyKind], say("企业类型", "Kind", INTERNAL, KEEP)] = None
    state: Annotated[OneOf[CompanyState], say("状态", "State", INTERNAL, KEEP)] = None
    capital: Annotated[Wan, say("注册资本(出资总额)", "Registered capital", PERSONAL, BAND)] = None
    subscribed: Annotated[Wan, say("个人认缴出资额", "Personally subscribed", PERSONAL, BAND, optional=True)] = None
    percent: Annotated[Percent, say("个人出资比例", "Personal share", PERSONAL, BAND, optional=True)] = None
    senior_post: Annotated[Line, say("担任高级职务", "Senior post held", PERSONAL, DROP, optional=True)] = ""
    related: Annotated[
        Flag, say("是否与报告人管辖地区或业务相关", "Related to the declarant's jurisdiction", INTERNAL, KEEP)
    ] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
