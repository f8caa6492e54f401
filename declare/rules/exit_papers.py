"""出入境证件 · Passports and permits in the exit and entry register, and which of them somebody travelled on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from declare.items.kinds.documents import ORDINARY, permit_for
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.registries import Crossing, ExitDocument
from declare.items.registries.choices import ExitDocumentKind
from declare.items.spec import Entry
from declare.law import Dated, Text
from declare.rules.facts import Facts, once
from declare.rules.finding import value_on
from declare.rules.matching import (
    APART,
    DOUBTFUL,
    SAME_NUMBER,
    Match,
    Paired,
    Trait,
    one_slip,
    paired,
    weighed,
)
from declare.rules.registered import in_any_report, own
from declare.rules.spelling import plain

OFFICIAL = ("P", "S", "D")
"""What the numbers of official passports begin with, which the form does not ask for."""

APART_BY = Dated(
    "F03.days_apart",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("出入境记录与填报日期相差不超过", "Days between a crossing and the trip reported"),
    unit=Text("天", "days"),
)

KINDS = {kind.value: kind for kind in (ExitDocumentKind.HK_MACAO, ExitDocumentKind.TAIWAN)}
"""Permits by the key the form gives them."""

Trip = TripAbroad | TripHkmt


@dataclass(slots=True, eq=False)
class Paper:
    """One passport or permit as one record tells of it; the key is its number."""

    key: str
    row: Entry
    issued: date | None

    @property
    def records(self) -> tuple[Entry, ...]:
        """The row that tells of it."""
        return (self.row,)


def paper(row: ExitDocument | Passport | Permit) -> Paper:
    """A row made ready to be compared."""
    return Paper(plain(row.number), row, row.valid_from if isinstance(row, Permit) else row.issued)


def one_paper(one: Paper, other: Paper) -> Match:
    """Whether two records are about one document: by its number; a slip of one character, or the day of issue, is a doubt."""
    if one.key == other.key:
        return SAME_NUMBER
    if one_slip(one.key, other.key):
        return weighed(DOUBTFUL, (Trait.NUMBER_SLIP, 0.9))
    if not other.key and one.issued and one.issued == other.issued:
        return weighed(DOUBTFUL, (Trait.SINCE, 1.0))
    return APART


def papers_held(
    facts: Facts, kinds: Iterable[ExitDocumentKind], declared: Iterable[Passport | Permit]
) -> list[Paired[Paper, Paper]]:
    """The declarant's documents of those kinds, valid at some time from the year reported on to the filing day, with the declared ones."""
    wanted = tuple(kinds)
    held = [
        paper(row)
        for row in own(facts, ExitDocument)
        if row.kind in wanted and row.number and (row.expires is None or row.expires >= facts.period_start)
    ]
    return paired(held, [paper(row) for row in declared], one_paper, judged=facts.subject.judged)


@once
def kinds_by_number(facts: Facts) -> dict[str, ExitDocumentKind]:
    """Which document each number is, as the register says or any report."""
    found: dict[str, ExitDocumentKind] = {}
    for passport in in_any_report(facts, Passport):
        found[plain(passport.number)] = ExitDocumentKind.PASSPORT
    for permit in in_any_report(facts, Permit):
        if permit.kind:
            found[plain(permit.number)] = KINDS[permit.kind.value]
    return found | {plain(row.number): row.kind for row in own(facts, ExitDocument) if row.kind}


def travelled_on(facts: Facts, crossing: Crossing) -> ExitDocumentKind | None:
    """Which document a journey was made on: an ordinary passport, a permit, None for an official passport or an unknown paper."""
    number = plain(crossing.document_number)
    if not number or number.startswith(OFFICIAL):
        return None
    if (known := kinds_by_number(facts).get(number)) is not None:
        return known
    if ORDINARY.fullmatch(number):
        return ExitDocumentKind.PASSPORT
    permit = permit_for(number)
    return KINDS.get(permit)


def crossings(facts: Facts, *kinds: ExitDocumentKind) -> list[Crossing]:
    """The declarant's journeys of the year reported on, made on documents of those kinds."""
    return [row for row, document in _journeys(facts) if document in kinds]


@once
def _journeys(facts: Facts) -> list[tuple[Crossing, ExitDocumentKind | None]]:
    """The declarant's journeys of the year reported on, each with the document it was made on."""
    rows = [row for row in own(facts, Crossing) if row.left and row.left.year == facts.year]
    return [(row, travelled_on(facts, row)) for row in rows]


def one_journey(crossing: Crossing, trip: Trip, *, facts: Facts) -> bool:
    """Whether a trip reported is a journey in the register: both its ends within a few days, as far as both are known."""
    apart = timedelta(days=value_on(APART_BY, facts.filed_on))
    if crossing.left is None or trip.left is None or abs(crossing.left - trip.left) > apart:
        return False
    back = crossing.returned
    if back is None or back > facts.filed_on or trip.returned is None:
        return True
    return abs(back - trip.returned) <= apart


def one_end(crossing: Crossing, trips: Iterable[Trip], *, facts: Facts) -> Trip | None:
    """A trip reported of which only one end fits a journey."""
    apart = timedelta(days=value_on(APART_BY, facts.filed_on))
    ends = ((crossing.left, "left"), (crossing.returned, "returned"))
    return next(
        (
            trip
            for trip in trips
            for day, end in ends
            if day and (told := getattr(trip, end)) and abs(day - told) <= apart
        ),
        None,
    )
