"""Banquets, travel, fitness and entertainment one was invited to."""

from typing import Annotated

from declare.items.disclosures.choices import GiverRelation, InvitationKind, Payer
from declare.items.disclosures.due import Due
from declare.items.kinds import Day, Flag, Line, OneOf, Prose, Uscc, Yuan
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
    Mode,
    say,
    table,
)
from declare.law import D23, Text


@table(
    "invitation",
    number="D3",
    title=Text("接受宴请、旅游、健身、娱乐等活动安排报告", "Invitations to banquets, travel, fitness or entertainment"),
    basis=D23.article(101),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "可能影响公正执行公务的宴请、旅游、健身、娱乐等活动安排，不论是否参加都可以报告。",
        "Banquets, travel, fitness or entertainment that may affect fair performance of duty; an invitation you declined may be reported too.",
    ),
)
class Invitation(Entry, frozen=True):
    """One invitation, accepted or declined."""

    happened: Annotated[Day, say("活动时间", "When", INTERNAL, YEAR)] = None
    kind: Annotated[OneOf[InvitationKind], say("活动类别", "Kind", INTERNAL, KEEP, wire="kind_of")] = None
    host: Annotated[Line, say("邀请人", "Host", PERSONAL, PSEUDONYM)] = ""
    host_unit: Annotated[Line, say("邀请单位", "Host's unit", PERSONAL, PSEUDONYM, optional=True)] = ""
    host_uscc: Annotated[Uscc, say("邀请单位统一社会信用代码", "Host's USCC", SECRET, PSEUDONYM, optional=True)] = ""
    relation: Annotated[OneOf[GiverRelation], say("与本人关系", "Relation", INTERNAL, KEEP)] = None
    venue: Annotated[Line, say("场所", "Venue", PERSONAL, DROP, optional=True)] = ""
    participants: Annotated[
        Prose,
        say(
            "参加人员",
            "Participants",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text("每行一人：姓名、单位、职务。", "One person a line: name, unit, post."),
        ),
    ] = ""
    cost_per_head: Annotated[Yuan, say("人均费用(元)", "Cost a head", PERSONAL, BAND, optional=True)] = None
    payer: Annotated[
        OneOf[Payer],
        say(
            "费用承担",
            "Who paid",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text("本人应负担的部分由谁支付。", "Who paid your part."),
        ),
    ] = None
    off_hours: Annotated[Flag, say("八小时以外", "Outside working hours", INTERNAL, KEEP, optional=True)] = None
    alcohol: Annotated[Flag, say("是否饮酒", "Alcohol", INTERNAL, KEEP, optional=True)] = None
    declined: Annotated[Flag, say("是否谢绝", "Declined", INTERNAL, KEEP, optional=True)] = None
    explanation: Annotated[Prose, say("情况说明", "Explanation", PERSONAL, DROP, optional=True)] = ""


DUE = Due(
    Text(
        "能预见的事前报告；不能预见的在三个工作日内报告。",
        "Before the event where it is foreseen, otherwise within three working days.",
    ),
    working_days=3,
    before=True,
)
