"""How days are counted: day one is the day after the event, a month ends on the same date of the next or on its last day."""

from calendar import monthrange
from datetime import date, timedelta

from declare.law.holidays import is_working_day


def add_months(day: date, months: int) -> date:
    """The same date some months later (earlier where negative), or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def deadline_days(event: date, days: int) -> date:
    """The last day of a term of calendar days; day one is the day after the event."""
    return event + timedelta(days=days)


def deadline_working_days(event: date, days: int) -> date:
    """The last day of a term of working days; day one is the first working day after the event."""
    day = event
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def working_days(event: date, last: date) -> int:
    """How many working days lie after an event, up to and including the last day; 0 where that is not later."""
    span = (last - event).days
    return sum(is_working_day(event + timedelta(days=step)) for step in range(1, span + 1))


def days_before(event: date, days: int) -> date:
    """The last day to act some calendar days before an event; day one is the day before it."""
    return event - timedelta(days=days)


def working_days_before(event: date, days: int) -> date:
    """The last day to act some working days before an event; day one is the last working day before it."""
    day = event
    while days > 0:
        day -= timedelta(days=1)
        days -= is_working_day(day)
    return day
