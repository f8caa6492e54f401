"""The reference report is as large as the goals say, and honest: no rule has anything to ask."""

import msgspec

from declare.items import TABLES
from declare.rules.book import run
from declare.rules.facts import Facts
from tests.bench.reference import amended, reference


def answers(filing):
    return [answer for table in TABLES if (answer := getattr(filing.tables, table.key))]


def test_it_has_every_item_and_forty_entries():
    filing = reference(2025)
    assert len(answers(filing)) == len(TABLES)
    assert sum(len(answer.entries) for answer in answers(filing)) == 40


def test_it_has_the_fields_and_the_size_the_goals_speak_of():
    filing = reference(2025)
    rows = [row for answer in answers(filing) for row in answer.entries]
    assert 300 <= sum(len(row.__struct_fields__) for row in rows) <= 340
    assert 10_500 <= len(msgspec.json.encode(filing)) <= 12_500


def test_no_rule_asks_about_an_honest_report():
    last, this = reference(2024), reference(2025)
    assert run(Facts(last)) == []
    assert run(Facts(this, earlier=(last,))) == []
    assert run(Facts(amended(this, salary="23.45"), earlier=(last,))) == []
