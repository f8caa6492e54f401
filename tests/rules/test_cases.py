"""Every case of every rule: what is flagged is found as often and as gravely as it says, what is silent is not."""

import pytest

from declare.items.answers import Answer
from declare.rules.book import OFFICE, PERSON, all_rules, run
from declare.rules.registry.resembling_clause import summed

CASES = [pytest.param(rule, case, id=f"{rule.id} {case.name}") for rule in all_rules() for case in rule.examples]

DATED = [
    rule for rule in all_rules() if rule.scope in {PERSON, OFFICE} and rule.id != "H05"
]  # roles last, they do not happen
DAY_MAY_BE_MISSING = {"G05", "G11", "H08"}


def seen(rule, case):
    """What the rule looks at in the scene: the office, the declarant, or the last report; nothing where there is none."""
    if rule.scope is OFFICE:
        return case.office()
    if rule.scope is PERSON:
        return case.subject()
    return case.facts() if case.filings else None


def found(rule, case):
    looked_at = seen(rule, case)
    return run(looked_at, [rule]) if looked_at else []


def times(rule, case):
    """How often a rule speaks; the one that sums up clauses has no finding of its own and speaks where there is a sum."""
    if rule.id != "F20":
        return len(found(rule, case))
    return int(summed(one.clause for one in run(case.facts()) if one.rule.startswith("F")) is not None)


def stands(case, place):
    """Whether a place of a finding is there: a record of the scene, or a row of the report it names."""
    if place.record is not None:
        rows = [record.row for record in case.records if getattr(record, "place", None) == place.record]
        return len(rows) == 1 and (place.field is None or hasattr(rows[0], place.field))
    filing = named(case, place)
    if place.entry is None:
        record = getattr(filing, place.table, None) or getattr(filing.tables, place.table)
    elif place.table == "family":
        record = filing.family[place.entry]
    else:
        record = getattr(filing.tables, place.table).entries[place.entry]
    return isinstance(record, Answer) or place.field is None or hasattr(record, place.field)


def named(case, place):
    """The report a place is in: the one checked, or the one it names."""
    if place.declaration is None:
        return case.facts().filing
    wanted = place.declaration
    subject = next(one for one in case.assembly().subjects() if one.declarant == wanted.declarant)
    return next(one for one in subject.history if (one.year, one.kind.value) == (wanted.year, wanted.kind))


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_is_flagged_as_often_as_it_says_with_all_that_a_finding_carries(rule, case):
    """One test a case: there are thousands, and each costs more to begin than to run."""
    assert times(rule, case) == case.times
    assert case.flags == (case.times > 0)
    for at, finding in enumerate(found(rule, case)):
        assert finding.severity in rule.severity
        assert case.severity in (None, finding.severity)
        assert all(stands(case, place) for place in finding.where)
        assert reads_as_a_whole_sentence(finding)
        assert at or points_where_it_says(case, finding)


def points_where_it_says(case, finding):
    """Whether the first finding points where the case says and says what it says."""
    told = tuple(place.field or place.table or "" for place in finding.where)
    return case.at in {(), told} and case.says in finding.message.zh


def reads_as_a_whole_sentence(finding):
    """Whether nothing of a sentence was left to be filled in, in either language, and an article stands with it."""
    both = "".join(finding.message)
    ends = finding.message.zh.endswith("。") and finding.message.en.endswith(".")
    return not set("{}") & set(both) and "None" not in both and ends and bool(finding.basis)


@pytest.mark.parametrize("rule", DATED, ids=lambda rule: rule.id)
def test_what_is_not_about_one_report_says_on_which_day_it_happened(rule):
    days = [hint.on for case in rule.examples if (looked_at := seen(rule, case)) for hint in rule.check(looked_at)]
    assert any(days)
    assert rule.id in DAY_MAY_BE_MISSING or all(days)
