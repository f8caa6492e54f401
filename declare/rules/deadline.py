"""期限 · By which day something had to be done, and whether it was."""

from collections.abc import Callable
from datetime import date

DAY_UNKNOWN = date.min
"""The day of the check where nothing tells it; every term then counts as over."""


def last_day(count: Callable[[date, int], date], since: date, length: int) -> date:
    """The last day of a term counted from a day; the last day there is where the calendar ends before it."""
    try:
        return count(since, length)
    except (OverflowError, ValueError):
        return date.max


def over(due: date, *, today: date) -> bool:
    """Whether the day by which something was due has passed."""
    return today > due or today == DAY_UNKNOWN


def missed(done: date | None, *, due: date, today: date) -> bool:
    """Whether something was done too late, or not at all though its day has passed."""
    return over(due, today=today) if done is None else done > due
