"""What time it is: one clock for the whole application, passed in at the start, so that a deadline is decided once."""

from datetime import date, timedelta, timezone

from declare.config import now

__all__ = ["BEIJING", "now", "today"]

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Beijing time, the civil time of every deadline; without daylight saving since 1992."""


def today() -> date:
    """The day it is in Beijing."""
    return now().astimezone(BEIJING).date()
