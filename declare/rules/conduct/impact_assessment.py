"""处理敏感个人信息、启用新的信息来源以前，应当进行个人信息保护影响评估并记录。"""

import re
from collections.abc import Iterator
from datetime import date

from declare.items.folding import folded
from declare.items.registries import RosterEntry, TaxRecord, registry_by_key
from declare.items.work import Assessment
from declare.law import PIPL, Text
from declare.rules.around import Kept
from declare.rules.book import OFFICE, rule
from declare.rules.cases import DECLARANT_ID, day, extract, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.office import Office

_WORDS = re.compile(r"[a-z_]+")


@rule(
    "H07",
    Text("影响评估缺失", "Impact assessment missing"),
    severity=3,
    basis=(PIPL.article(55), PIPL.article(56)),
    audience=REVIEWER,
    says=Text(
        "信息来源“{source_zh}”自{received}起使用，此前没有个人信息保护影响评估的记录，请核对。",
        "“{source_en}” has been in use since {received}, with no impact assessment on record before that. Please check.",
    ),
    reads=(Assessment,),
    scope=OFFICE,
)
def assessment(office: Office) -> Iterator[Found]:
    """Registers in use that were not assessed by the day their first extract came, where assessments are kept at all."""
    assessed = office.each(Assessment)
    for key, received in sorted(office.sources.items()):
        if not any(_covers(row, key, received) for row in assessed):
            title = registry_by_key(key).title
            yield finding(None, on=received, source=key, source_zh=title.zh, source_en=title.en, received=received)


def _covers(row: Assessment, key: str, received: date) -> bool:
    """Whether an assessment is of a register and was made by a day; one without its day counts."""
    if row.on is not None and row.on > received:
        return False
    of = folded(row.of)
    return key in _WORDS.findall(of) or folded(registry_by_key(key).title.zh) in of


def _of(of: str, on: str | None = "2025-12-31") -> Kept:
    return work(Assessment(of=of, on=day(on) if on else None))


def _tax(received: str = "2026-03-01") -> Kept:
    return extract(TaxRecord(subject=DECLARANT_ID, year=2025), received=received)


_ROSTER = extract(RosterEntry(subject=DECLARANT_ID), received="2026-02-01")

assessment.cases(
    silent("没有评估的记录可查", _tax()),
    silent("第一次使用当日评估", _of("tax", "2026-03-01"), _tax()),
    flagged("使用次日才评估", _of("tax", "2026-03-02"), _tax()),
    flagged("先用后评，另有一次较晚的资料", _of("tax", "2026-04-01"), _tax(), _tax("2026-05-01")),
    silent("评估写的是中文名称", _of("个人所得税信息接入"), _tax()),
    silent("评估一并写了几个来源", _of("roster, TAX"), _tax(), _ROSTER),
    silent("评估没有写明时间", _of("tax", None), _tax()),
    flagged("评估的是别的来源", _of("roster"), _tax()),
    flagged("评估的名称只是相近", _of("taxes"), _tax()),
    flagged("评估没有写明对象", _of(""), _tax()),
    flagged("两个来源都没有评估，各一条", _of("rules"), _tax(), _ROSTER, times=2),
    silent("没有使用任何来源", _of("rules"), today="2026-03-01"),
    silent("来源没有收到时间", _of("rules"), extract(RosterEntry(subject=DECLARANT_ID)), today="2026-03-01"),
)
