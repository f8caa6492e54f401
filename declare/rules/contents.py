"""规则目录 · The groups the rules stand in, and the words of their severities."""

from collections.abc import Mapping
from dataclasses import dataclass

from declare.law import Text


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the rule book: its letter, its title, and what its rules compare."""

    letter: str
    title: Text
    compares: Text


CONTENTS = (
    Group(
        "A",
        Text("格式与完整性", "Format and completeness"),
        Text(
            "号码、勾选、合计、必填是否齐全无误。", "Whether numbers, boxes, totals and answers are sound and complete."
        ),
    ),
    Group(
        "B",
        Text("一份报告之内", "Within one report"),
        Text("同一份报告的各表是否互相吻合。", "Whether the tables of one report agree with each other."),
    ),
    Group(
        "C",
        Text("年度之间", "From year to year"),
        Text("本年报告与以往报告是否衔接。", "Whether this year’s report follows from the earlier ones."),
    ),
    Group(
        "D",
        Text("报告人之间", "Between declarants"),
        Text(
            "夫妻、上下级等不同报告人的填写是否一致。",
            "Whether what spouses, superiors, subordinates and others report fits together.",
        ),
    ),
    Group(
        "E",
        Text("礼品、宴请、接待与婚丧喜庆", "Gifts, banquets, receptions and family events"),
        Text("随时申报的事项是否按期、按标准办理。", "Whether what is disclosed as it happens keeps terms and limits."),
    ),
    Group(
        "F",
        Text("外部核验", "External verification"),
        Text(
            "有关部门提供的登记信息与报告是否一致。",
            "Whether the registers of other authorities agree with the report.",
        ),
    ),
    Group(
        "G",
        Text("期限与流程", "Deadlines and workflow"),
        Text(
            "报告、抽查、函询、处置是否按期办理。", "Whether reports, checks, inquiries and disposals keep their terms."
        ),
    ),
    Group(
        "H",
        Text("审核廉洁与数据保护", "Reviewer integrity and data protection"),
        Text("审核工作本身是否回避、有批准、留痕。", "Whether review itself is impartial, approved and recorded."),
    ),
)
"""The groups in the order of their letters, which are the first letters of the rules' ids."""

LEVELS: Mapping[int, Text] = {
    1: Text("格式", "Format"),
    2: Text("请说明", "Please explain"),
    3: Text("类似漏报", "Resembles an omission"),
    4: Text("类似瞒报", "Resembles concealment"),
    5: Text("转线索", "Referred as a lead"),
}
"""What a severity means; only a person decides whether something was an omission or concealed."""

_BY_LETTER = {group.letter: group for group in CONTENTS}


def group_of(rule: str) -> Group:
    """The group a rule stands in, by its id; KeyError where there is none."""
    return _BY_LETTER[rule[0]]
