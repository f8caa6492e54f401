"""What an official reception was, who came and what it cost."""

from typing import Annotated

from declare.items.disclosures.due import Due
from declare.items.kinds import Count, Day, Flag, Line, Prose, Yuan
from declare.items.spec import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
    MASK,
    PERSONAL,
    PSEUDONYM,
    YEAR,
    Covers,
    Entry,
    Mode,
    say,
    table,
)
from declare.law import GJ13, Text


@table(
    "reception",
    number="D4",
    title=Text("公务接待清单", "List of an official reception"),
    basis=GJ13.article(7),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "每次公务接待结束后如实填写，由相关负责人审签，作为报销凭证之一。",
        "Fill in after each official reception; the person in charge countersigns it, and it supports the reimbursement.",
    ),
)
class Reception(Entry, frozen=True):
    """One official reception."""

    happened: Annotated[Day, say("接待时间", "When", INTERNAL, YEAR)] = None
    letter_number: Annotated[
        Line,
        say(
            "公函文号",
            "Official letter number",
            PERSONAL,
            MASK,
            optional=True,
            hint=Text("来访单位公函的文号。", "The number of the visiting unit’s official letter."),
        ),
    ] = ""
    letter_date: Annotated[Day, say("公函日期", "Letter dated", INTERNAL, YEAR, optional=True)] = None
    guest_unit: Annotated[Line, say("来访单位", "Guest unit", PERSONAL, KEEP)] = ""
    guests: Annotated[
        Prose,
        say(
            "接待对象",
            "Guests",
            PERSONAL,
            DROP,
            hint=Text("每行一人：姓名、单位、职务。", "One person a line: name, unit, post."),
        ),
    ] = ""
    guest_count: Annotated[Count, say("接待对象人数", "Guests (count)", INTERNAL, KEEP)] = None
    escorts: Annotated[Prose, say("陪同人员", "Escorts", PERSONAL, DROP)] = ""
    escort_count: Annotated[
        Count,
        say(
            "陪餐人数",
            "Escorts at table (count)",
            INTERNAL,
            KEEP,
            hint=Text("陪餐的人数，没有的填0。", "How many hosts sat at table; 0 if none."),
        ),
    ] = None
    support_count: Annotated[
        Count,
        say(
            "工作人员人数",
            "Support staff (count)",
            INTERNAL,
            KEEP,
            hint=Text("司机、翻译等工作人员人数，没有的填0。", "Drivers, interpreters and other staff; 0 if none."),
        ),
    ] = None
    activity: Annotated[Line, say("公务活动项目", "Activity", PERSONAL, KEEP)] = ""
    venue: Annotated[Line, say("场所", "Venue", PERSONAL, DROP)] = ""
    work_meals: Annotated[Count, say("工作餐次数", "Work meals", INTERNAL, KEEP)] = None
    cost: Annotated[Yuan, say("费用(元)", "Cost", INTERNAL, BAND)] = None
    budget_line: Annotated[
        Line,
        say(
            "列支科目",
            "Budget line",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text(
                "据实填写列支科目，接待费不得在会议、培训等科目列支。",
                "The line it was really charged to; receptions may not be charged to meetings or training.",
            ),
        ),
    ] = ""
    dishes: Annotated[Prose, say("菜单", "Dishes", INTERNAL, DROP, optional=True)] = ""
    alcohol: Annotated[Flag, say("是否上酒", "Alcohol served", INTERNAL, KEEP)] = None
    cigarettes: Annotated[Flag, say("是否上烟", "Cigarettes served", INTERNAL, KEEP)] = None
    countersigned_by: Annotated[Line, say("审签人", "Countersigned by", PERSONAL, PSEUDONYM, optional=True)] = ""


DUE = Due(Text("活动结束当日。", "On the day the activity ends."))
