"""Where a record stands in a report, and how a report is referred to."""

from declare.items.filing import Filing, FilingKind, Member
from declare.items.spec import Entry, Record, table_of
from declare.rules.finding import Filed

FULL = (FilingKind.FIRST, FilingKind.ANNUAL)


def full(filing: Filing) -> bool:
    """Whether a report is a first or an annual one."""
    return filing.kind in FULL


def filed(filing: Filing) -> Filed:
    """How another report is referred to."""
    return Filed(declarant=filing.declarant, year=filing.year, kind=filing.kind.value)


def standing_in(filing: Filing, record: Record) -> tuple[str, int | None] | None:
    """The table and row of a record in one report, compared by identity."""
    if record is filing.basic:
        return ("basic", None)
    if record is filing.closing:
        return ("closing", None)
    if isinstance(record, Member):
        rows: tuple[Record, ...] = filing.family or ()
        key = "family"
    elif isinstance(record, Entry):
        key = table_of(type(record)).key
        answer = getattr(filing.tables, key, None)
        rows = answer.entries if answer else ()
    else:
        return None
    return next(((key, index) for index, row in enumerate(rows) if row is record), None)
