"""What an export reads: who filed, their marks, their reports; piece by piece, a leaf a piece, and no more than it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.accounts import people
from declare.checks import Standing
from declare.declarations.checking import filers
from declare.declarations.gathering import filed
from declare.extensions import vault
from declare.releases.classes import Marks
from declare.releases.marks import marks_of
from declare.rules.history import in_order
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import transaction

AT_ONCE = 100
"""Persons whose reports are open at one time."""


@dataclass(frozen=True, slots=True)
class Corps:
    """Everybody an export is about, with their marks, and the names and regions of units by path."""

    marks: dict[int, Marks]
    units: dict[str, str]
    regions: dict[str, str]


def corps(year: int | None, reader: Reader) -> Corps:
    """Reads who filed and their marks off the cards."""
    with transaction() as session:
        found = session.execute(select(Unit.path, Unit.name, Unit.region).order_by(Unit.path)).all()
        everybody = filers(session, year)
    regions = {path: region for path, _, region in found}
    marks: dict[int, Marks] = {}
    for chunk in chunks(everybody):
        with transaction() as session:
            marks |= _marks(session, chunk, regions, reader)
    return Corps(marks, {path: name for path, name, _ in found}, regions)


def reports(person_ids: Sequence[int], year: int | None, reader: Reader) -> Iterator[Standing]:
    """The reports of some persons in the order these are given, corrections merged in; opened piece by piece."""
    for chunk in chunks(person_ids):
        with transaction() as session:
            found = _opened(session, chunk, year, reader)
        for person in chunk:
            merged = in_order(found.get(person, ()))
            yield from (one for one in merged if isinstance(one, Standing))


def chunks(person_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Persons in pieces."""
    return (person_ids[start : start + AT_ONCE] for start in range(0, len(person_ids), AT_ONCE))


def _marks(session: Session, chunk: Sequence[int], regions: dict[str, str], reader: Reader) -> dict[int, Marks]:
    """The marks of some persons."""
    rows = people.by_id(session, chunk)
    cards = people.cards(session, list(rows.values()), reader, what="export")
    return {
        person: marks_of(cards[person], unit=row.unit_path, region=regions.get(row.unit_path, ""))
        for person, row in rows.items()
    }


def _opened(session: Session, chunk: Sequence[int], year: int | None, reader: Reader) -> dict[int, list[Standing]]:
    """The reports of some persons, opened together."""
    rows = filed(session, chunk, year=year)
    openers = vault.openings(session, [row.record for row in rows], reader, what="export")
    found: dict[int, list[Standing]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.opened(openers[row.record]))
    return found
