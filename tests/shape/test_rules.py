"""Every rule has a flagging and a silent case, an id that lasts, a sentence in both languages and a citation in force."""

import re

import pytest

from tests.rules.test_cases import seen

book = pytest.importorskip("declare.rules.book", exc_type=ImportError, reason="the definitions do not stand yet")

RULES = book.all_rules()
ID = re.compile(r"[A-H]\d\d[a-z]?")
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_ids_are_unique_and_well_formed():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert [id for id in ids if not ID.fullmatch(id)] == []


def test_a_file_holds_one_rule():
    modules = [rule.check.__module__ for rule in RULES]
    assert sorted(modules) == sorted(set(modules))


@EACH
def test_a_rule_has_a_case_that_flags_and_one_that_is_silent(rule):
    assert {case.flags for case in rule.examples} == {True, False}


@EACH
def test_cases_have_names_of_their_own(rule):
    names = [case.name for case in rule.examples]
    assert len(names) == len(set(names))


def days(rule):
    """The days of the events that the rule's cases flag."""
    for case in rule.examples:
        looked_at = seen(rule, case)
        if looked_at:
            yield from (hint.on or looked_at.day for hint in rule.check(looked_at))


@EACH
def test_a_rule_cites_a_text_in_force_on_the_days_of_its_cases(rule):
    assert [str(day) for day in days(rule) if not any(cited.in_force(day) for cited in rule.basis)] == []


@EACH
def test_a_rule_says_what_it_is_in_both_languages(rule):
    assert rule.doc
    assert all(rule.title)
    assert all(rule.says)


@EACH
def test_a_rule_never_judges(rule):
    assert "违规" not in rule.title.zh + rule.says.zh
    assert not re.search(r"\bviolat", rule.title.en + rule.says.en, re.IGNORECASE)


@EACH
def test_severities_are_on_the_scale(rule):
    assert rule.severity
    assert all(1 <= severity <= 5 for severity in rule.severity)
