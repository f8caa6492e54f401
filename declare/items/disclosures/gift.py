"""Gifts and cash gifts, registered within a month of receipt."""

from typing import Annotated

from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.items.disclosures.due import Due
from declare.items.kinds import Count, Day, Line, OneOf, Prose, Uscc, Yuan
from declare.items.spec import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
    MASK,
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
from declare.law import G95, Text


@table(
    "gift",
    number="D1",
    title=Text("收受礼品、礼金登记", "Gifts and cash gifts received"),
    basis=G95.article(3),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "在公务活动中收受、未能拒收的礼品、礼金都要登记；应当上交的连同礼品交指定部门。",
        "Register every gift and cash gift you could not refuse in official dealings. Hand those that must be handed over to the designated department.",
    ),
)
class Gift(Entry, frozen=True):
    """One gift received, or given on official business."""

    happened: Annotated[
        Day,
        say("收受时间", "Received on", INTERNAL, YEAR, hint=Text("收到礼品的日期。", "The day the gift was received.")),
    ] = None
    returned_to_unit: Annotated[
        Day,
        say(
            "回单位时间",
            "Back at the unit on",
            INTERNAL,
            YEAR,
            optional=True,
            hint=Text(
                "在外地、国（境）外收受的，填回到单位的日期，登记期限从这天起算。",
                "If received away, the day you were back at the unit; the term runs from it.",
            ),
        ),
    ] = None
    direction: Annotated[
        OneOf[GiftDirection],
        say(
            "收受或赠送",
            "Received or given",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text(
                "一般为收受；外事活动中赠送的选赠送。",
                "Received as a rule; given for gifts presented on official foreign business.",
            ),
        ),
    ] = None
    giver: Annotated[Line, say("赠送人", "Giver", PERSONAL, PSEUDONYM)] = ""
    giver_unit: Annotated[Line, say("赠送人单位", "Giver's unit", PERSONAL, PSEUDONYM, optional=True)] = ""
    giver_uscc: Annotated[Uscc, say("赠送单位统一社会信用代码", "Giver's USCC", SECRET, PSEUDONYM, optional=True)] = ""
    relation: Annotated[
        OneOf[GiverRelation],
        say(
            "与本人关系",
            "Relation",
            INTERNAL,
            KEEP,
            hint=Text(
                "管理服务对象包括受本单位许可、检查、资助或者与本单位有合同的单位和个人。",
                "A managed or served party is anyone the unit licenses, inspects, funds or contracts.",
            ),
        ),
    ] = None
    occasion: Annotated[Line, say("事由", "Occasion", PERSONAL, DROP)] = ""
    place: Annotated[Line, say("地点", "Place", PERSONAL, DROP)] = ""
    kind: Annotated[OneOf[GiftKind], say("类别", "Kind", INTERNAL, KEEP, wire="kind_of")] = None
    what: Annotated[Line, say("品名", "What", PERSONAL, KEEP)] = ""
    quantity: Annotated[Count, say("数量", "Quantity", INTERNAL, KEEP)] = None
    value: Annotated[
        Yuan,
        say(
            "折合人民币(元)",
            "Value in yuan",
            PERSONAL,
            BAND,
            hint=Text(
                "全部礼品合计的市场价格；现金、消费卡填面值。",
                "The market price of the whole gift; for cash and cards the face value.",
            ),
        ),
    ] = None
    refusal: Annotated[
        Prose,
        say(
            "未能拒收的原因",
            "Why it could not be refused",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text("写明当时为什么没有拒收。", "Why it could not be refused at the time."),
        ),
    ] = ""
    outcome: Annotated[OneOf[GiftOutcome], say("处理方式", "Outcome", INTERNAL, KEEP)] = None
    handed_over_on: Annotated[Day, say("上交时间", "Handed over on", INTERNAL, YEAR, optional=True)] = None
    receipt_number: Annotated[
        Line,
        say(
            "上交凭证号",
            "Hand-over receipt",
            PERSONAL,
            MASK,
            optional=True,
            hint=Text("上交后指定部门开具的凭证号。", "The number of the receipt the designated department gave you."),
        ),
    ] = ""


DUE = Due(
    Text(
        "收受之日起一个月内；在外地收受的，从回单位之日起算。",
        "Within one month of receipt; of the return to the unit where it was received away.",
    ),
    months=1,
    instead="returned_to_unit",
)
