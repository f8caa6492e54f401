"""第三条（一） · The marriage of the declarant."""

from typing import Annotated

from declare.items.choices import MaritalChange, MaritalState
from declare.items.kinds import Day, OneOf, Prose
from declare.items.spec import DROP, INTERNAL, KEEP, PERSONAL, YEAR, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "marriage",
    Text("本人的婚姻情况", "Marital status of the declarant"),
    R17.article(3, 1),
)


@table(
    "marriage",
    number="T1",
    title=Text("本人婚姻情况", "Marital status"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SELF,
    note=Text(
        "报告填报时本人的婚姻状况；上次报告以来结婚、离婚、再婚、丧偶的，写明变化时间和原因。",
        "Your marital status on the day you file. If you married, divorced, remarried or were widowed since the last report, give the day and the reason.",
    ),
)
class Marriage(Entry, frozen=True):
    """One row of T1: the declarant’s marriage on the filing day."""

    state: Annotated[
        OneOf[MaritalState],
        say(
            "婚姻状况",
            "Marital state",
            INTERNAL,
            KEEP,
            hint=Text("填报当日的状况。", "Your status on the day you file."),
        ),
    ] = None
    change: Annotated[
        OneOf[MaritalChange],
        say(
            "变化情况",
            "Change",
            INTERNAL,
            KEEP,
            hint=Text(
                "上次报告以来的变化；没有变化的选“无变化”。",
                "What changed since the last report; choose “No change” if nothing did.",
            ),
        ),
    ] = None
    change_date: Annotated[
        Day,
        say(
            "变化时间",
            "Changed on",
            PERSONAL,
            YEAR,
            optional=True,
            hint=Text(
                "以结婚证、离婚证或者法律文书上的日期为准。",
                "The day on the marriage certificate, divorce certificate or court document.",
            ),
        ),
    ] = None
    reason: Annotated[Prose, say("变化原因", "Reason", PERSONAL, DROP, optional=True)] = ""
