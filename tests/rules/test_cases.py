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
def test_a_case_is_flagged_as_often_as_it_says(rule, case):
    assert times(rule, case) == case.times
    assert case.flags == (case.times > 0)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_finding_says_where_and_how_grave(rule, case):
    for finding in found(rule, case):
        assert finding.severity in rule.severity
        assert case.severity in (None, finding.severity)
        assert all(stands(case, place) for place in finding.where)


@pytest.mark.parametrize("rule", DATED, ids=lambda rule: rule.id)
def test_what_is_not_about_one_report_says_on_which_day_it_happened(rule):
    days = [hint.on for case in rule.examples if (looked_at := seen(rule, case)) for hint in rule.check(looked_at)]
    assert any(days)
    assert rule.id in DAY_MAY_BE_MISSING or all(days)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_the_first_finding_points_where_the_case_says_and_says_what_it_says(rule, case):
    for finding in found(rule, case)[:1]:
        assert case.at in {(), tuple(place.field or place.table or "" for place in finding.where)}
        assert case.says in finding.message.zh


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_finding_reads_as_a_whole_sentence_in_both_languages(rule, case):
    for finding in found(rule, case):
        assert not set("{}") & set("".join(finding.message))
        assert "None" not in "".join(finding.message)
        assert finding.message.zh.endswith("。")
        assert finding.message.en.endswith(".")
        assert finding.basis
