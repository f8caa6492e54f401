"""报告期限 · By which day a report was due: the annual one by 31 January, one of a change of family matters within 30 days."""

from datetime import date
from typing import Any

from declare.items import EXTENSIONS, table_by_key
from declare.items.filing import Filing, FilingKind
from declare.law import R17, Dated
from declare.law.counting import deadline_days
from declare.rules.deadline import last_day
from declare.rules.finding import value_on
from declare.rules.standing import full

ANNUAL_BY = Dated("report.annual_by", {"2017-02-08": "01-31"}, basis=R17.article(5), checked="2026-11-01")
"""Month and day by which the report on the year before is filed."""

CHANGE_WITHIN = Dated("report.change_within_days", {"2017-02-08": 30}, basis=R17.article(6), checked="2026-11-01")
"""Days within which a change of a family matter is reported."""

PROPERTY = 4
"""The article whose matters may wait for the annual report."""

_EXTENSIONS = frozenset(table.key for table in EXTENSIONS)


def annual_due(year: int) -> date:
    """The last day for the annual report on a year."""
    return date.fromisoformat(f"{year + 1:04}-{value_on(ANNUAL_BY, date(year + 1, 1, 1))}")


def year_asked(today: date) -> int | None:
    """The latest year whose annual report was due before a day; None where the day is not known."""
    if today.year <= 2:
        return None
    last = today.year - 1
    return last if today > annual_due(last) else last - 1


def report_due(filing: Filing, *earlier: Filing) -> date | None:
    """The last day for a report, None where it has none.

    A first report has one where a full report came before it: a year ordered to be filled in as the first.
    """
    if filing.kind is FilingKind.ANNUAL or (full(filing) and any(map(full, earlier))):
        return annual_due(filing.year)
    if filing.kind is not FilingKind.CHANGE or not filing.event or not filing.event.on or _may_wait(filing):
        return None
    return last_day(deadline_days, filing.event.on, value_on(CHANGE_WITHIN, filing.event.on))


def term(filing: Filing) -> Dated[Any]:
    """The number a report's last day rests on."""
    return CHANGE_WITHIN if filing.kind is FilingKind.CHANGE else ANNUAL_BY


def _may_wait(filing: Filing) -> bool:
    """Whether a report of a change is about property, which the 30 days do not cover."""
    named = filing.event.table if filing.event else ""
    about = [named] if named else [key for key in filing.tables.__struct_fields__ if getattr(filing.tables, key)]
    return bool(about) and all(map(_property, about))


def _property(key: str) -> bool:
    """Whether a table belongs to the property matters, or to the local ones beside the law."""
    if key in _EXTENSIONS:
        return True
    try:
        item = table_by_key(key).item
    except KeyError:
        return False
    return item is not None and item.basis.number == PROPERTY
