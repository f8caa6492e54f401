"""Who shares an identifier with whom: asked of blind digests alone, nothing is opened for it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from itertools import permutations
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from declare.accounts.models import Person
from declare.checks.source import Near
from declare.declarations.models import Trace
from declare.disclosures.models import Disclosure

Column = InstrumentedAttribute[int]
Chosen = Callable[[Column], ColumnElement[bool]]
"""Which persons are asked about, given the column that names them."""


def neighbours(session: Session, person_ids: Sequence[int]) -> Near:
    """For each declarant the others in whose reports one of the same identifiers stands, or who told of the same reception."""
    mine, theirs = aliased(Trace), aliased(Trace)
    shared = (
        select(mine.person_id, theirs.person_id)
        .join(theirs, theirs.digest == mine.digest)
        .where(mine.person_id.in_(person_ids), theirs.person_id != mine.person_id)
        .distinct()
    )
    chosen = partial(_within, person_ids=person_ids)
    return _pairs(session, shared, *_beside_reports(chosen)) if person_ids else {}


def everybody(session: Session) -> Near:
    """The same for all declarants at once: only digests that several persons have are looked at twice."""
    several = func.min(Trace.person_id) != func.max(Trace.person_id)
    digests = select(Trace.digest).group_by(Trace.digest).having(several).subquery()
    holders = select(Trace.digest, Trace.person_id).join(digests, digests.c.digest == Trace.digest).distinct()
    groups: dict[bytes, list[int]] = defaultdict(list)
    for digest, person in session.execute(holders):
        groups[digest].append(person)
    found = _pairs(session, *_beside_reports(lambda _column: true()))
    for group in groups.values():
        for one, other in permutations(group, 2):
            found[one].add(other)
    return found


def _within(column: Column, *, person_ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a person is one of these."""
    return column.in_(person_ids)


def _beside_reports(chosen: Chosen) -> tuple[Select[int, int], Select[int, int], Select[int, int]]:
    """Pairs that do not come of two reports: somebody named in a report, whoever names them, hosts of one reception."""
    theirs, mine = aliased(Trace), aliased(Trace)
    named = (
        select(Person.id, theirs.person_id)
        .join(theirs, theirs.digest == Person.id_digest)
        .where(chosen(Person.id), theirs.person_id != Person.id)
        .distinct()
    )
    naming = (
        select(mine.person_id, Person.id)
        .join(Person, Person.id_digest == mine.digest)
        .where(chosen(mine.person_id), Person.id != mine.person_id)
        .distinct()
    )
    here, there = aliased(Disclosure), aliased(Disclosure)
    hosts = (
        select(here.person_id, there.person_id)
        .join(there, there.letter == here.letter)
        .where(chosen(here.person_id), there.person_id != here.person_id)
        .distinct()
    )
    return named, naming, hosts


def _pairs(session: Session, *questions: Any) -> dict[int, set[int]]:
    """Who stands beside whom by the answers to some questions."""
    found: dict[int, set[int]] = defaultdict(set)
    for question in questions:
        for one, other in session.execute(question):
            found[one].add(other)
    return found
