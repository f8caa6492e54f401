"""An extract of the log for a time: every leaf of it, with the proof that none was changed, added or left out."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from sqlalchemy.orm import Session

from declare import audit
from declare.audit import AuditCheckpoint, documents
from declare.audit.heads import latest
from declare.audit.trail import take_turn
from declare.evidence import queries
from declare.extensions import db

HELD = 4 * 1024 * 1024
"""Bytes of an extract kept in memory; more goes into a file that has no name."""


def extract(session: Session, start: datetime | None, end: datetime | None) -> Iterator[str] | None:
    """The lines of an extract: the proof first, then a leaf a line, from the first to the last of that time; None where there is none."""
    places = queries.span(session, start, end)
    if places is None:
        return None
    return _lines(session, *places)


def signed(session: Session) -> None:
    """Sees to it that a signed head covers all that has happened."""
    take_turn(session.connection())
    audit.checkpoint(session)


def prepared() -> None:
    """Places what waits and signs the head, in transactions of its own; what is handed over then stands under it."""
    audit.settle()
    with db.sessionmaker.begin() as session:
        signed(session)


def written(lines: Iterator[str]) -> IO[bytes]:
    """The lines as a file, to be handed over."""
    file = tempfile.SpooledTemporaryFile(max_size=HELD)  # noqa: SIM115 - whoever sends it closes it
    for line in lines:
        file.write(line.encode() + b"\n")
    file.seek(0)
    return file


def _lines(session: Session, first: int, last: int) -> Iterator[str]:
    """The proof, then the leaves."""
    head: AuditCheckpoint | None = latest(session)
    if head is None or head.size < last:
        raise LookupError("no signed head covers what was asked for")
    yield documents.written(documents.of_extract(session, first, last, head))
    for leaf in queries.leaves(session, first, last):
        yield documents.written(documents.of_leaf(leaf))
