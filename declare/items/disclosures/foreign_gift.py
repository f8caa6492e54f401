"""Gifts in official dealings with foreign parties."""

from typing import Annotated

from declare.items.disclosures.due import Due
from declare.items.disclosures.gift import Gift
from declare.items.kinds import Country, Line
from declare.items.spec import DROP, INTERNAL, KEEP, PERSONAL, Covers, Mode, say, table
from declare.law import G93, Text


@table(
    "foreign_gift",
    number="D2",
    title=Text("对外公务活动礼品申报", "Gifts in official dealings with foreign parties"),
    basis=G93.article(7),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "对外公务活动中接受的礼品，价值200元以上的申报并上交；现金、有价证券一律上交。",
        "Gifts in official dealings with foreign parties: declare and hand over those worth 200 yuan or more; cash and securities always.",
    ),
)
class ForeignGift(Gift, frozen=True):
    """One gift of a foreign party on official business: a gift, with its country and its occasion."""

    country: Annotated[Country, say("赠礼国家（地区）", "Country", INTERNAL, KEEP)] = ""
    activity: Annotated[
        Line,
        say(
            "公务活动",
            "Official activity",
            PERSONAL,
            DROP,
            hint=Text("收受礼品的外事活动名称。", "The official occasion on which it was received."),
        ),
    ] = ""


DUE = Due(
    Text(
        "收受之日起一个月内；在国（境）外收受的，从回国之日起算。",
        "Within one month of receipt; of the return where it was received abroad.",
    ),
    months=1,
    instead="returned_to_unit",
)
