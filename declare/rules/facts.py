"""What a rule may look at: one report, those before it, and what other authorities handed over."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, cached_property, wraps
from typing import Any, TypeVar, cast

from msgspec import structs

from declare.items import table_by_key
from declare.items.answers import Answer
from declare.items.filing import Basic, Closing, Filing, Member
from declare.items.registries import Managed
from declare.items.spec import Entry, Record, State, table_of
from declare.rules.around import NOWHERE, Around, Kept
from declare.rules.finding import Place
from declare.rules.standing import filed, full, standing_in
from declare.rules.subject import Registered, Subject

E = TypeVar("E", bound=Entry)
W = TypeVar("W")

R = TypeVar("R", bound=Entry)

SELF = "self"


class Facts:
    """One report as the rules see it.

    `earlier` holds the declarant's earlier reports, the latest first, corrections already merged in.
    `unit` is the name of the declarant's unit, "" where it is not known; `local` the
    place whose local numbers hold, `today` the day of the check; rules about
    the report itself use `filed_on`. `subject` is all that is known of the declarant, `around` the corps. `told` holds the entries of the tables that have some, `family` the
    family as this report gives it or the last one did, `extracts` the registry rows that are compared with this report,
    `last_year` the full report on the year before, `annual` whether this is a full report: a first or an annual one.
    """

    def __init__(
        self,
        filing: Filing,
        *,
        earlier: tuple[Filing, ...] = (),
        managed: tuple[Managed, ...] = (),
        unit: str = "",
        today: date | None = None,
        place: str = "",
        subject: Subject | None = None,
    ) -> None:
        self.filing = filing
        self.earlier = earlier
        self.subject = subject or _alone(filing, earlier, managed, today, place)
        self.around = self.subject.around
        self.managed = self.around.managed
        self.unit = unit or filing.basic.unit
        self.today = self.subject.today
        self.local = self.subject.place
        self.others = self.subject.others
        self.declarant = filing.declarant
        self.filed_on = self.day = filing.filed_on
        self.year = filing.year
        self.told = told(filing)
        self.basic: Basic = filing.basic
        self.closing: Closing = filing.closing
        self.family: tuple[Member, ...] = filing.family or ()
        self.annual = full(filing)
        self.extracts: Registered = self.subject.registered(filing)
        self.last_year = _full_on(earlier, filing.year - 1)
        self.kept: dict[object, Any] = {}

    @classmethod
    def of(cls, subject: Subject, index: int) -> "Facts":
        """One report of a declarant, by its place in the history."""
        filing = subject.history[index]
        unit = subject.around.unit(filing.basic.unit)
        earlier = subject.history[:index][::-1]
        return cls(filing, earlier=earlier, unit=unit.name if unit else "", subject=subject)

    def registered(self, kind: type[R]) -> tuple[tuple[str, R], ...]:
        """The rows of one registry that are compared with this report, each with the family key it is about."""
        return cast("tuple[tuple[str, R], ...]", self.extracts.get(kind, ()))

    def answer(self, entry: type[E]) -> Answer[E] | None:
        """What this report says of the table, None where it was not answered."""
        return answered(self.filing, entry)

    def rows(self, entry: type[E]) -> tuple[E, ...]:
        """The entries of a table in this report."""
        return self.told.get(entry, ())

    def standing(self, entry: type[E]) -> tuple[E, ...]:
        """The entries of a table in this report, or where it does not answer the table in the last that did."""
        if entry in self.told:
            return self.told[entry]
        answer = answered(self.filing, entry) or self.last_answer(entry)
        return answer.entries if answer else ()

    def last_answer(self, entry: type[E]) -> Answer[E] | None:
        """The table in the latest earlier report that answered it."""
        for filing in self.earlier:
            if (answer := answered(filing, entry)) is not None:
                return answer
        return None

    def earlier_rows(self, entry: type[E]) -> Iterator[E]:
        """The entries of a table in all earlier reports, the latest first."""
        for filing in self.earlier:
            answer = answered(filing, entry)
            if answer:
                yield from answer.entries

    @cached_property
    def period_start(self) -> date:
        """1 January of the year reported on."""
        return date(self.year, 1, 1)

    @cached_property
    def members(self) -> dict[str, Member]:
        """The family by key."""
        return {member.key: member for member in self.family}

    def standing_of(self, record: Record, field: str | None) -> Place:
        """Where a record stands, found by identity; only asked for when something is found."""
        for filing in (self.filing, *self.earlier):
            found = standing_in(filing, record)
            if found:
                table, entry = found
                other = None if filing is self.filing else filed(filing)
                return Place(table=table, entry=entry, field=field, declaration=other)
        return self.subject.standing_of(record, field)


def _alone(
    filing: Filing, earlier: tuple[Filing, ...], managed: tuple[Managed, ...], today: date | None, place: str
) -> Subject:
    """A declarant of whom only reports are known."""
    around = Around(lists=[Kept(row) for row in managed]) if managed else NOWHERE
    history = (*reversed(earlier), filing)
    return Subject(filing.declarant, history=history, today=today or filing.filed_on, place=place, around=around)


def _full_on(filings: tuple[Filing, ...], year: int) -> Filing | None:
    """The first full report on a year among some."""
    for filing in filings:
        if filing.year == year and full(filing):
            return filing
    return None


def once(work: Callable[[Facts], W]) -> Callable[[Facts], W]:
    """Works something out of one report's facts the first time a rule asks for it, and keeps it with them."""

    @wraps(work)
    def kept(facts: Facts) -> W:
        try:
            answer: W = facts.kept[work]
        except KeyError:
            answer = facts.kept[work] = work(facts)
        return answer

    return kept


Told = dict[Any, tuple[Any, ...]]
"""The entries of every table that has some, by the class of its rows."""


@cache
def _entries(tables: type[Record]) -> tuple[type[Entry], ...]:
    """The classes of the rows of every table of an edition, in the order of the form."""
    return tuple(table_by_key(key).entry for key in tables.__struct_fields__)


def told(filing: Filing) -> Told:
    """Every table of a report that has entries."""
    answers = structs.astuple(filing.tables)
    return {
        entry: answer.entries
        for entry, answer in zip(_entries(type(filing.tables)), answers, strict=True)
        if answer is not None and answer.entries
    }


def answered(filing: Filing, entry: type[E]) -> Answer[E] | None:
    """What a report says of a table."""
    answer: Answer[E] | None = getattr(filing.tables, table_of(entry).key)
    return answer


def said_none(answer: Answer[E] | None) -> bool:
    """Whether a table was expressly answered: nothing to report."""
    return answer is not None and answer.state is State.NONE


__all__ = ["SELF", "Facts", "answered", "filed", "full", "once", "said_none"]
