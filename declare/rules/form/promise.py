"""报告须由本人填写，并由本人就学习规定、与家庭成员核实以及内容真实完整作出承诺。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind
from declare.items.filing import Closing, Filing
from declare.items.kinds.identity import modern
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.spelling import plain

UNSIGNED = Text("报告没有作出本人承诺，请核对。", "The report does not carry the declarant’s promise. Please check.")
BY_ANOTHER = Text(
    "报告不是由报告人本人提交，请说明。", "The report was not submitted by the declarant. Please explain."
)
BOTH = Text(
    "报告没有作出本人承诺，也不是由报告人本人提交，请说明。",
    "The report carries no promise and was not submitted by the declarant. Please explain.",
)


@rule(
    "A12",
    Text("承诺未签或非本人提交", "Promise missing, or handed in by somebody else"),
    severity=2,
    basis=FORM.whole("承诺"),
    audience=DECLARANT,
    says=UNSIGNED,
)
def promise(facts: Facts) -> Iterator[Found]:
    """Reports of any kind without the promise, or handed in by somebody else."""
    unsigned, by_another = facts.closing.promise is not True, _by_another(facts.filing)
    if unsigned and by_another:
        yield finding(facts.closing, "promise", also=(facts.basic,), says=BOTH)
    elif unsigned:
        yield finding(facts.closing, "promise")
    elif by_another:
        yield finding(facts.basic, says=BY_ANOTHER)


def _by_another(filing: Filing) -> bool:
    """Whether somebody else's identity number stands under the report."""
    if not filing.submitted_by or filing.submitted_by == filing.declarant:
        return False
    return modern(plain(filing.submitted_by)) != modern(plain(filing.declarant))


PROMISED, NOT_PROMISED, NOT_SAID = Closing(promise=True), Closing(promise=False), Closing()
SOMEBODY = "110105195001010020"

promise.cases(
    silent("已承诺", report(closing=PROMISED)),
    flagged("未承诺", report(closing=NOT_PROMISED), at=("promise",)),
    flagged("没有填写承诺", report(closing=NOT_SAID)),
    flagged("补充报告也要承诺", report(closing=NOT_PROMISED, kind=FilingKind.CHANGE, filed_on="2025-06-01")),
    silent("本人提交", report(submitted_by=DECLARANT_ID)),
    silent("本人提交，末位为小写x", report(submitted_by=DECLARANT_ID.lower())),
    flagged("他人提交", report(submitted_by=SOMEBODY), at=("basic",)),
    flagged(
        "更正由他人提交",
        report(ref="R1"),
        report(kind=FilingKind.CORRECTION, corrects="R1", filed_on="2026-02-01", submitted_by=SOMEBODY),
    ),
    silent(
        "当天更正，没有编号，补上承诺",
        report(ref="R1", closing=NOT_PROMISED, filed_on="2026-01-20"),
        report(kind=FilingKind.CORRECTION, corrects="R1", filed_on="2026-01-20", closing=PROMISED),
    ),
    flagged(
        "既未承诺，又由他人提交，合为一条", report(closing=NOT_PROMISED, submitted_by=SOMEBODY), at=("promise", "basic")
    ),
)
