"""Whoever changes the log in the database is found out: every edit, deletion, exchange, truncation and rebuild, and the first leaf is named."""

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from declare.audit import AuditCheckpoint, AuditLeaf, AuditNode, append_placed, checkpoint, root, verify
from declare.audit.leaf import LEAF
from declare.config import Settings
from declare.extensions import Model, db
from tests.conftest import dispose, floor_app
from tests.prove.figure import Outcome, figure
from tests.prove.rewriting import rebuild

LEAVES = 150
SIGNED_EVERY = 30
"""A head is signed, and seen by a witness, after so many leaves."""

WRONG = {
    "actor": lambda old: (old or 0) + 1, "role": lambda old: old + "x", "action": lambda _: "declaration.submit",
    "object": lambda old: old + "1", "row": lambda old: old + " ", "request_id": lambda old: old + "0",
    "reason_hash": lambda _: bytes(32), "at": lambda old: old + timedelta(microseconds=1),
    "hash": lambda old: bytes(old[:31]) + bytes([old[31] ^ 1]), "mac": lambda old: bytes([old[0] ^ 1]) + bytes(old[1:]),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to tamper: what it is, how it is done, and the leaves of which the first that does not fit must be one."""

    kind: str
    tamper: Callable[[Session], None]
    first: range


@contextmanager
def log() -> Iterator[list[tuple[int, bytes]]]:
    """A log in a database of its own; gives the heads a witness has seen."""
    with tempfile.TemporaryDirectory() as folder:
        app = floor_app(Settings(instance=Path(folder) / "instance"))
        with app.app_context():
            Model.metadata.create_all(db.engine)
            yield [written(number) for number in range(1, LEAVES // SIGNED_EVERY + 1)]
            db.session.rollback()
        dispose(app)


def written(head: int) -> tuple[int, bytes]:
    """Writes leaves up to the next head, signs it, and gives it to the witness."""
    for number in range(SIGNED_EVERY):
        append_placed(
            db.session, actor=number, role="declarant", action="declaration.save", object=f"declaration/{head * 97 + number}"
        )  # fmt: skip
    checkpoint(db.session)
    db.session.commit()
    return root(db.session)


def edit(seq: int, column: str) -> Attempt:
    """One column of one leaf says something else."""

    def tamper(session: Session) -> None:
        old = session.scalar(select(LEAF.c[column]).where(LEAF.c.seq == seq))
        session.execute(update(LEAF).where(LEAF.c.seq == seq).values({column: WRONG[column](old)}))

    return Attempt(f"edit {column}", tamper, range(seq, seq + 1))


def deletion(seq: int) -> Attempt:
    """A leaf is gone."""
    return Attempt(
        "deletion", lambda session: session.execute(delete(LEAF).where(LEAF.c.seq == seq)), range(seq, seq + 1)
    )


def exchange(one: int, other: int) -> Attempt:
    """Two leaves change places."""

    def tamper(session: Session) -> None:
        for old, new in ((one, -1), (other, one), (-1, other)):
            session.execute(update(LEAF).where(LEAF.c.seq == old).values(seq=new))

    return Attempt("exchange", tamper, range(one, one + 1))


def closing_up(seq: int) -> Attempt:
    """A leaf is gone and those after it move up, so that no number is missing."""

    def tamper(session: Session) -> None:
        session.execute(delete(LEAF).where(LEAF.c.seq == seq))
        for later in range(seq + 1, LEAVES + 1):
            session.execute(update(LEAF).where(LEAF.c.seq == later).values(seq=later - 1))

    return Attempt("deletion, closed up", tamper, range(seq, seq + 1))


def truncation(kept: int, *, thorough: bool) -> Attempt:
    """The end is cut off; thoroughly with its subtrees and its signed heads."""

    def tamper(session: Session) -> None:
        session.execute(delete(LEAF).where(LEAF.c.seq > kept))
        if thorough:
            session.execute(delete(AuditNode).where(AuditNode.done > kept))
            session.execute(delete(AuditCheckpoint).where(AuditCheckpoint.size > kept))

    return Attempt(f"truncation{', thorough' if thorough else ''}", tamper, range(kept + 1, kept + 2))


def insertion(seq: int) -> Attempt:
    """A leaf is copied in at the end under the next number."""

    def tamper(session: Session) -> None:
        copied = session.execute(select(LEAF).where(LEAF.c.seq == seq)).mappings().one()
        session.execute(insert(LEAF).values({**copied, "seq": LEAVES + 1}))

    return Attempt("insertion", tamper, range(LEAVES + 1, LEAVES + 2))


def rebuilding(seq: int) -> Attempt:
    """Everything is written anew with every key of the system, one leaf changed: only a witness can tell, between two heads."""
    start = (seq - 1) // SIGNED_EVERY * SIGNED_EVERY + 1

    def change(leaf: AuditLeaf) -> None:
        if leaf.seq == seq:
            leaf.actor = 9_999

    return Attempt("rebuild with every key", lambda session: rebuild(session, change), range(start, start + 1))


def attempts(draw: random.Random, *, each: int) -> Iterator[Attempt]:
    """Every kind of tampering, at places drawn."""
    for column in WRONG:
        yield from (edit(seq, column) for seq in draw.sample(range(1, LEAVES + 1), each))
    for _ in range(each):
        one, other = sorted(draw.sample(range(1, LEAVES + 1), 2))
        yield from (deletion(one), exchange(one, other), closing_up(one), insertion(one))
        yield from (truncation(one - 1, thorough=False), truncation(one - 1, thorough=True), rebuilding(one))


def noticed(attempt: Attempt, witnessed: list[tuple[int, bytes]]) -> bool:
    """Whether the verification says that it does not fit and names the first leaf; everything is as before afterwards."""
    outer = db.session.begin_nested()
    with Session(bind=db.session.connection(), join_transaction_mode="create_savepoint") as session:
        attempt.tamper(session)
        session.flush()
        verdict = verify(session, witnesses=witnessed)
        session.rollback()
    outer.rollback()
    return not verdict.fits and verdict.first in attempt.first


def tried(*, each: int, seed: int = 20261124) -> tuple[Counter[str], Counter[str]]:
    """How often each kind was tried, and how often it was missed."""
    counted: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    with log() as witnessed:
        assert verify(db.session, witnesses=witnessed).fits
        for attempt in attempts(random.Random(seed), each=each):
            counted[attempt.kind] += 1
            missed[attempt.kind] += not noticed(attempt, witnessed)
        assert verify(db.session, witnesses=witnessed).fits
    return counted, +missed


@figure("tampering", "审计被改动而未发现 · tampering with the log unnoticed", goal="0 / ≥ 1 000")
def tampering(*, quick: bool) -> Outcome:
    """Tries every kind of tampering; a miss is also one that names another leaf."""
    counted, missed = tried(each=6 if quick else 60)
    total, lost = counted.total(), missed.total()
    notes = [f"{kind}: {missed[kind]} / {number}" for kind, number in counted.items()]
    return Outcome(f"{lost} / {total:,}", held=lost == 0 and (quick or total >= 1_000), notes=tuple(notes))
