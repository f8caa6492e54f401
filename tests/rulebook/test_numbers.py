"""Every number of the rule book has a name, and its value reads as a person would say it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from declare.law.naming import named
from declare.rules.book import all_rules
from declare.web.thresholds import told

THRESHOLDS = {dated.key: dated for rule in all_rules() for dated in rule.thresholds}


@pytest.mark.parametrize("key", sorted(THRESHOLDS))
def test_every_number_has_a_name_in_both_languages(key):
    assert named(THRESHOLDS[key])
    assert all(named(THRESHOLDS[key]).title)


@pytest.mark.parametrize(
    ("value", "unit", "lang", "words"),
    [
        (True, "", "zh", "是"),
        (False, "", "zh", "否"),
        (300000, "元", "zh", "300,000元"),
        (Decimal("0.01"), "万元", "zh", "0.01万元"),
        (90, "%", "en", "90%"),
        (30, "days", "en", "30 days"),
        (Fraction(1, 3), "", "zh", "1/3"),
        (("理财", "储蓄"), "", "zh", "理财、储蓄"),
        ("01-31", "", "zh", "1月31日"),
        ("none", "", "zh", "不得提供酒"),
    ],
)
def test_a_value_reads_as_people_say_it(app, value, unit, lang, words):
    with app.test_request_context():
        assert told(value, unit=unit, lang=lang) == words


def test_a_day_of_the_year_reads_in_english(app):
    with app.test_request_context(headers={"Cookie": "lang=en"}):
        assert told("01-31", lang="en") == "31 January"
