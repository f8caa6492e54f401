"""By when a disclosure is due, counted from the day it happened."""

from dataclasses import dataclass
from datetime import date

from declare.items.spec import Entry
from declare.law import Text
from declare.law.counting import add_months, deadline_working_days


@dataclass(frozen=True, slots=True)
class Due:
    """The term of one kind of disclosure; without a number it is due the same day.

    `instead` names the day that counts in place of `happened` where it is given, `before` says that a foreseen event
    is reported beforehand, `local` that the place's own parameters decide and this term says nothing.
    """

    says: Text
    months: int = 0
    working_days: int = 0
    instead: str = ""
    before: bool = False
    local: bool = False

    def last_day(self, entry: Entry) -> date | None:
        """The last day in time, None where no day is given or the place decides."""
        start: date | None = (getattr(entry, self.instead) if self.instead else None) or getattr(
            entry, "happened", None
        )
        if start is None or self.local:
            return None
        if self.working_days:
            return deadline_working_days(start, self.working_days)
        return add_months(start, self.months)
