"""第三条（八） · Spouse, children and their spouses held criminally liable."""

from typing import Annotated

from declare.items.choices import ProsecutionStage
from declare.items.kinds import Day, OneOf, Person, Prose
from declare.items.spec import DROP, KEEP, PERSONAL, PSEUDONYM, SECRET, YEAR, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "criminal_liability",
    Text(
        "配偶、子女及其配偶被司法机关追究刑事责任的情况",
        "Criminal liability of the spouse, the children and their spouses",
    ),
    R17.article(3, 8),
)


@table(
    "criminal_liability",
    number="T11",
    title=Text("配偶、子女及其配偶被追究刑事责任情况", "Criminal liability in the family"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.SPOUSE_CHILDREN_IN_LAW,
    note=Text(
        "配偶、子女、子女的配偶被司法机关追究刑事责任的，从立案侦查起就要报告。",
        "Report as soon as a criminal investigation of the spouse, a child or a child’s spouse has been opened.",
    ),
)
class CriminalLiability(Entry, frozen=True):
    """One row of T11: one proceeding."""

    who: Annotated[Person, say("姓名", "Who", PERSONAL, PSEUDONYM)] = ""
    since: Annotated[
        Day,
        say(
            "被追究时间",
            "Since",
            SECRET,
            YEAR,
            hint=Text("立案或者采取强制措施的日期。", "The day the case was opened or a coercive measure was taken."),
        ),
    ] = None
    cause: Annotated[Prose, say("被追究原因", "Cause", SECRET, DROP)] = ""
    stage: Annotated[
        OneOf[ProsecutionStage],
        say("处理阶段", "Stage", SECRET, KEEP, hint=Text("填报时所处的阶段。", "The stage reached when you file.")),
    ] = None
    result: Annotated[Prose, say("处理结果", "Result", SECRET, DROP, optional=True)] = ""
