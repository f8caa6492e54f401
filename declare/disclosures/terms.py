"""Whether a disclosure was made in time: its last day, and how many days later it came."""

from dataclasses import dataclass
from datetime import date

from declare.items.disclosures import DUE
from declare.items.spec import Entry, Table


@dataclass(frozen=True, slots=True)
class Term:
    """The last day in time (None: no day is known, or the place decides) and how many days late it was filed."""

    last: date | None
    late: int = 0
    local: bool = False
    ahead: bool = False


def term(table: Table, entry: Entry, *, filed_on: date) -> Term:
    """The term of a disclosure filed on a day; what is announced before it happens is never late."""
    due, happened = DUE[table.key], getattr(entry, "happened", None)
    ahead = due.before and happened is not None and filed_on < happened
    last = _last_day(table, entry)
    late = max(0, (filed_on - last).days) if last and not ahead else 0
    return Term(last, late, due.local, ahead)


def _last_day(table: Table, entry: Entry) -> date | None:
    """The last day in time; None for a day so far off that nothing can be counted from it."""
    try:
        return DUE[table.key].last_day(entry)
    except (OverflowError, ValueError):
        return None
