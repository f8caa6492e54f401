"""A check of everything: piece by piece, on all cores, going on where it was stopped, or only of what has changed."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.checks.enactment import in_force
from declare.checks.models import Run, Stale
from declare.checks.service import AT_ONCE, READER, Summary, check_office, conclude, look
from declare.checks.source import Near, source
from declare.rules.around import Around
from declare.rules.book import all_rules
from declare.web import now, today, transaction

MANY = 10
"""From so many pieces on it is worth while to ask once who shares an identifier with whom."""

ALONE: AbstractContextManager[object] = nullcontext()
"""Nobody else is at work on the database."""

Piece = Sequence[int]
Shown = Callable[[Iterable[Summary], int], Iterator[Summary]]
"""Shows progress while the summaries of so many pieces come in."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: whose facts are looked at, which row notes how far it is, whether it goes on after a stop."""

    persons: Sequence[int]
    run: int | None = None
    resumed: bool = False


def plan_all(*, resume: bool) -> Plan:
    """Everybody; those still to come where the last run under the same rules on the same day was stopped."""
    with transaction() as session:
        everybody, basis = source().persons(session, None), _basis(session)
        last = _last(session)
        if resume and last and last.ended is None and last.basis == basis:
            return Plan([person for person in everybody if person > last.cursor], last.id, resumed=last.cursor > 0)
        run = Run(basis=basis, cursor=0, began=now())
        session.add(run)
        session.flush()
        return Plan(everybody, run.id)


def plan_year(year: int) -> Plan:
    """Everybody there is anything of on one year; such a run keeps no note."""
    with transaction() as session:
        return Plan(source().persons(session, year))


def plan_changed() -> Plan:
    """Those whose facts have changed since everything was checked, and those whose findings may change with theirs.

    Everybody where the rules, their parameters, the corps' own lists or the day are others than they were then.
    """
    with transaction() as session:
        last = _last(session)
        if last is None or last.ended is None or last.basis != _basis(session):
            fresh = None
        else:
            changed = session.scalars(select(Stale.person_id).order_by(Stale.person_id)).all()
            fresh = sorted({*changed, *source().concerned(session, changed)})
    return plan_all(resume=True) if fresh is None else Plan(fresh)


def carry_out(
    plan: Plan, *, year: int | None, done: Callable[[Sequence[Piece]], Iterator[Summary]], shown: Shown, keeping: bool
) -> Summary:
    """Does what was planned in the way `done` says and notes how far it has come; the office comes last."""
    pieces = [plan.persons[start : start + AT_ONCE] for start in range(0, len(plan.persons), AT_ONCE)]
    total = Summary()
    for piece, part in zip(pieces, shown(done(pieces), len(pieces)), strict=True):
        total.add(part, keeping=keeping)
        _note(plan, cursor=piece[-1])
    with transaction() as session:
        total.add(check_office(session, year=year), keeping=keeping)
    _note(plan, ended=True)
    return total


def here(pieces: Sequence[Piece], *, year: int | None, workers: int) -> Iterator[Summary]:
    """The summaries of the pieces in order, done in this process or in several of this machine."""
    near = _near(pieces)
    if workers < 2 or len(pieces) < workers:
        return (do(piece, year=year, near=one) for piece, one in zip(pieces, near, strict=True))
    return _together(pieces, near, year=year, workers=workers)


def _together(pieces: Sequence[Piece], near: list[Near | None], *, year: int | None, workers: int) -> Iterator[Summary]:
    """The same in several processes, which begin as copies of this one: the application need not start again in each."""
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(context.Lock(),))
    found = pool.map(_in_turn, pieces, [year] * len(pieces), near)

    def summaries() -> Iterator[Summary]:
        with pool:
            yield from found

    return summaries()


_turn: list[AbstractContextManager[object]] = []


def _begin(turn: AbstractContextManager[object]) -> None:
    """Leaves the connections to the process this one is a copy of."""
    current_app.extensions["sqlalchemy"].engine.dispose(close=False)
    _turn[:] = [turn]


def _in_turn(piece: Piece, year: int | None, near: Near | None) -> Summary:
    """Checks one piece; processes that wait for each other are quicker than ones that try the database again and again."""
    return do(piece, year, near, turn=_turn[0])


def _near(pieces: Sequence[Piece]) -> list[Near | None]:
    """Who shares an identifier with whom, piece by piece; one look at all digests is quicker than many at some."""
    if len(pieces) < MANY:
        return [None] * len(pieces)
    with transaction() as session:
        near = source().near(session)
    return [{one: near[one] for one in piece if one in near} for piece in pieces]


def do(
    piece: Piece, year: int | None = None, near: Near | None = None, *, turn: AbstractContextManager[object] = ALONE
) -> Summary:
    """Checks one piece; nothing is held up while the rules run. `turn` is held while the database is at work."""
    with turn:
        corps = _corps()
        with transaction() as session:
            opening = source().read(session, piece, corps, READER, near)
    subjects = opening()
    with turn, transaction() as session:
        subjects = source().acquaint(session, subjects, corps, READER)
        parameters = in_force(session)
    with parameters:
        looked = look(subjects, year=year)
    with turn, transaction() as session:
        return conclude(session, piece, looked, year=year)


@cache
def _corps_on(_basis_now: bytes) -> Around:
    """The corps as it is under one basis."""
    with transaction() as session:
        return source().around(session, READER)


def _corps() -> Around:
    """The corps, opened once in a process for as long as nothing in it changes."""
    with transaction() as session:
        basis = _basis(session)
    return _corps_on(basis)


def _basis(session: Session) -> bytes:
    """What all findings rest on besides the facts of a person: the rules, their numbers, the day, the corps."""
    parts = [today().isoformat(), source().stamp(session)]
    with in_force(session):
        for rule in all_rules():
            steps = [(dated.key, step.since, step.value) for dated in rule.thresholds for step in dated.standing()]
            parts.append(f"{rule.id} {rule.version} {steps}")
    return hashlib.sha256("\n".join(parts).encode()).digest()


def _last(session: Session) -> Run | None:
    """The latest run of everything."""
    return session.scalars(select(Run).order_by(Run.id.desc()).limit(1)).first()


def _note(plan: Plan, *, cursor: int = 0, ended: bool = False) -> None:
    """Writes down how far a run has come."""
    if plan.run is None:
        return
    with transaction() as session:
        run = session.get_one(Run, plan.run)
        run.cursor = max(run.cursor, cursor)
        run.ended = now() if ended else None
