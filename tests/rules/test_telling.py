"""The contents of the rule book, and what rules say in their examples."""

import pytest

from declare.rules.book import GROUPS, all_rules
from declare.rules.contents import CONTENTS, LEVELS, group_of
from declare.rules.telling import Piece, examples, pieces, wording

RULES = all_rules()


def test_every_rule_stands_in_a_group_and_every_package_is_one():
    assert len(CONTENTS) == len(GROUPS)
    assert [group.letter for group in CONTENTS] == sorted(group.letter for group in CONTENTS)
    for rule in RULES:
        package = rule.check.__module__.split(".")[2]
        assert CONTENTS[GROUPS.index(package)] is group_of(rule.id)


def test_every_severity_has_a_word():
    assert {level for rule in RULES for level in rule.severity} <= set(LEVELS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_told_by_its_examples(rule):
    told = examples(rule.id)
    assert [(one.name, one.flags) for one in told] == [(case.name, case.flags) for case in rule.examples]
    assert wording(rule.id).zh
    if rule.id != "F20":  # speaks of a person's findings together, by none of its own
        assert next(one for one in told if one.flags).says == wording(rule.id)
    assert all(one.says is None for one in told if not one.flags)


def test_what_an_example_filled_in_is_marked():
    assert pieces("第{row}人年满{age}周岁。", row=2, age=25) == (
        Piece("第", filled=False),
        Piece("2", filled=True),
        Piece("人年满", filled=False),
        Piece("25", filled=True),
        Piece("周岁。", filled=False),
    )
    assert "".join(piece.text for piece in pieces("{{{share:.1f}%}}", share=33.333)) == "{33.3%}"


def test_what_no_example_says_is_told_with_gaps():
    assert [piece.text for piece in pieces("相差{gap}万元。")] == ["相差", "……", "万元。"]


def test_a_wording_is_told_once():
    told = [one.says.zh for one in examples("B20") if one.says]
    assert len(told) == 1
    assert [one.name for one in examples("B20") if one.flags][1:]
