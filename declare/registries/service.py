"""Keeping extracts: whole, and from then on read."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from declare.audit import Act
from declare.items.spec import Entry, Table
from declare.registries.concern import tell
from declare.registries.models import KEPT, Extract
from declare.registries.queries import rows_of
from declare.registries.writing import begin, fill, pieces
from declare.web import Authority, leaf

__all__ = ["finish", "keep", "rows_of"]


def keep(
    session: Session, table: Table, rows: Sequence[Entry], *, received: date | None, at: datetime, by: Authority
) -> Extract:
    """Seals and keeps rows of one registry that came together."""
    extract, key = begin(session, table, received=received, at=at, by=by)
    for start, piece in pieces(rows):
        fill(session, extract, key, piece, start=start)
    finish(session, extract, rows=len(rows), by=by)
    return extract


def finish(session: Session, extract: Extract, *, rows: int, by: Authority) -> None:
    """From now on the extract is read; whoever its rows are about is checked anew."""
    extract.rows, extract.state = rows, KEPT
    leaf(session, by, Act.REGISTRY_LOAD, f"{extract.record} {extract.kind}")
    session.flush()
    tell(session, extract)
