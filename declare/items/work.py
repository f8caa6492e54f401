"""What happens around the filings, as it travels: draws, checks, leads, inquiries, transfers, decisions, consultations and more."""

from typing import Annotated

from declare.items.disclosures.choices import Disposal
from declare.items.kinds import Count, Day, IdNumber, Line, Lines, OneOf, Prose
from declare.items.spec import DROP, INTERNAL, OPEN, PERSONAL, SECRET, Covers, Entry, Mode, Table, say, table, table_of
from declare.law import G93, GBT22239, JC24, JDZJ, M17, PIPL, R17, Text

ON_THE_PERSON = Text("填写公民身份号码", "An identity number")


@table(
    "draw",
    number="W1",
    title=Text("随机抽查", "Random draw"),
    basis=R17.article(11),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Draw(Entry, frozen=True):
    """One yearly draw for random checks; the seed lets anyone draw again."""

    year: Annotated[Count, say("年度", "Year", OPEN, DROP)] = None
    eligible: Annotated[Count, say("应报告人数", "Eligible", OPEN, DROP)] = None
    sampled: Annotated[Count, say("抽取人数", "Drawn", OPEN, DROP)] = None
    seed: Annotated[Line, say("抽取种子", "Seed", OPEN, DROP, optional=True)] = ""


@table(
    "check",
    number="W2",
    title=Text("查核", "Check"),
    basis=R17.article(11),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Check(Entry, frozen=True):
    """One person’s report was checked."""

    declarant: Annotated[IdNumber, say("查核对象", "Person checked", SECRET, DROP, hint=ON_THE_PERSON)] = ""
    reason: Annotated[Line, say("查核原因", "Reason", INTERNAL, DROP)] = ""
    on: Annotated[Day, say("查核时间", "Checked on", INTERNAL, DROP)] = None


@table(
    "lead",
    number="W3",
    title=Text("问题线索", "Lead"),
    basis=JC24.article(40),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Lead(Entry, frozen=True):
    """One lead about a person, and when a way of disposing of it was decided."""

    about: Annotated[IdNumber, say("反映对象", "About", SECRET, DROP, hint=ON_THE_PERSON)] = ""
    received: Annotated[Day, say("收到时间", "Received on", INTERNAL, DROP)] = None
    disposed: Annotated[Day, say("提出处置意见时间", "Disposed of on", INTERNAL, DROP, optional=True)] = None


@table(
    "inquiry",
    number="W4",
    title=Text("函询", "Inquiry"),
    basis=JDZJ.whole(verified=False),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Inquiry(Entry, frozen=True):
    """One written inquiry to a person, and the reply."""

    declarant: Annotated[IdNumber, say("函询对象", "Person asked", SECRET, DROP, hint=ON_THE_PERSON)] = ""
    sent: Annotated[Day, say("发函时间", "Sent on", INTERNAL, DROP)] = None
    replied: Annotated[Day, say("回复时间", "Replied on", INTERNAL, DROP, optional=True)] = None


@table(
    "transfer",
    number="W5",
    title=Text("报告材料转递", "Transfer of the file"),
    basis=R17.article(7, verified=False),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Transfer(Entry, frozen=True):
    """A person changed posts, and the file went to the body that now accepts the reports."""

    declarant: Annotated[IdNumber, say("报告人", "Declarant", SECRET, DROP, hint=ON_THE_PERSON)] = ""
    changed: Annotated[Day, say("职务变动时间", "Changed posts on", INTERNAL, DROP)] = None
    handed_over: Annotated[Day, say("转递时间", "Handed over on", INTERNAL, DROP, optional=True)] = None


@table(
    "decision",
    number="W6",
    title=Text("核对结论", "Decision on a finding"),
    basis=M17.article(3),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Decision(Entry, frozen=True):
    """How a person decided on one finding, and why; the declarant’s explanation comes before it."""

    finding: Annotated[Line, say("提示编号", "Finding", OPEN, DROP)] = ""
    by: Annotated[Line, say("决定人", "Decided by", PERSONAL, DROP)] = ""
    on: Annotated[Day, say("决定时间", "Decided on", INTERNAL, DROP)] = None
    reason: Annotated[Prose, say("理由", "Reason", SECRET, DROP)] = ""
    explanation: Annotated[Prose, say("报告人说明", "Explanation of the declarant", SECRET, DROP)] = ""


@table(
    "consult",
    number="W7",
    title=Text("查阅", "Consultation"),
    basis=R17.article(10),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Consult(Entry, frozen=True):
    """One consultation of a person’s reports, with the approval it rests on and how many records were taken out."""

    by: Annotated[Line, say("查阅人", "Consulted by", SECRET, DROP, index="id_number", hint=ON_THE_PERSON)] = ""
    about: Annotated[IdNumber, say("被查阅人", "About", SECRET, DROP, hint=ON_THE_PERSON)] = ""
    approval: Annotated[Line, say("批准文号", "Approval", INTERNAL, DROP)] = ""
    scope: Annotated[Line, say("查阅范围", "Scope", INTERNAL, DROP)] = ""
    until: Annotated[Day, say("有效期至", "Valid until", INTERNAL, DROP)] = None
    exported: Annotated[Count, say("导出份数", "Records exported", INTERNAL, DROP, optional=True)] = None


@table(
    "duties",
    number="W8",
    title=Text("账户职责", "Duties of an account"),
    basis=GBT22239.whole("8.1.4.2"),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Duties(Entry, frozen=True):
    """Which roles one account holds."""

    account: Annotated[Line, say("账户", "Account", INTERNAL, DROP)] = ""
    roles: Annotated[Lines, say("角色", "Roles", INTERNAL, DROP)] = ()


@table(
    "assessment",
    number="W9",
    title=Text("个人信息保护影响评估", "Impact assessment"),
    basis=PIPL.article(55),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Assessment(Entry, frozen=True):
    """One assessment of what a rule set or a new source means for personal data."""

    of: Annotated[Line, say("评估对象", "Assessed", OPEN, DROP)] = ""
    on: Annotated[Day, say("评估时间", "Assessed on", OPEN, DROP)] = None


@table(
    "custody",
    number="W10",
    title=Text("上交礼品处置", "What became of a gift handed over"),
    basis=G93.article(10),
    mode=Mode.EVENT,
    covers=Covers.SELF,
)
class Custody(Entry, frozen=True):
    """What became of one gift that was handed over, and when its recipient was told."""

    gift: Annotated[Line, say("礼品登记编号", "Gift", INTERNAL, DROP)] = ""
    disposal: Annotated[OneOf[Disposal], say("处置方式", "Disposal", INTERNAL, DROP)] = None
    on: Annotated[Day, say("处置时间", "Disposed of on", INTERNAL, DROP)] = None
    told: Annotated[Day, say("告知时间", "Recipient told on", INTERNAL, DROP, optional=True)] = None


WORK: tuple[Table, ...] = tuple(
    table_of(record)
    for record in (Draw, Check, Lead, Inquiry, Transfer, Decision, Consult, Duties, Assessment, Custody)
)
"""The ten kinds of work records."""


def work_by_key(key: str) -> Table:
    """The work record of that key; KeyError where there is none."""
    for record in WORK:
        if record.key == key:
            return record
    raise KeyError(f"there is no work record {key}")
