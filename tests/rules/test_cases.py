"""Every case of every rule: what is flagged is found as often and as gravely as it says, what is silent is not."""

import pytest

from declare.items.answers import Answer
from declare.rules.book import all_rules, run

CASES = [pytest.param(rule, case, id=f"{rule.id} {case.name}") for rule in all_rules() for case in rule.examples]


def found(rule, case):
    return [finding for finding in run(case.facts()) if finding.rule == rule.id]


def stands(filing, place):
    """Whether a place of a finding is there in the report it names."""
    if place.entry is None:
        record = getattr(filing, place.table, None) or getattr(filing.tables, place.table)
    elif place.table == "family":
        record = filing.family[place.entry]
    else:
        record = getattr(filing.tables, place.table).entries[place.entry]
    return isinstance(record, Answer) or place.field is None or hasattr(record, place.field)


def named(case, place):
    """The report a place is in: the one checked, or the earlier one it names."""
    facts = case.facts()
    if place.declaration is None:
        return facts.filing
    wanted = (place.declaration.year, place.declaration.kind)
    return next(filing for filing in facts.earlier if (filing.year, filing.kind.value) == wanted)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_is_flagged_as_often_as_it_says(rule, case):
    assert len(found(rule, case)) == case.times
    assert case.flags == (case.times > 0)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_finding_says_where_and_how_grave(rule, case):
    for finding in found(rule, case):
        assert finding.severity in rule.severity
        assert case.severity in (None, finding.severity)
        assert all(stands(named(case, place), place) for place in finding.where)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_finding_reads_as_a_whole_sentence_in_both_languages(rule, case):
    for finding in found(rule, case):
        assert not set("{}") & set("".join(finding.message))
        assert finding.message.zh.endswith("。")
        assert finding.message.en.endswith(".")
        assert finding.basis
