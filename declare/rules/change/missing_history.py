"""要求按首次填报的年度，应当填写全部现有的护照和通行证；以前报告过、还没有过期的，仍应填写。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind, PermitKind
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.law import FORM, R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.papers import Paper, term
from declare.rules.spelling import plain

CLOSED = ("注销", "作废", "遗失", "丢失", "换发", "换领", "上交", "收缴", "宣布无效", "吊销")
"""Words of a remark that say a document is no more."""


@rule(
    "C15",
    Text("按首次填报年度缺失历史项", "A document of earlier years is missing where everything is to be reported anew"),
    severity=3,
    basis=(R17.article(5), R17.article(3, 2), R17.article(3, 3), FORM.whole()),
    audience=REVIEWER,
    says=Text(
        "以前报告的第{row}项证件本次没有填报，也看不出已经过期或者注销，请核对。",
        "The document in row {row} of the earlier report is not in this one, and nothing shows that it expired or was cancelled. "
        "Please check.",
    ),
)
def missing(facts: Facts) -> Iterator[Found]:
    """Passports and permits of the last report that are missing in a report filed as a first one."""
    if facts.filing.kind is not FilingKind.FIRST or not facts.earlier:
        return
    tables: tuple[type[Passport | Permit], ...] = (Passport, Permit)
    for table in tables:
        answer = facts.answer(table)
        if answer is None:
            continue
        papers: tuple[Paper, ...] = answer.entries
        listed = {plain(paper.number) for paper in papers}
        for paper in _before(facts, table):
            if paper.number and plain(paper.number) not in listed and not _ended(facts, paper):
                yield finding(paper, "number")


def _before(facts: Facts, table: type[Passport] | type[Permit]) -> tuple[Paper, ...]:
    """The documents of the last report that had to show them all, else of the last one that tells of any."""
    complete = (filing for filing in facts.earlier if filing.kind is not FilingKind.CHANGE)
    for filing in (*complete, *facts.earlier):
        answer = answered(filing, table)
        if answer is not None:
            return answer.entries
    return ()


def _ended(facts: Facts, paper: Paper) -> bool:
    """Whether a document had expired before the period, or a report says that it is no more."""
    last = term(paper)[1]
    if last is not None and last < facts.period_start:
        return True
    number = plain(paper.number)
    told = (one for one in facts.earlier_rows(type(paper)) if plain(one.number) == number)
    return any(word in one.remark for one in told for word in CLOSED)


_PASSPORT = Passport(number="E12345678", expires=day("2029-04-30"))
_PERMIT = Permit(kind=PermitKind.HK_MACAO, number="C12345678", valid_to=day("2029-04-30"))
_LAST = report(_PASSPORT, _PERMIT, year=2024)
_FIRST = FilingKind.FIRST


def _passport(**changes: object) -> Passport:
    return structs.replace(_PASSPORT, **changes)


missing.cases(
    flagged("按首次填报，护照没有填", report(_PERMIT, none=(Passport,), kind=_FIRST), _LAST, at=("number",)),
    flagged("按首次填报，通行证没有填", report(_passport(), none=(Permit,), kind=_FIRST), _LAST),
    flagged("都没有填", report(none=(Passport, Permit), kind=_FIRST), _LAST, times=2),
    silent("都填了", report(_passport(), structs.replace(_PERMIT), kind=_FIRST), _LAST),
    silent("号码写法不同", report(_passport(number="e1234-5678"), kind=_FIRST), _LAST),
    flagged("填了另一本护照", report(_passport(number="E87654321"), kind=_FIRST), _LAST),
    silent("年度报告不按首次填报", report(none=(Passport,)), _LAST),
    silent("真正的首次报告", report(none=(Passport,), kind=_FIRST)),
    silent("没有答该表", report(kind=_FIRST), _LAST),
    silent(
        "报告年度1月1日以前过期",
        report(none=(Passport,), kind=_FIRST),
        report(_passport(expires=day("2024-12-31")), year=2024),
    ),
    flagged(
        "报告年度1月1日过期",
        report(none=(Passport,), kind=_FIRST),
        report(_passport(expires=day("2025-01-01")), year=2024),
    ),
    flagged("有效期没有填", report(none=(Passport,), kind=_FIRST), report(_passport(expires=None), year=2024)),
    *(
        silent(
            f"备注已写“{word}”",
            report(none=(Passport,), kind=_FIRST),
            report(_passport(remark=f"2024年{word}"), year=2024),
        )
        for word in CLOSED
    ),
    silent(
        "期中报告备注已注销",
        report(none=(Passport,), kind=_FIRST),
        report(_passport(remark="已注销"), kind=FilingKind.CHANGE, filed_on="2025-05-01"),
        _LAST,
    ),
    flagged(
        "期中报告注销的是另一本",
        report(none=(Passport,), kind=_FIRST),
        report(_passport(number="E1", remark="已注销"), kind=FilingKind.CHANGE, filed_on="2025-05-01"),
        _LAST,
    ),
    silent("号码没有填", report(none=(Passport,), kind=_FIRST), report(_passport(number=""), year=2024)),
    flagged(
        "上年没有答，前年答过", report(none=(Passport,), kind=_FIRST), report(year=2024), report(_PASSPORT, year=2023)
    ),
    silent(
        "上年已答没有",
        report(none=(Passport,), kind=_FIRST),
        report(none=(Passport,), year=2024),
        report(_PASSPORT, year=2023),
    ),
    flagged(
        "只在补充报告里报过",
        report(none=(Passport,), kind=_FIRST),
        report(_PASSPORT, kind=FilingKind.CHANGE, filed_on="2025-05-01"),
    ),
    silent(
        "房产由另外的规则核对",
        report(none=(RealEstate,), kind=_FIRST),
        report(RealEstate(certificate="一证"), year=2024),
    ),
)
