"""Registers about property: homes, holdings, policies, firms, accounts abroad, taxed income."""

from typing import Annotated

from declare.items.choices import CompanyKind, CompanyState, EstateKind
from declare.items.kinds import (
    Address,
    Amount,
    Area,
    CertificateNo,
    Count,
    Country,
    Currency,
    Day,
    FundCode,
    IdNumber,
    Line,
    OneOf,
    Percent,
    SecurityCode,
    Units,
    Uscc,
    Wan,
    Yuan,
)
from declare.items.registries.choices import CompanyRole, PolicyState, TitleState
from declare.items.spec import DROP, INTERNAL, PERSONAL, SECRET, Covers, Entry, Mode, say, table
from declare.law import R17, Text

LINKAGE = R17.article(15, verified=False)


@table(
    "real_estate",
    number="R7",
    title=Text("不动产登记", "Real-estate register"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：自然资源、住建", "From the natural resources and housing authorities"),
)
class TitleRecord(Entry, frozen=True):
    """One owner’s row of one home; contracts not yet registered count."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    certificate: Annotated[
        CertificateNo, say("不动产权证号或合同号", "Title or contract number", SECRET, DROP, optional=True)
    ] = ""
    address: Annotated[Address, say("坐落", "Address", SECRET, DROP, optional=True)] = ""
    area: Annotated[Area, say("建筑面积", "Floor area", PERSONAL, DROP, optional=True)] = None
    kind: Annotated[OneOf[EstateKind], say("用途", "Kind", INTERNAL, DROP, optional=True)] = None
    registered: Annotated[Day, say("登记时间", "Registered on", PERSONAL, DROP, optional=True)] = None
    price: Annotated[Wan, say("交易价格", "Price", PERSONAL, DROP, optional=True)] = None
    state: Annotated[OneOf[TitleState], say("登记状态", "State", INTERNAL, DROP, optional=True)] = None


@table(
    "securities",
    number="R8",
    title=Text("证券账户", "Securities accounts"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：证监", "From the securities regulator"),
)
class ShareHolding(Entry, frozen=True):
    """One share held on one day."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    code: Annotated[SecurityCode, say("代码", "Code", PERSONAL, DROP, optional=True)] = ""
    name: Annotated[Line, say("名称", "Name", PERSONAL, DROP, optional=True)] = ""
    quantity: Annotated[Count, say("持股数量", "Quantity", PERSONAL, DROP, optional=True)] = None
    value: Annotated[Wan, say("市值", "Value", PERSONAL, DROP, optional=True)] = None
    as_of: Annotated[Day, say("数据日期", "As of", INTERNAL, DROP, optional=True)] = None


@table(
    "funds",
    number="R9",
    title=Text("基金账户", "Fund accounts"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：证监", "From the securities regulator"),
)
class FundHolding(Entry, frozen=True):
    """One fund held on one day."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    code: Annotated[FundCode, say("基金代码", "Code", PERSONAL, DROP, optional=True)] = ""
    name: Annotated[Line, say("名称", "Name", PERSONAL, DROP, optional=True)] = ""
    units: Annotated[Units, say("份额", "Units", PERSONAL, DROP, optional=True)] = None
    value: Annotated[Wan, say("市值", "Value", PERSONAL, DROP, optional=True)] = None
    as_of: Annotated[Day, say("数据日期", "As of", INTERNAL, DROP, optional=True)] = None


@table(
    "insurance",
    number="R10",
    title=Text("保险", "Insurance policies"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：金融监管", "From the financial regulator"),
)
class PolicyRecord(Entry, frozen=True):
    """One policy of a policyholder."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    policy_number: Annotated[Line, say("保单号", "Policy number", SECRET, DROP, optional=True, index="policy")] = ""
    insurer: Annotated[Line, say("保险公司", "Insurer", PERSONAL, DROP, optional=True)] = ""
    product: Annotated[Line, say("保险产品", "Product", PERSONAL, DROP, optional=True)] = ""
    paid: Annotated[Wan, say("累计缴纳保费或投资金", "Paid so far", PERSONAL, DROP, optional=True)] = None
    state: Annotated[OneOf[PolicyState], say("保单状态", "State", INTERNAL, DROP, optional=True)] = None


@table(
    "businesses",
    number="R11",
    title=Text("市场主体登记", "Company register"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：市场监管", "From the market regulator"),
)
class FirmRecord(Entry, frozen=True):
    """One part a person has in one firm."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    uscc: Annotated[Uscc, say("统一社会信用代码或注册号", "USCC", SECRET, DROP, optional=True)] = ""
    company: Annotated[Line, say("企业名称", "Company", PERSONAL, DROP, optional=True, index="company")] = ""
    role: Annotated[OneOf[CompanyRole], say("身份", "Role", PERSONAL, DROP, optional=True)] = None
    subscribed: Annotated[Wan, say("认缴出资额", "Subscribed", PERSONAL, DROP, optional=True)] = None
    percent: Annotated[Percent, say("出资比例", "Share", PERSONAL, DROP, optional=True)] = None
    kind: Annotated[OneOf[CompanyKind], say("企业类型", "Kind", INTERNAL, DROP, optional=True)] = None
    state: Annotated[OneOf[CompanyState], say("状态", "State", INTERNAL, DROP, optional=True)] = None


@table(
    "overseas_assets",
    number="R12",
    title=Text("境外账户", "Accounts abroad"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：外汇、外事", "From the foreign exchange and foreign affairs authorities"),
)
class ForeignAccount(Entry, frozen=True):
    """One account or asset abroad on one day."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    country: Annotated[Country, say("国家（地区）", "Country or region", PERSONAL, DROP, optional=True)] = ""
    bank: Annotated[Line, say("开户银行", "Bank", PERSONAL, DROP, optional=True)] = ""
    currency: Annotated[Currency, say("币种", "Currency", INTERNAL, DROP, optional=True)] = ""
    amount: Annotated[Amount, say("金额", "Amount", PERSONAL, DROP, optional=True)] = None
    as_of: Annotated[Day, say("数据日期", "As of", INTERNAL, DROP, optional=True)] = None


@table(
    "tax",
    number="R13",
    title=Text("个人所得税", "Income tax"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：税务", "From the tax authority"),
)
class TaxRecord(Entry, frozen=True):
    """The net income of one year."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    year: Annotated[Count, say("纳税年度", "Tax year", INTERNAL, DROP, optional=True)] = None
    net_income: Annotated[Yuan, say("税后收入", "Net income", PERSONAL, DROP, optional=True)] = None
