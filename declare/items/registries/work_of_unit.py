"""Lists of the unit and of bodies it works with: suppliers, managed parties, venues, the roster, candidates, sanctions, the treasury."""

from typing import Annotated

from declare.items.kinds import Day, IdNumber, Line, OneOf, Uscc, Yuan
from declare.items.registries.choices import PromotionKind, SanctionKind
from declare.items.spec import DROP, INTERNAL, OPEN, PERSONAL, SECRET, Covers, Entry, Mode, say, table
from declare.law import R17, Text

LINKAGE = R17.article(15, verified=False)


@table(
    "awards",
    number="R14",
    title=Text("采购中标", "Procurement awards"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：采购招标", "From the procurement body"),
)
class Award(Entry, frozen=True):
    """One award of a unit’s purchase to a supplier."""

    buyer_unit: Annotated[Line, say("采购单位编码", "Buying unit", INTERNAL, DROP, optional=True)] = ""
    supplier: Annotated[Line, say("供应商", "Supplier", PERSONAL, DROP, optional=True, index="company")] = ""
    supplier_uscc: Annotated[Uscc, say("供应商统一社会信用代码", "Supplier’s USCC", SECRET, DROP, optional=True)] = ""
    amount: Annotated[Yuan, say("中标金额", "Amount", INTERNAL, DROP, optional=True)] = None
    awarded: Annotated[Day, say("中标时间", "Awarded on", INTERNAL, DROP, optional=True)] = None


@table(
    "managed",
    number="R15",
    title=Text("管理服务对象", "Managed and served parties"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：本单位", "From the unit itself"),
)
class Managed(Entry, frozen=True):
    """One company or person the unit licenses, inspects, funds or contracts."""

    unit: Annotated[Line, say("单位编码", "Unit", OPEN, DROP, optional=True)] = ""
    name: Annotated[Line, say("名称或姓名", "Name", PERSONAL, DROP, optional=True)] = ""
    uscc: Annotated[Uscc, say("统一社会信用代码或注册号", "USCC", SECRET, DROP, optional=True)] = ""
    why: Annotated[Line, say("管理服务事由", "Why", INTERNAL, DROP, optional=True)] = ""


@table(
    "venues",
    number="R16",
    title=Text("私人会所和高消费场所", "Private clubs and high-consumption venues"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：本单位", "From the unit itself"),
)
class Venue(Entry, frozen=True):
    """One venue on the list."""

    name: Annotated[Line, say("名称", "Name", PERSONAL, DROP, optional=True)] = ""
    kind: Annotated[Line, say("场所类别", "Kind", INTERNAL, DROP, optional=True)] = ""
    since: Annotated[Day, say("起始时间", "Since", PERSONAL, DROP, optional=True)] = None


@table(
    "roster",
    number="R17",
    title=Text("应报告人员名册", "Roster"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：干部部门", "From the personnel department"),
)
class RosterEntry(Entry, frozen=True):
    """One person who must file."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    name: Annotated[Line, say("姓名", "Name", PERSONAL, DROP, optional=True)] = ""
    unit: Annotated[Line, say("单位编码", "Unit", OPEN, DROP, optional=True)] = ""
    post: Annotated[Line, say("职务", "Post", PERSONAL, DROP, optional=True)] = ""
    grade: Annotated[Line, say("职级", "Grade", INTERNAL, DROP, optional=True)] = ""
    since: Annotated[Day, say("起始时间", "Since", PERSONAL, DROP, optional=True)] = None
    until: Annotated[Day, say("结束时间", "Until", PERSONAL, DROP, optional=True)] = None
    managed_by: Annotated[Line, say("管理单位编码", "Managed by", INTERNAL, DROP, optional=True)] = ""


@table(
    "promotions",
    number="R18",
    title=Text("拟提拔等人选", "Candidates"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：干部部门", "From the personnel department"),
)
class Promotion(Entry, frozen=True):
    """One person proposed for promotion, the reserve list or further use, or one who resigns."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    kind: Annotated[OneOf[PromotionKind], say("事项", "Kind", PERSONAL, DROP, optional=True)] = None
    proposed: Annotated[Day, say("提出时间", "Proposed on", INTERNAL, DROP, optional=True)] = None
    post: Annotated[Line, say("职务", "Post", PERSONAL, DROP, optional=True)] = ""


@table(
    "sanctions",
    number="R19",
    title=Text("处分", "Sanctions"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：纪检监察", "From discipline and supervision"),
)
class Sanction(Entry, frozen=True):
    """One sanction that starts an effect period."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    kind: Annotated[OneOf[SanctionKind], say("处理种类", "Sanction", PERSONAL, DROP, optional=True)] = None
    decided: Annotated[Day, say("作出时间", "Decided on", PERSONAL, DROP, optional=True)] = None


@table(
    "treasury",
    number="R20",
    title=Text("上缴国库", "Treasury payments"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：财政", "From the treasury"),
)
class TreasuryPayment(Entry, frozen=True):
    """One payment that reached the treasury."""

    receipt_number: Annotated[Line, say("缴款凭证号", "Receipt number", PERSONAL, DROP, optional=True)] = ""
    amount: Annotated[Yuan, say("入库金额", "Amount", INTERNAL, DROP, optional=True)] = None
    paid_in: Annotated[Day, say("入库时间", "Paid in on", INTERNAL, DROP, optional=True)] = None


@table(
    "prices",
    number="R21",
    title=Text("参考价格", "Reference prices"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：价格认定", "From the price assessment body"),
)
class ReferencePrice(Entry, frozen=True):
    """The reference price of one kind of gift."""

    what: Annotated[Line, say("品名", "What", PERSONAL, DROP, optional=True)] = ""
    value: Annotated[Yuan, say("参考价格", "Reference price", INTERNAL, DROP, optional=True)] = None
    as_of: Annotated[Day, say("数据日期", "As of", INTERNAL, DROP, optional=True)] = None
