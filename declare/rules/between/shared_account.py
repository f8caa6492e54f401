"""同一个境外账户或者同一份保单出现在没有亲属关系的两名报告人的报告中，请核对。"""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from declare.items.choices import FilingKind, Relation
from declare.items.filing import Filing
from declare.items.overseas_assets import DepositAbroad
from declare.items.profile import Member
from declare.items.securities import Insurance
from declare.items.spec import Entry, table_of
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import OTHER_ID, THIRD_ID, flagged, report, silent
from declare.rules.companions import strangers
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.likeness import of_table
from declare.rules.spelling import plain

NUMBERS: tuple[tuple[type[Entry], str, Callable[[Any], str]], ...] = (
    (Insurance, "policy_number", attrgetter("policy_number")),
    (DepositAbroad, "account_number", attrgetter("account_number")),
)


@rule(
    "D05",
    Text("同一处住址同一账户", "One account or policy in two reports"),
    severity=3,
    basis=R17.article(4, 4),
    audience=REVIEWER,
    says=Text(
        "《{table}》第{row}项的号码另有{count}名没有亲属关系的报告人填报，请核对。",
        "The number in row {row} of “{table}” is also in the reports of unrelated declarants ({count}). Please check.",
    ),
    reads=(Insurance, DepositAbroad),
)
def shared(facts: Facts) -> Iterator[Found]:
    """Policies and accounts abroad that unrelated declarants report as well for the same year."""
    others = strangers(facts)
    for table, field, number in NUMBERS if others else ():
        for row in facts.rows(table):
            own = plain(number(row))
            found = [same for _, filing in others if (same := _row(filing, table, number, own)) is not None]
            if found:
                says = of_table(shared.says, table_of(table))
                yield finding(row, field, also=tuple((same, field) for same in found), says=says, count=len(found))


def _row(filing: Filing, table: type[Entry], number: Callable[[Any], str], own: str) -> Entry | None:
    """The row of another report with that number."""
    answer = answered(filing, table) if own else None
    return next((row for row in answer.entries if plain(number(row)) == own), None) if answer else None


_POLICY = Insurance(holder="self", policy_number="P-1234567")
_ACCOUNT = DepositAbroad(holder="self", account_number="6222 0001 0002 0003")
_KIN = (Member(key="b", relation=Relation.SIBLING, id_number=OTHER_ID),)


def _by(declarant: str, *entries: Entry, year: int = 2025) -> Filing:
    return report(*entries, declarant=declarant, year=year)


shared.cases(
    flagged(
        "同一份保单",
        report(_POLICY),
        _by(OTHER_ID, Insurance(policy_number="p-1234567")),
        at=("policy_number", "policy_number"),
    ),
    flagged(
        "同一个境外账户",
        report(_ACCOUNT),
        _by(OTHER_ID, DepositAbroad(account_number="6222000100020003")),
        at=("account_number", "account_number"),
    ),
    flagged(
        "三人同一账户",
        report(_ACCOUNT),
        _by(OTHER_ID, DepositAbroad(account_number="6222000100020003")),
        _by(THIRD_ID, DepositAbroad(account_number="6222000100020003")),
        at=("account_number", "account_number", "account_number"),
    ),
    flagged(
        "保单和账户都相同",
        report(_POLICY, _ACCOUNT),
        _by(OTHER_ID, Insurance(policy_number="P-1234567"), DepositAbroad(account_number="6222000100020003")),
        times=2,
    ),
    silent("保单号不同", report(_POLICY), _by(OTHER_ID, Insurance(policy_number="P7654321"))),
    silent(
        "账户号与保单号相同，不是一回事", report(Insurance(policy_number="6222000100020003")), _by(OTHER_ID, _ACCOUNT)
    ),
    silent("近亲属之间", report(_POLICY, family=_KIN), _by(OTHER_ID, Insurance(policy_number="P-1234567"))),
    silent("没有填号码", report(Insurance(holder="self")), _by(OTHER_ID, Insurance(holder="self"))),
    silent("对方是上一年的报告", report(_POLICY), _by(OTHER_ID, Insurance(policy_number="P-1234567"), year=2024)),
    silent(
        "补充报告不比较", report(_POLICY, kind=FilingKind.CHANGE), _by(OTHER_ID, Insurance(policy_number="P-1234567"))
    ),
    silent("只有本人", report(_POLICY, _ACCOUNT)),
)
