"""A file becomes an extract, all of it or nothing: gone through once to look, and once to write in pieces.

Until the last piece is written nobody reads the extract; a load that was stopped begins anew or is taken back.
"""

from datetime import date, datetime
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from declare.extensions import db
from declare.law import Text
from declare.registries import columns, service, writing
from declare.registries.files import Sheet, Source, read
from declare.registries.models import KEPT, Extract, ExtractRow, ExtractTrace
from declare.registries.provenance import Provenance
from declare.registries.retention import destroy
from declare.registries.rows import Plan, Reading, look_through, typed_rows
from declare.units import queries as units
from declare.vault import Sealer
from declare.web import Authority, now, transaction

KNOWN = Text(
    "同一文件已于{day}载入（核查数据第{id}号），没有再次载入。",
    "The same file was loaded on {day} (extract {id}); it was not loaded again.",
)


class Coming(NamedTuple):
    """A file about to be loaded: how it is read, where it came from, when it was received, who loads it."""

    plan: Plan
    provenance: Provenance
    received: date
    by: Authority


def units_by_word(session: Session) -> dict[str, str]:
    """The code of each unit by its code and by its name, where only one bears it."""
    tree = units.tree(session)
    names = [unit.name for unit in tree]
    found = {unit.name: unit.code for unit in tree if names.count(unit.name) == 1}
    return found | {unit.code: unit.code for unit in tree}


def known(session: Session, provenance: Provenance) -> Text | None:
    """The sentence where the same file is there already."""
    same = select(Extract).where(Extract.fingerprint == writing.fingerprint(provenance.sha256), Extract.state == KEPT)
    found = session.scalars(same.order_by(Extract.id)).first()
    return KNOWN.filled(day=found.loaded_at.date(), id=found.id) if found else None


def sheet_of(source: Source) -> Sheet:
    """The table in a file, its header found; raises Unusable."""
    return read(source, known=columns.known)


def load_at_once(session: Session, coming: Coming, source: Source, reading: Reading) -> Extract:
    """Loads a small file in the caller's transaction; `reading` is what looking through it found."""
    extract, sealer = _begin(session, coming, reading, at=now())
    rows = list(typed_rows(coming.plan, sheet_of(source).rows, Reading()))
    writing.fill(session, extract, sealer, rows, start=0)
    service.finish(session, extract, rows=len(rows), by=coming.by)
    return extract


def announce(session: Session, coming: Coming) -> Extract:
    """Opens the extract of a large file, which a job will fill."""
    return _begin(session, coming, Reading(), at=now())[0]


def load_in_pieces(coming: Coming, source: Source, *, extract_id: int | None = None) -> tuple[Reading, int | None]:
    """Loads a file of any size in short transactions; what was found, and the extract, None where nothing was loaded.

    An extract that was announced is filled; one made here is taken back where writing it was stopped.
    """
    reading = look_through(coming.plan, sheet_of(source))
    if not reading.sound:
        return reading, None
    with transaction() as session:
        opened_id = _opened(session, coming, reading, extract_id).id
    try:
        _write(coming, source, opened_id)
    except BaseException:
        if extract_id is None:
            take_back(opened_id, by=coming.by)
        raise
    return reading, opened_id


def take_back(extract_id: int, *, by: Authority) -> None:
    """Destroys what was loaded of a file that could not be loaded whole."""
    db.session.rollback()
    with transaction() as session:
        if extract := session.get(Extract, extract_id):
            destroy(session, extract, by=by)


def _write(coming: Coming, source: Source, extract_id: int) -> None:
    """Writes all rows, some at a time, and lets the extract be read."""
    count = 0
    for start, piece in writing.pieces(typed_rows(coming.plan, sheet_of(source).rows, Reading())):
        with transaction() as session:
            extract = session.get_one(Extract, extract_id)
            writing.fill(session, extract, writing.sealer(session, extract), piece, start=start)
        count += len(piece)
    with transaction() as session:
        service.finish(session, session.get_one(Extract, extract_id), rows=count, by=coming.by)


def _opened(session: Session, coming: Coming, reading: Reading, extract_id: int | None) -> Extract:
    """A new extract, or one that was announced, emptied of what an earlier try left."""
    extract = session.get(Extract, extract_id) if extract_id is not None else None
    if extract is None:
        return _begin(session, coming, reading, at=now())[0]
    for model in (ExtractTrace, ExtractRow):
        session.execute(delete(model).where(model.extract_id == extract.id))
    writing.describe(writing.sealer(session, extract), extract, _counted(coming, reading))
    return extract


def _begin(session: Session, coming: Coming, reading: Reading, *, at: datetime) -> tuple[Extract, Sealer]:
    """Opens an extract."""
    return writing.begin(
        session,
        coming.plan.table,
        received=coming.received,
        at=at,
        by=coming.by,
        provenance=_counted(coming, reading),
    )


def _counted(coming: Coming, reading: Reading) -> Provenance:
    """Where an extract came from, with how many rows stood twice and how many look odd."""
    return replace(coming.provenance, doubled=reading.doubled, odd=reading.odd)
