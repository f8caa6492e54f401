"""发生之日 · The day of an event, whose law and numbers are asked for."""

from datetime import date

from declare.items.spec import Entry
from declare.rules.subject import Subject


def day_of(event: Entry, subject: Subject) -> date:
    """The day a disclosed event happened; not given, that of the return to the unit, else the day of the check."""
    happened: date | None = getattr(event, "happened", None) or getattr(event, "returned_to_unit", None)
    return happened or subject.today
