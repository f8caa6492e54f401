"""查阅个人有关事项报告须经批准，写明批准文号、查阅范围和有效期，并遵守保密纪律。"""

from collections.abc import Iterator

from declare.items.work import Consult
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.subject import Subject


@rule(
    "H02",
    Text("无审批查阅", "Consultation without approval"),
    severity=4,
    basis=(R17.article(10), R17.article(16)),
    audience=REVIEWER,
    says=Text(
        "有一次查阅，批准文号、查阅范围、有效期三项缺{lacking}项，请核对。",
        "Of approval number, scope and expiry, a consultation lacks {lacking}. Please check.",
    ),
    reads=(Consult,),
    scope=PERSON,
)
def approval(subject: Subject) -> Iterator[Found]:
    """Consultations that lack the approval number, the scope or the expiry."""
    for row in subject.each(Consult):
        given = {"approval": row.approval.strip(), "scope": row.scope.strip(), "until": row.until}
        lacking = [field for field, value in given.items() if not value]
        if lacking:
            yield finding(row, *lacking, on=row.until or subject.today, lacking=len(lacking))


def _consult(approval: str = "批〔2026〕1号", scope: str = "年度报告", until: str | None = "2026-06-30") -> Kept:
    return work(
        Consult(by=OTHER_ID, about=DECLARANT_ID, approval=approval, scope=scope, until=day(until) if until else None)
    )


approval.cases(
    silent("三项齐全", _consult()),
    flagged("没有批准文号", _consult(approval=""), at=("approval",)),
    flagged("批准文号只有空格", _consult(approval=" ")),
    flagged("没有查阅范围", _consult(scope=""), at=("scope",)),
    flagged("查阅范围只有空格", _consult(scope=" ")),
    flagged("没有有效期", _consult(until=None), today="2026-06-30", at=("until",)),
    flagged("三项都没有，仍是一条", _consult("", "", None), today="2026-06-30", at=("approval", "scope", "until")),
    flagged("两次查阅都缺，各一条", _consult(approval=""), _consult(scope=""), times=2),
)
