"""Everything no law sets is listed by the rules that ask for it, said in both languages, and followed when it is changed."""

import ast
import pkgutil
from datetime import date
from importlib import import_module

import pytest

import declare.rules
from declare.law import Dated, enacted, supposing
from declare.rules.book import all_rules, rule_by_id
from declare.rules.household.labour_income_from_managed import SHARE
from declare.rules.parameters import Parameter, parameters
from tests.rules.test_cases import found
from tests.shape.tree import named, parsed, written

PARAMETERS = tuple(parameters().values())
EACH = pytest.mark.parametrize("one", PARAMETERS, ids=lambda one: one.key)


def defined():
    """Every threshold without legal value that a module of the rules holds."""
    found = {}
    for module in pkgutil.walk_packages(declare.rules.__path__, "declare.rules."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, Dated) and value.adjustable:
                found[value.key] = value
    return found


def test_every_parameter_is_listed_by_a_rule():
    assert {key for key in defined() if key not in parameters()} == set()


@EACH
def test_a_parameter_says_what_it_is(one):
    assert one.dated.title is not None, one.key
    assert all(one.dated.title)
    assert one.dated.unit is None or all(one.dated.unit)


@EACH
def test_a_parameter_keeps_one_type(one):
    assert len({type(step.value) for step in one.dated.steps}) == 1


def asked(rule, monkeypatch):
    """The parameters a rule asks for in its cases; under a change of its own nothing is answered from memory."""
    seen, held, step = set(), Dated.held, Dated.step
    monkeypatch.setattr(Dated, "held", lambda self, day: seen.add(self) or held(self, day))
    monkeypatch.setattr(Dated, "step", lambda self, day: seen.add(self) or step(self, day))
    with enacted({SHARE: {date(2050, 1, 1): 50}}):
        for case in rule.examples:
            found(rule, case)
    return {dated for dated in seen if dated.adjustable}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_lists_every_parameter_it_asks_for(rule, monkeypatch):
    assert {one.key for one in asked(rule, monkeypatch) - set(rule.thresholds)} == set()


def kept_for_good(path):
    """Functions of a file that keep answers for good though they ask for a threshold."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef) and {"cache", "lru_cache"} & set(names(node.decorator_list)):
            asked = {"value_on", "threshold", "on", "step", "held"} & set(names(node.body))
            yield from (f"{named(path)} {node.name}" for _ in asked)


def names(nodes):
    """Every name and attribute in pieces of code."""
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                yield part.id
            elif isinstance(part, ast.Attribute):
                yield part.attr


def test_no_rule_keeps_a_threshold_for_good():
    assert [hit for path in written(".py", under="declare/rules/") for hit in kept_for_good(path)] == []


def test_a_finding_carries_what_was_enacted_and_since_when():
    rule = rule_by_id("B28")
    case = next(case for case in rule.examples if case.flags and SHARE.key in keys(found(rule, case)))
    with enacted({SHARE: {date(2018, 1, 1): 40}}):
        said = [one for finding in found(rule, case) for one in finding.thresholds]
    assert {(one.key, one.value, one.since, one.basis) for one in said} == {(SHARE.key, 40, date(2018, 1, 1), None)}


def keys(findings):
    return {one.key for finding in findings for one in finding.thresholds}


def test_a_rule_follows_what_is_supposed():
    rule = rule_by_id("B28")
    before = [case.name for case in rule.examples if SHARE.key in keys(found(rule, case))]
    with supposing(SHARE, 1_000_000):
        after = [case.name for case in rule.examples if SHARE.key in keys(found(rule, case))]
    assert set(after) < set(before)


def test_two_thresholds_never_share_a_key():
    assert len({one.dated for one in PARAMETERS}) == len(PARAMETERS)
    assert all(isinstance(one, Parameter) and one.rules for one in PARAMETERS)
