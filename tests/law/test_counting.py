"""How terms run: day one, the end of a month, holidays and made-up working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.law.counting import add_months, deadline_days, deadline_working_days, working_days
from declare.law.holidays import DAYS_OFF, MADE_UP, announced, is_working_day

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ("2025-08-01", 1, "2025-09-01"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-08-31", 18, "2027-02-28"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-01-15", -12, "2024-01-15"),
    ],
)
def test_a_month_ends_on_the_same_date_or_on_its_last_day(day, months, end):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(end)


def test_day_one_is_the_day_after_the_event():
    assert deadline_days(date(2025, 3, 1), 30) == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("event", "days", "end"),
    [
        ("2025-09-30", 1, "2025-10-09"),  # the National Day holiday
        ("2025-09-26", 1, "2025-09-28"),  # a Sunday on which offices work
        ("2025-06-13", 3, "2025-06-18"),  # a plain weekend
        ("2026-02-13", 1, "2026-02-14"),  # a Saturday before the Spring Festival
        ("2025-06-16", 0, "2025-06-16"),
        ("2035-09-28", 1, "2035-10-01"),  # nothing announced: weekends alone
    ],
)
def test_working_days_skip_what_nobody_works(event, days, end):
    assert deadline_working_days(date.fromisoformat(event), days) == date.fromisoformat(end)


@given(DAYS, st.integers(1, 40))
def test_a_term_of_working_days_holds_exactly_that_many(event, days):
    last = deadline_working_days(event, days)
    assert is_working_day(last)
    assert working_days(event, last) == days
    assert working_days(event, last - timedelta(days=1)) == days - 1


@given(DAYS)
def test_no_working_days_lie_before_the_event(day):
    assert working_days(day, day) == working_days(day, day - timedelta(days=5)) == 0


@given(DAYS, st.integers(0, 60))
def test_months_there_and_back_lose_at_most_the_end_of_a_month(day, months):
    back = add_months(add_months(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back == day or back.day < day.day


def test_the_table_moves_weekdays_off_and_weekend_days_on():
    assert DAYS_OFF.keys() == MADE_UP.keys()
    assert all(announced(year) for year in range(2023, 2027))
    assert not announced(2027)
    for table, weekend in ((DAYS_OFF, False), (MADE_UP, True)):
        for year, days in table.items():
            for day in days.split():
                on = date(year, int(day[:2]), int(day[2:]))
                assert (on.weekday() >= 5) is weekend
                assert is_working_day(on) is weekend


@pytest.mark.parametrize("year", range(2023, 2027))
def test_the_fixed_holidays_of_each_year_are_off(year):
    for month, day in ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3)):
        assert not is_working_day(date(year, month, day))
