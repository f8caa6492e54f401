"""Sealing the rows of an extract piece by piece, and the blind traces of whom and what they name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import insert
from sqlalchemy.orm import Session

from declare.extensions import vault
from declare.items.identifiers import found_in
from declare.items.spec import Entry, Table, table_of
from declare.registries.models import LOADING, Extract, ExtractRow, ExtractTrace
from declare.registries.provenance import PROVENANCE, Provenance
from declare.registries.retention import end_of
from declare.vault import Sealer
from declare.web import Authority

AT_ONCE = 5_000
"""Rows that are sealed and written together."""

_encode = msgspec.json.Encoder().encode


def begin(
    session: Session,
    table: Table,
    *,
    received: date | None,
    at: datetime,
    by: Authority,
    provenance: Provenance | None = None,
) -> tuple[Extract, Sealer]:
    """Opens an extract that nobody reads yet, and what its rows are sealed with."""
    extract = Extract(
        kind=table.key,
        received=received,
        loaded_at=at,
        loaded_by=by.account,
        state=LOADING,
        rows=0,
        keep_until=end_of(received or at.date()),
        fingerprint=fingerprint(provenance.sha256) if provenance and provenance.sha256 else None,
    )
    session.add(extract)
    session.flush()
    key = vault.create(session, extract.record)
    if provenance is not None:
        describe(key, extract, provenance)
    return extract, key


def describe(sealer: Sealer, extract: Extract, provenance: Provenance) -> None:
    """Seals where an extract came from."""
    extract.provenance = sealer.seal(PROVENANCE, 1, _encode(provenance))


def sealer(session: Session, extract: Extract) -> Sealer:
    """What further rows of an extract are sealed with."""
    return vault.sealer(session, extract.record)


def fill(session: Session, extract: Extract, sealer: Sealer, rows: Sequence[Entry], *, start: int) -> None:
    """Seals and writes some rows of an extract, and the traces of what they name; `start` is the place of the first."""
    table = [
        {"extract_id": extract.id, "position": at, "sealed": sealer.seal(str(at), 1, _encode(row))}
        for at, row in enumerate(rows, start)
    ]
    if not rows:
        return
    session.execute(insert(ExtractRow), table)
    if traced := list(_traces(extract, rows, start)):
        session.execute(insert(ExtractTrace), traced)


def pieces(rows: Iterable[Entry], size: int = AT_ONCE) -> Iterator[tuple[int, list[Entry]]]:
    """Rows in pieces that are written together, each with the place of its first row."""
    source, start = iter(rows), 0
    while piece := list(islice(source, size)):
        yield start, piece
        start += len(piece)


def fingerprint(sha256: str) -> bytes:
    """What a file is recognised by when it comes again; says nothing without the key."""
    return vault.mac("index")(b"extract file\0" + bytes.fromhex(sha256))


def _traces(extract: Extract, rows: Sequence[Entry], start: int) -> Iterator[dict[str, Any]]:
    """The blind digest of every exact identifier in some rows."""
    digester: Callable[[str], Callable[[str], bytes]] = cache(vault.digester)
    table = table_of(type(rows[0]))
    for found in found_in((table, at, row) for at, row in enumerate(rows, start)):
        yield {
            "extract_id": extract.id,
            "position": found.entry,
            "index": found.index,
            "digest": digester(found.index)(found.value),
        }
