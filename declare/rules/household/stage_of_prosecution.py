"""被追究刑事责任的时间、处理阶段和处理结果应当一致：判决在后，执行以判决为前提。"""

import re
from collections.abc import Iterator

from declare.items.choices import ProsecutionStage
from declare.items.criminal_liability import CriminalLiability
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

BEFORE_TRIAL = (ProsecutionStage.FILED, ProsecutionStage.REVIEW)
SENTENCED = (ProsecutionStage.SERVING, ProsecutionStage.SERVED)
SENTENCE = re.compile(r"(?<![未待])(?<!未被)(?<!未经)(?<!未作出)(?:判处|判决|有期徒刑|拘役|管制|缓刑)")
"""Words of a sentence, unless the text says there is none yet."""

SAYS = {
    "since": Text(
        "被追究刑事责任情况第{row}项的时间{since}晚于报告日，请核对。",
        "Row {row} of the criminal proceedings is dated {since}, after the day of the report. Please check.",
    ),
    "stage": Text(
        "被追究刑事责任情况第{row}项处于立案侦查或审查起诉阶段，处理结果却写有判决，请核对。",
        "Row {row} of the criminal proceedings has not come to trial, yet its result speaks of a sentence. Please check.",
    ),
    "result": Text(
        "被追究刑事责任情况第{row}项已到刑罚执行或执行完毕阶段，处理结果未填，请核对。",
        "Row {row} of the criminal proceedings is at the stage of the sentence, but gives no result. Please check.",
    ),
}


@rule(
    "B29",
    Text("刑事追究阶段与时间矛盾", "Stage of prosecution does not fit the dates"),
    severity=1,
    basis=FORM.whole("表11"),
    audience=DECLARANT,
    says=Text(
        "被追究刑事责任情况第{row}项的时间、阶段和结果不一致，请核对。",
        "Row {row} of the criminal proceedings: date, stage and result do not go together. Please check.",
    ),
    reads=(CriminalLiability,),
)
def stage(facts: Facts) -> Iterator[Found]:
    """Rows dated after the report, sentences before a trial, and executions without a result; one finding a row."""
    for case in facts.rows(CriminalLiability):
        wrong: list[str] = []
        if case.since is not None and case.since > facts.filed_on:
            wrong.append("since")
        if case.stage in BEFORE_TRIAL and SENTENCE.search(case.result):
            wrong.append("stage")
        if case.stage in SENTENCED and not case.result:
            wrong.append("result")
        if wrong:
            yield finding(case, *wrong, says=SAYS[wrong[0]] if len(wrong) == 1 else None, since=case.since)


def _case(stage: ProsecutionStage | None, result: str = "", *, since: str | None = "2025-03-01") -> CriminalLiability:
    return CriminalLiability(who="ch", since=day(since) if since else None, stage=stage, result=result)


stage.cases(
    silent("立案侦查，尚无结果", report(_case(ProsecutionStage.FILED))),
    silent("时间就是报告当日", report(_case(ProsecutionStage.FILED, since="2026-01-20"))),
    flagged("时间在报告次日", report(_case(ProsecutionStage.FILED, since="2026-01-21")), at=("since",)),
    flagged("立案侦查，结果写判处", report(_case(ProsecutionStage.FILED, "判处罚金")), at=("stage",)),
    flagged("审查起诉，结果写判决", report(_case(ProsecutionStage.REVIEW, "一审判决"))),
    flagged("审查起诉，结果写有期徒刑", report(_case(ProsecutionStage.REVIEW, "有期徒刑一年"))),
    flagged("立案侦查，结果写拘役", report(_case(ProsecutionStage.FILED, "拘役三个月"))),
    flagged("立案侦查，结果写管制", report(_case(ProsecutionStage.FILED, "管制六个月"))),
    flagged("审查起诉，结果写缓刑", report(_case(ProsecutionStage.REVIEW, "缓刑一年"))),
    silent("审查起诉，尚未判决", report(_case(ProsecutionStage.REVIEW, "尚未判决"))),
    silent("审查起诉，等待判决", report(_case(ProsecutionStage.REVIEW, "等待判决"))),
    silent("审查起诉，未被判处", report(_case(ProsecutionStage.REVIEW, "未被判处刑罚"))),
    silent("审查起诉，未经判决", report(_case(ProsecutionStage.REVIEW, "未经判决"))),
    silent("审查起诉，未作出判决", report(_case(ProsecutionStage.REVIEW, "法院未作出判决"))),
    silent("刑事审判，结果写判决", report(_case(ProsecutionStage.TRIAL, "一审判决缓刑"))),
    silent("刑罚执行，有结果", report(_case(ProsecutionStage.SERVING, "判处有期徒刑一年"))),
    flagged("刑罚执行，无结果", report(_case(ProsecutionStage.SERVING)), at=("result",)),
    flagged("执行完毕，无结果", report(_case(ProsecutionStage.SERVED))),
    silent("刑事审判，无结果", report(_case(ProsecutionStage.TRIAL))),
    flagged(
        "时间和结果都不符，一条", report(_case(ProsecutionStage.SERVED, since="2026-02-01")), at=("since", "result")
    ),
    silent("什么都未填", report(_case(None, since=None))),
)
