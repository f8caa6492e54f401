"""Gifts and cash gifts, registered within a month of receipt."""

from typing import Annotated

from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.items.kinds import Count, Day, Line, OneOf, Prose, Uscc, Yuan
from declare.items.spec import (
    BAND,
    Covers,
    DROP,
    Entry,
    INTERNAL,
    KEEP,
    MASK,
    Mode,
    PERSONAL,
    PSEUDONYM,
    SECRET,
    YEAR,
    say,
    table,
)
from declare.law import G95, Text
from declare.items.disclosures.due import Due


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

    happened: Annotated[Day, say("收受时间", "Received on", INTERNAL, YEAR)] = None
    returned_to_unit: Annotated[Day, say("回单位时间", "Back at the unit on", INTERNAL, YEAR, optional=True)] = None
    direction: Annotated[
        OneOf[GiftDirection], say("收受或赠送", "Received or given", INTERNAL, KEEP, optional=True)
    ] = None
    giver: Annotated[Line, say("赠送人", "Giver", PERSONAL, PSEUDONYM)] = ""
    giver_unit: Annotated[Line, say("赠送人单位", "Giver's unit", PERSONAL, PSEUDONYM, optional=True)] = ""
    giver_uscc: Annotated[Uscc, say("赠送单位统一社会信用代码", "Giver's USCC", SECRET, PSEUDONYM, optional=True)] = ""
    relation: Annotated[OneOf[GiverRelation], say("与本人关系", "Relation", INTERNAL, KEEP)] = None
    occasion: Annotated[Line, say("事由", "Occasion", PERSONAL, DROP)] = ""
    place: Annotated[Line, say("地点", "Place", PERSONAL, DROP)] = ""
    kind: Annotated[OneOf[GiftKind], say("类别", "Kind", INTERNAL, KEEP, wire="kind_of")] = None
    what: Annotated[Line, say("品名", "What", PERSONAL, KEEP)] = ""
    quantity: Annotated[Count, say("数量", "Quantity", INTERNAL, KEEP)] = None
    value: Annotated[Yuan, say("折合人民币(元)", "Value in yuan", PERSONAL, BAND)] = None
    refusal: Annotated[Prose, say("未能拒收的原因", "Why it could not be refused", PERSONAL, DROP, optional=True)] = ""
    outcome: Annotated[OneOf[GiftOutcome], say("处理方式", "Outcome", INTERNAL, KEEP)] = None
    handed_over_on: Annotated[Day, say("上交时间", "Handed over on", INTERNAL, YEAR, optional=True)] = None
    receipt_number: Annotated[Line, say("上交凭证号", "Hand-over receipt", PERSONAL, MASK, optional=True)] = ""


DUE = Due(
    Text(
        "收受之日起一个月内；在外地收受的，从回单位之日起算。",
        "Within one month of receipt; of the return to the unit where it was received away.",
    ),
    months=1,
    instead="returned_to_unit",
)
