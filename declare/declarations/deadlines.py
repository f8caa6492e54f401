"""The one place that decides how much time is left and what is late. The clock is passed in.

R17 article 6 asks for the annual report in January of the following year.
"""

from datetime import date


def usual(year: int) -> date:
    """31 January after the year reported on."""
    return date(year + 1, 1, 31)


def days_left(deadline: date, *, today: date) -> int:
    """How many days remain; 0 on the last day, negative once it has passed."""
    return (deadline - today).days


def late(deadline: date, *, today: date) -> bool:
    """Whether the last day has passed."""
    return days_left(deadline, today=today) < 0
