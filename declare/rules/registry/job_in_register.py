"""配偶、子女及其配偶的从业情况应当全部填报。"""

from collections.abc import Iterator

from declare.items.employment import Employment
from declare.items.registries import JobRecord
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import (
    CHILD_ID,
    CHILD_SPOUSE_ID,
    DECLARANT_ID,
    SPOUSE_ID,
    day,
    extract,
    flagged,
    report,
    silent,
)
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.firms import Firm, employer, one_firm
from declare.rules.household_scenes import ALL, DIVORCED, SPOUSE
from declare.rules.matching import paired
from declare.rules.registered import about, in_law, unreported

SAYS = Text(
    "社会保险或者任职登记显示一名家庭成员在一个单位从业，从业情况表中没有这个单位，请核对。",
    "The employment register shows a member of the family at an employer that is not in the table of occupations. "
    "Please check.",
)


@rule(
    "F07",
    Text("从业报告中未见", "Job not in the report"),
    severity=4,
    basis=(R17.article(3, 7), M17.article(4, 5)),
    clause="M17-4(5)",
    audience=REVIEWER,
    says=SAYS,
    reads=(JobRecord,),
)
def job_in_register(facts: Facts) -> Iterator[Found]:
    """Jobs of spouse, children and their spouses, held on the filing day, at employers no row of theirs shows."""
    held: dict[str, Firm] = {}
    for key, row in about(facts, JobRecord, in_law(facts)):
        if (row.employer or row.employer_uscc) and (row.until is None or row.until >= facts.filed_on):
            held.setdefault((one := employer(row, key)).key, one)
    told = [employer(row, row.who) for row in facts.rows(Employment)] if held else []
    for pair in paired(list(held.values()), told, one_firm, judged=facts.subject.judged):
        if not pair.same:
            yield unreported(pair, says=SAYS, since=pair.registered.since)


_CODE, _OTHER_CODE = "91320100MA1MW8Y26X", "91320100302538451C"


def _record(
    name: str = "江东市第一中学",
    *,
    code: str = "",
    since: str | None = "2015-09-01",
    until: str | None = None,
    subject: str = SPOUSE_ID,
) -> Kept:
    row = JobRecord(
        subject=subject,
        employer=name,
        employer_uscc=code,
        since=day(since) if since else None,
        until=day(until) if until else None,
    )
    return extract(row, received="2026-03-01")


def _job(name: str = "江东市第一中学", *, code: str = "", who: str = "sp", since: str | None = None) -> Employment:
    return Employment(who=who, employer=name, employer_uscc=code, since=day(since) if since else None)


_UNTOLD = report(family=SPOUSE, none=(Employment,))

job_in_register.cases(
    silent("已填报", report(_job(), family=SPOUSE), _record()),
    silent("空格、全角不同", report(_job("江东市 第一中学"), family=SPOUSE), _record()),
    silent("代码一致，名称不同", report(_job("一中", code=_CODE), family=SPOUSE), _record(code=_CODE)),
    silent("一方没有代码，名称一致", report(_job(), family=SPOUSE), _record(code=_CODE)),
    flagged(
        "名称一致，代码不同，仍请核对",
        report(_job(code=_OTHER_CODE), family=SPOUSE),
        _record(code=_CODE),
        at=("", "employment"),
    ),
    flagged("没有填报", _UNTOLD, _record(), at=("",)),
    flagged("填报的是另一单位", report(_job("江东市人民医院"), family=SPOUSE), _record()),
    flagged("名称相近，仍请核对", report(_job("江东市第二中学"), family=SPOUSE), _record()),
    silent("名称相近，起始年月相同", report(_job("江东第一中学校", since="2015-09-30"), family=SPOUSE), _record()),
    flagged("同一单位，填的是别人", report(_job(who="c1"), family=ALL), _record()),
    silent("报告日以前已经离职", _UNTOLD, _record(until="2026-01-19")),
    flagged("报告日当天离职", _UNTOLD, _record(until="2026-01-20")),
    flagged("报告日当天入职", _UNTOLD, _record(since="2026-01-20")),
    silent("报告以后入职", _UNTOLD, _record(since="2026-01-21")),
    flagged("没有起始时间", _UNTOLD, _record(since=None)),
    silent("登记没有单位", _UNTOLD, _record("")),
    flagged("登记只有代码", _UNTOLD, _record("", code=_CODE)),
    flagged("子女在此列", report(family=ALL), _record(subject=CHILD_ID)),
    flagged("子女的配偶在此列", report(family=ALL), _record(subject=CHILD_SPOUSE_ID)),
    silent("本人的任职不在此表", report(family=SPOUSE), _record(subject=DECLARANT_ID)),
    silent("已离异的配偶", report(family=DIVORCED), _record()),
    flagged("同一单位两条登记，只一条", _UNTOLD, _record(), _record(since="2010-01-01")),
    flagged("两个单位都没有填，各一条", _UNTOLD, _record(), _record("江东市人民医院"), times=2),
)
