"""Somebody asked about a case, pleaded or meddled: written down the same day."""

from typing import Annotated

from declare.items.disclosures.choices import InterferenceKind
from declare.items.disclosures.due import Due
from declare.items.kinds import Day, Line, OneOf, Prose
from declare.items.spec import DROP, INTERNAL, KEEP, PERSONAL, PSEUDONYM, SECRET, YEAR, Covers, Entry, Mode, say, table
from declare.law import JC24, Text


@table(
    "interference",
    number="D6",
    title=Text("打听案情、过问案件、说情干预登记", "Record of asking about, pleading or meddling in cases"),
    basis=JC24.article(66),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "打听案情、过问案件、说情干预和未经批准接触的，当日如实登记。",
        "Write down on the same day anyone who asked about a case, pleaded, meddled, or made contact without approval.",
    ),
)
class Interference(Entry, frozen=True):
    """One attempt to interfere, written down by the person approached."""

    happened: Annotated[Day, say("时间", "When", INTERNAL, YEAR)] = None
    by: Annotated[Line, say("过问人", "By whom", PERSONAL, PSEUDONYM)] = ""
    by_unit: Annotated[
        Line,
        say(
            "过问人单位及职务",
            "Unit and post",
            PERSONAL,
            DROP,
            hint=Text("过问人的单位和职务。", "The unit and post of the person."),
        ),
    ] = ""
    kind: Annotated[OneOf[InterferenceKind], say("方式", "Kind", INTERNAL, KEEP, wire="kind_of")] = None
    case_number: Annotated[Line, say("涉及事项编号", "Case", INTERNAL, KEEP, optional=True)] = ""
    content: Annotated[
        Prose,
        say(
            "内容",
            "Content",
            SECRET,
            DROP,
            hint=Text("如实记录打听、说情、干预的内容。", "What was asked, pleaded or demanded, as it was said."),
        ),
    ] = ""
    response: Annotated[Prose, say("处理情况", "Response", PERSONAL, DROP, optional=True)] = ""


DUE = Due(Text("当日登记。", "The same day."))
