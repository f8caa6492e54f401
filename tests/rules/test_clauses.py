"""What the clauses of one person's findings amount to: the graver one speaks, and only the two articles count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.rules.book import all_rules, run
from declare.rules.registry.resembling_clause import CONCEALMENT, OMISSION, summed

LIGHT, GRAVE = "M17-3(2)", "M17-4(7)"


@pytest.mark.parametrize(
    ("clauses", "sum_"),
    [
        ([], None),
        ([None, ""], None),
        (["M17-5"], None),
        ([LIGHT], OMISSION),
        ([None, LIGHT], OMISSION),
        ([GRAVE], CONCEALMENT),
        ([LIGHT, GRAVE], CONCEALMENT),
        (["M17-4(10)"], CONCEALMENT),
    ],
)
def test_a_clause_of_article_four_outweighs_those_of_article_three(clauses, sum_):
    assert summed(clauses) == sum_


@given(st.lists(st.sampled_from([LIGHT, GRAVE, None, "M17-3(4)", "M17-4(1)"])))
def test_the_order_of_findings_changes_nothing(clauses):
    assert summed(clauses) == summed(reversed(clauses))


def test_every_case_says_which_sum_it_shows():
    rule = next(rule for rule in all_rules() if rule.id == "F20")
    for case in rule.examples:
        shown = summed(finding.clause for finding in run(case.facts()) if finding.rule.startswith("F"))
        assert (shown.zh.split("：")[1] in case.name) if shown else not case.flags
        assert not any(finding.rule == "F20" for finding in run(case.facts()))
