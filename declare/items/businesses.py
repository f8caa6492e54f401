"""第四条（五） · Firms and shares of the spouse, the children and their spouses."""

from typing import Annotated

from declare.items.choices import CompanyKind, CompanyState
from declare.items.kinds import Day, Flag, Line, OneOf, Percent, Person, Prose, Region, Regions, Uscc, Wan
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
    uscc: Annotated[
        Uscc,
        say(
            "统一社会信用代码或注册号",
            "USCC",
            SECRET,
            PSEUDONYM,
            optional=True,
            hint=Text(
                "营业执照上的18位代码，老企业填15位注册号；国（境）外企业可以不填。",
                "The 18 characters on the business licence, or the old 15-digit number; leave empty for a company abroad.",
            ),
        ),
    ] = ""
    scope: Annotated[
        Prose,
        say(
            "经营范围",
            "Scope",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text("照营业执照填写经营范围。", "The scope of business as on the licence."),
        ),
    ] = ""
    founded: Annotated[Day, say("成立日期", "Founded", PERSONAL, YEAR)] = None
    registered_in: Annotated[
        Region,
        say(
            "注册地",
            "Registered in",
            PERSONAL,
            REGION,
            optional=True,
            hint=Text(
                "填到设区的市；国（境）外注册的可以不填。", "Down to the prefecture; leave empty if registered abroad."
            ),
        ),
    ] = ""
    operates_in: Annotated[
        Regions,
        say(
            "经营地",
            "Operates in",
            PERSONAL,
            REGION,
            optional=True,
            hint=Text("实际经营的地方，可以填多个。", "Where it really does business, several places if need be."),
        ),
    ] = ""
    kind: Annotated[OneOf[CompanyKind], say("企业类型", "Kind", INTERNAL, KEEP)] = None
    state: Annotated[
        OneOf[CompanyState],
        say(
            "状态",
            "State",
            INTERNAL,
            KEEP,
            hint=Text(
                "停业、吊销未注销的也要报告。", "Dormant firms and firms with a revoked licence must be reported too."
            ),
        ),
    ] = None
    capital: Annotated[Wan, say("注册资本(出资总额)", "Registered capital", PERSONAL, BAND, optional=True)] = None
    subscribed: Annotated[
        Wan,
        say(
            "个人认缴出资额",
            "Personally subscribed",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("填认缴的数额，不是实缴。", "The amount subscribed, not the amount paid in."),
        ),
    ] = None
    percent: Annotated[
        Percent,
        say(
            "个人出资比例",
            "Personal share",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("认缴出资额占注册资本的比例。", "The amount subscribed as a share of the registered capital."),
        ),
    ] = None
    senior_post: Annotated[
        Line,
        say(
            "担任高级职务",
            "Senior post held",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text(
                "在企业担任法定代表人、董事、监事、经理等职务的填写。",
                "Legal representative, director, supervisor, manager and the like, if held.",
            ),
        ),
    ] = ""
    related: Annotated[
        Flag,
        say(
            "是否与报告人管辖地区或业务相关",
            "Related to the declarant's jurisdiction",
            INTERNAL,
            KEEP,
            hint=Text(
                "与报告人任职地区或者主管业务有关的选“是”。",
                "Choose yes if it concerns the declarant’s region or field of work.",
            ),
        ),
    ] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
