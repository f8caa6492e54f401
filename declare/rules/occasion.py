"""报告事由 · Whether a report speaks of a matter at all: a report of a change answers only what changed."""

from declare.items.spec import Entry
from declare.rules.facts import Facts


def speaks_of(facts: Facts, *tables: type[Entry]) -> bool:
    """Whether this report is a full one, tells the family anew, or answers one of these tables."""
    if facts.annual or not facts.earlier or facts.filing.family is not facts.earlier[0].family:
        return True
    return any(facts.answer(table) is not None for table in tables)
