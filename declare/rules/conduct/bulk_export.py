"""查阅和导出个人信息不得超出批准的范围和履行职责的必要限度。"""

import re
from collections.abc import Iterator

from declare.items.work import Consult
from declare.law import JCG, PIPL, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.subject import Subject

MOST = Dated(
    "H03.most",
    {"2026-01-01": 100},
    basis=None,
    checked="2026-11-01",
    title=Text("一次查阅最多导出的份数", "Records taken out at one consultation, where the approval names no number"),
    unit=Text("份", "records"),
)
_APPROVED = re.compile(r"(\d{1,6})\s*份")


@rule(
    "H03",
    Text("超范围查阅导出", "More exported than approved"),
    severity=4,
    basis=(PIPL.article(34), PIPL.article(51), JCG.article(48)),
    audience=REVIEWER,
    says=Text(
        "有一次查阅导出{exported}份，多于{allowed}份，请核对是否超出批准范围。",
        "A consultation took out {exported} records, more than {allowed}. "
        "Please check whether that exceeds what was approved.",
    ),
    thresholds=(MOST,),
    reads=(Consult,),
    scope=PERSON,
)
def export(subject: Subject) -> Iterator[Found]:
    """Consultations that took out more records than their scope names, or than is usual where it names no number."""
    for row in subject.each(Consult):
        on = row.until or subject.today
        approved = _APPROVED.search(row.scope)
        allowed = int(approved[1]) if approved else value_on(MOST, on)
        if row.exported is not None and row.exported > allowed:
            thresholds = () if approved else (MOST,)
            yield finding(row, "exported", on=on, thresholds=thresholds, exported=row.exported, allowed=allowed)


def _consult(exported: int | None, scope: str = "2025年度报告", until: str | None = "2026-06-30") -> Kept:
    return work(
        Consult(
            by=OTHER_ID,
            about=DECLARANT_ID,
            approval="批〔2026〕1号",
            scope=scope,
            until=day(until) if until else None,
            exported=exported,
        )
    )


export.cases(
    silent("没有写明份数，导出一百份", _consult(100)),
    flagged("没有写明份数，导出一百零一份", _consult(101), at=("exported",)),
    silent("批准5份，导出5份", _consult(5, "2025年度报告，限5份")),
    flagged("批准5份，导出6份", _consult(6, "2025年度报告，限5份")),
    silent("批准200份，导出200份", _consult(200, "限200 份")),
    silent("没有导出", _consult(0)),
    silent("没有写明导出份数", _consult(None)),
    flagged("没有查阅范围", _consult(101, "")),
    flagged("没有有效期", _consult(101, until=None), today="2026-06-30"),
    flagged("两次都多，各一条", _consult(101), _consult(6, "限5份"), times=2),
)
