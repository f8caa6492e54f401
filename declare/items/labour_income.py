"""第四条（二） · What the declarant earned beside the office."""

from typing import Annotated

from declare.items.kinds import Prose, Wan
from declare.items.spec import BAND, DROP, PERSONAL, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "labour_income",
    Text(
        "本人从事讲学、写作、咨询、审稿、书画等劳务所得",
        "Income of the declarant from lecturing, writing, consulting, reviewing, calligraphy and painting",
    ),
    R17.article(4, 2),
)


@table(
    "labour_income",
    number="T13",
    title=Text("本人劳务所得", "Labour income"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "报告上一年1月1日至12月31日讲学、写作、咨询、审稿、书画等所得，扣除个人所得税。",
        "Income of the previous calendar year from lecturing, writing, consulting, reviewing, calligraphy and painting, net of income tax.",
    ),
)
class LabourIncome(Entry, frozen=True):
    """One row of T13: the income of one calendar year."""

    lecturing: Annotated[Wan, say("讲学", "Lecturing", PERSONAL, BAND, optional=True)] = None
    writing: Annotated[Wan, say("写作", "Writing", PERSONAL, BAND, optional=True)] = None
    consulting: Annotated[Wan, say("咨询", "Consulting", PERSONAL, BAND, optional=True)] = None
    reviewing: Annotated[Wan, say("审稿", "Reviewing", PERSONAL, BAND, optional=True)] = None
    art: Annotated[Wan, say("书画", "Calligraphy and painting", PERSONAL, BAND, optional=True)] = None
    other: Annotated[Wan, say("其他", "Other", PERSONAL, BAND, optional=True)] = None
    total: Annotated[
        Wan,
        say(
            "合计",
            "Total",
            PERSONAL,
            BAND,
            hint=Text("等于前几项之和，均为税后数。", "The sum of the fields above, all after tax."),
        ),
    ] = None
    payers: Annotated[
        Prose,
        say(
            "主要支付单位",
            "Main payers",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text("写明主要支付单位的全称。", "The full names of those who paid most of it."),
        ),
    ] = ""
