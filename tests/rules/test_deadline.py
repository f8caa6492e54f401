"""Terms: their last day, whether it has passed, and which reports have one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.filing import Event, FilingKind
from declare.law.counting import add_months, deadline_days, deadline_working_days
from declare.rules.cases import report
from declare.rules.deadline import DAY_UNKNOWN, last_day, missed, over
from declare.rules.report_due import annual_due, report_due, year_asked

DUE = date(2025, 6, 1)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("count", [add_months, deadline_days, deadline_working_days])
def test_a_term_that_outlasts_the_calendar_ends_with_it(count):
    assert last_day(count, date(9999, 12, 30), 15) == date.max


@given(DAYS, st.integers(0, 400))
def test_a_term_of_days_ends_that_many_days_later(since, days):
    assert last_day(deadline_days, since, days) == since + timedelta(days=days)


@pytest.mark.parametrize(("today", "passed"), [(DUE, False), (DUE + timedelta(days=1), True), (DAY_UNKNOWN, True)])
def test_a_term_is_over_on_the_day_after_its_last_and_where_the_day_is_not_known(today, passed):
    assert over(DUE, today=today) is passed
    assert missed(None, due=DUE, today=today) is passed


@given(DAYS)
def test_what_was_done_by_its_day_is_never_missed(today):
    assert not missed(DUE, due=DUE, today=today)
    assert missed(DUE + timedelta(days=1), due=DUE, today=today)


@given(DAYS)
def test_the_year_asked_for_is_the_latest_whose_last_day_has_passed(today):
    year = year_asked(today)
    assert annual_due(year) < today <= annual_due(year + 1)


def test_no_year_is_asked_for_where_the_day_is_not_known():
    assert year_asked(DAY_UNKNOWN) is None


@pytest.mark.parametrize("kind", [FilingKind.PROMOTION, FilingKind.RESIGNATION, FilingKind.CORRECTION])
def test_some_reports_have_no_last_day(kind):
    assert report_due(report(kind=kind, event=Event(table="marriage", on=DUE)), report(year=2020)) is None


def test_a_first_report_has_a_last_day_only_after_another_full_one():
    first = report(kind=FilingKind.FIRST, year=2025)
    assert report_due(first) is None
    assert report_due(first, report(kind=FilingKind.PROMOTION, year=2024)) is None
    assert report_due(first, report(year=2024)) == date(2026, 1, 31)
