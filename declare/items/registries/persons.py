"""Registers about persons: marriage, exit and entry, status abroad, jobs, criminal proceedings."""

from typing import Annotated

from declare.items.choices import MaritalState, ProsecutionStage
from declare.items.kinds import Countries, Country, Day, DocumentNo, IdNumber, Line, OneOf, Prose, RelativeNumber, Uscc
from declare.items.registries.choices import ExitDocumentKind, OverseasStatusKind
from declare.items.spec import DROP, INTERNAL, PERSONAL, SECRET, Covers, Entry, Mode, say, table
from declare.law import R17, Text

LINKAGE = R17.article(15, verified=False)


@table(
    "marriage",
    number="R1",
    title=Text("婚姻登记", "Marriage register"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：民政", "From the civil affairs authority"),
)
class MarriageRecord(Entry, frozen=True):
    """One marriage registration of the declarant or a child."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    spouse_name: Annotated[Line, say("配偶姓名", "Spouse", PERSONAL, DROP, optional=True)] = ""
    spouse_id_number: Annotated[
        RelativeNumber, say("配偶证件号码", "Spouse’s identity number", SECRET, DROP, optional=True)
    ] = ""
    spouse_country: Annotated[
        Country, say("配偶国籍（地区）", "Spouse’s nationality", PERSONAL, DROP, optional=True)
    ] = ""
    state: Annotated[OneOf[MaritalState], say("婚姻状态", "State", PERSONAL, DROP, optional=True)] = None
    registered: Annotated[Day, say("登记时间", "Registered on", PERSONAL, DROP, optional=True)] = None


@table(
    "exit_documents",
    number="R2",
    title=Text("出入境证件", "Exit documents"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：出入境", "From the exit and entry administration"),
)
class ExitDocument(Entry, frozen=True):
    """One passport or permit issued to a person."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    kind: Annotated[OneOf[ExitDocumentKind], say("证件种类", "Document", INTERNAL, DROP, optional=True)] = None
    number: Annotated[DocumentNo, say("证件号码", "Number", SECRET, DROP, optional=True)] = ""
    issued: Annotated[Day, say("签发日期", "Issued", INTERNAL, DROP, optional=True)] = None
    expires: Annotated[Day, say("有效期至", "Expires", INTERNAL, DROP, optional=True)] = None


@table(
    "crossings",
    number="R3",
    title=Text("出入境记录", "Border crossings"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：出入境", "From the exit and entry administration"),
)
class Crossing(Entry, frozen=True):
    """One journey over the border."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    document_number: Annotated[DocumentNo, say("所用证件号", "Document used", SECRET, DROP, optional=True)] = ""
    left: Annotated[Day, say("出境时间", "Left", PERSONAL, DROP, optional=True)] = None
    returned: Annotated[Day, say("入境时间", "Returned", PERSONAL, DROP, optional=True)] = None
    destinations: Annotated[Countries, say("前往国家（地区）", "Destinations", PERSONAL, DROP, optional=True)] = ""


@table(
    "overseas_status",
    number="R4",
    title=Text("境外身份和居留", "Status abroad"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：出入境", "From the exit and entry administration"),
)
class OverseasStatus(Entry, frozen=True):
    """One status or stay abroad."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    country: Annotated[Country, say("国家（地区）", "Country or region", PERSONAL, DROP, optional=True)] = ""
    kind: Annotated[OneOf[OverseasStatusKind], say("身份类别", "Status", PERSONAL, DROP, optional=True)] = None
    since: Annotated[Day, say("起始时间", "Since", PERSONAL, DROP, optional=True)] = None
    until: Annotated[Day, say("结束时间", "Until", PERSONAL, DROP, optional=True)] = None


@table(
    "employment",
    number="R5",
    title=Text("社会保险和任职", "Employment register"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：人社", "From the social security authority"),
)
class JobRecord(Entry, frozen=True):
    """One job of a person."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    employer: Annotated[Line, say("工作单位", "Employer", PERSONAL, DROP, optional=True)] = ""
    employer_uscc: Annotated[Uscc, say("单位统一社会信用代码", "Employer’s USCC", SECRET, DROP, optional=True)] = ""
    post: Annotated[Line, say("职务", "Post", PERSONAL, DROP, optional=True)] = ""
    since: Annotated[Day, say("起始时间", "Since", PERSONAL, DROP, optional=True)] = None
    until: Annotated[Day, say("结束时间", "Until", PERSONAL, DROP, optional=True)] = None


@table(
    "judicial",
    number="R6",
    title=Text("刑事案件", "Criminal proceedings"),
    basis=LINKAGE,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text("来源：法院、检察、公安", "From courts, procuratorates and the police"),
)
class JudicialRecord(Entry, frozen=True):
    """One criminal proceeding against a person."""

    subject: Annotated[IdNumber, say("公民身份号码", "Identity number", SECRET, DROP, optional=True)] = ""
    cause: Annotated[Prose, say("案由", "Cause", SECRET, DROP, optional=True)] = ""
    stage: Annotated[OneOf[ProsecutionStage], say("处理阶段", "Stage", SECRET, DROP, optional=True)] = None
    since: Annotated[Day, say("追究时间", "Since", SECRET, DROP, optional=True)] = None
