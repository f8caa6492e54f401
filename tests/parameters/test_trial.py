"""A trial counts what comes and goes, by rule, year and unit, says no small number, and is right on the demo corps."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from declare.checks.source import source
from declare.extensions import db
from declare.law import Text, supposing
from declare.parameters import backtest, pages, queries
from declare.parameters.comparison import MINUTES, Tally, minutes
from declare.parameters.models import ParameterChange
from declare.rules.book import run
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Finding, Place
from declare.rules.parameters import parameters
from declare.vault import Reader
from tests.parameters.conftest import KEY, asked, work

TODAY = date(2026, 11, 23)


def finding(rule="B28", year=2025, severity=3, entry=0, declarant="1"):
    return Finding(
        rule=rule, version=1, severity=severity, declarant=declarant, year=year, title=Text("", ""), message=Text("", ""),
        where=(Place(table="wages", entry=entry),), basis=(), numbers={}, thresholds=(), clause=None, audience=DECLARANT,
    )  # fmt: skip


def tally(**changes):
    return Tally(first=2021, last=2026, day=TODAY, **changes)


def test_only_what_differs_is_counted():
    counted = tally()
    counted.add(
        "JD", before=[finding(), finding(entry=1)], after=[finding(entry=1), finding(entry=2), finding(entry=3)]
    )
    counted.add("XH", before=[finding(year=2024)], after=[])
    effect = counted.effect()
    assert [(one.rule, one.year, one.more, one.fewer) for one in effect.rules] == [
        ("B28", 2024, 0, 1),
        ("B28", 2025, 2, 1),
    ]
    assert [(one.unit, one.more, one.fewer) for one in effect.units] == [("JD", 2, 1), ("XH", 0, 1)]
    assert (effect.before, effect.after) == (3, 3)


def test_a_finding_that_only_grows_graver_is_the_same_and_takes_longer():
    counted = tally()
    counted.add("JD", before=[finding(severity=2)], after=[finding(severity=3)])
    effect = counted.effect()
    assert effect.rules == effect.units == ()
    assert (effect.minutes_before, effect.minutes_after) == (minutes(2, TODAY), minutes(3, TODAY))


def test_other_years_do_not_count():
    counted = tally()
    counted.add("JD", before=[finding(year=2020), finding(year=2027)], after=[])
    assert counted.effect().before == 0


def test_graver_findings_take_longer():
    assert list(MINUTES.on(TODAY)) == sorted(MINUTES.on(TODAY))
    assert [minutes(one, TODAY) for one in range(1, 6)] == list(MINUTES.on(TODAY))


@given(before=st.lists(st.integers(0, 5)), after=st.lists(st.integers(0, 5)))
def test_what_comes_less_what_goes_is_the_difference(before, after):
    counted = tally()
    counted.add("JD", before=[finding(entry=one) for one in before], after=[finding(entry=one) for one in after])
    effect = counted.effect()
    assert sum(one.more - one.fewer for one in effect.rules) == len(after) - len(before) == effect.after - effect.before
    assert sum(one.more for one in effect.units) == sum(one.more for one in effect.rules)


def test_small_numbers_are_not_said(app):
    with app.test_request_context():
        assert [pages.few(one) for one in (0, 1, 4, 5, 1234)] == ["0", "少于 5", "少于 5", "5", "1,234"]
        assert [pages.hours(one) for one in (0, 59, 60, 61)] == ["0", "不足 1", "1", "2"]


@pytest.mark.parametrize("value", [1, 30, 50, 10_000])
def test_the_numbers_are_right_on_the_corps(bureau, value):
    parameter = parameters()[KEY]
    with bureau.app.app_context():
        effect = backtest.tried(parameter, value, since=TODAY, reader=Reader(None, "system", "test"))
        before, after = (counted(worth) for worth in (50, value))
    assert (effect.before, effect.after) == (before.total(), after.total())
    assert {(one.rule, one.year): one.more for one in effect.rules if one.more} == by_year(after - before)
    assert {(one.rule, one.year): one.fewer for one in effect.rules if one.fewer} == by_year(before - after)


def counted(worth):
    """The findings of the rule under a value, counted by hand: rule, declarant, year, place."""
    reader = Reader(None, "system", "test")
    corps = source().around(db.session, reader)
    subjects = source().read(db.session, source().persons(db.session, None), corps, reader, None)()
    found = Counter()
    with supposing(parameters()[KEY].dated, worth):
        for subject in subjects.values():
            for at in range(len(subject.history)):
                said = run(Facts.of(subject, at), parameters()[KEY].rules)
                found.update((one.rule, one.declarant, one.year, one.where) for one in said if one.year > 2020)
    return found


def by_year(found):
    years = Counter()
    for (rule, _, year, _), times in found.items():
        years[rule, year] += times
    return dict(years)


def test_the_page_tells_it_without_a_name(bureau):
    number = asked(bureau.visitor("reviewer"), value="1")
    work(bureau)
    page = bureau.visitor("discipline-lead").get(f"/parameters/changes/{number}/").text
    with bureau.app.app_context():
        row = db.session.get_one(ParameterChange, number)
        words = queries.words(db.session, row, Reader(None, "system", "test"))
    assert words.effect.rules
    assert words.reason in page
    assert str(words.effect.reports) in page
    assert "B28" in page
    for name in bureau.ask(select(ParameterChange.reason)):
        assert words.reason.encode() not in name[0]
