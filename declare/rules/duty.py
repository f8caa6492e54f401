"""第六条 · What a report of a change has to tell, and what may wait for the annual report."""

from declare.items.filing import FilingKind
from declare.items.spec import Entry
from declare.rules.facts import Facts

CHANGE = FilingKind.CHANGE


def due(facts: Facts, *tables: type[Entry]) -> bool:
    """Whether something missing in these property tables can be asked about.

    Changes of property are not in the 30-day duty, so a report of a change is asked only about tables it answers.
    """
    return facts.filing.kind is not CHANGE or all(facts.answer(table) is not None for table in tables)
