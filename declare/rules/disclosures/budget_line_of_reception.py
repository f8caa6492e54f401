"""公务接待费用不得在会议费、培训费和办公费等科目列支。"""

import re
from collections.abc import Iterator

from declare.items.disclosures import Reception
from declare.items.folding import folded
from declare.law import D18, D23, JY13, JY25, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject

OTHER_LINES = re.compile("会议|培训|办公(?!室|厅)|30215|30216|30201")
"""Meetings, training, office expenses, by name or by their codes among the economic classes of expenditure."""


@rule(
    "E17",
    Text("接待费用列支科目请核对", "Budget line of a reception to be checked"),
    severity=4,
    basis=(JY25.whole(), JY13.whole(), D23.article(113, verified=False), D18.article(103)),
    audience=REVIEWER,
    says=Text(
        "公务接待费用在会议、培训或者办公科目列支，请核对并说明。",
        "The reception is charged to a meeting, training or office line of the budget. Please check and explain.",
    ),
    reads=(Reception,),
    scope=PERSON,
)
def budget_line_of_reception(subject: Subject) -> Iterator[Found]:
    """Receptions charged to a line that is not theirs."""
    for meal in subject.each(Reception):
        if OTHER_LINES.search(folded(meal.budget_line)):
            yield finding(meal, "budget_line", on=day_of(meal, subject))


def _meal(line: str) -> Kept:
    return told(Reception(happened=day("2025-08-10"), budget_line=line), filed_on="2025-08-20")


budget_line_of_reception.cases(
    silent("公务接待费", _meal("公务接待费")),
    silent("办公室的公务接待费", _meal("办公室公务接待费")),
    silent("办公厅的公务接待费", _meal("办公厅公务接待费")),
    silent("接待费的科目代码", _meal("30217")),
    silent("科目未填", _meal("")),
    *(
        flagged(line, _meal(line))
        for line in ("会议费", "培 训费", "办公费", "办公经费", "30215", "30216", "３０２０１")
    ),
)
