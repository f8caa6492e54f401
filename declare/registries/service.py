"""Keeping extracts, and reading a registry's rows for the rules."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

import msgspec
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.extensions import vault
from declare.items.spec import Entry, Table, table_of
from declare.registries.models import Extract, ExtractRow
from declare.vault import Reader
from declare.web import Authority, leaf

E = TypeVar("E", bound=Entry)


def keep(
    session: Session, table: Table, rows: Sequence[Entry], *, received: date | None, at: datetime, by: Authority
) -> Extract:
    """Seals and keeps rows of one registry that came together."""
    extract = Extract(kind=table.key, received=received, loaded_at=at)
    session.add(extract)
    session.flush()
    sealer = vault.create(session, extract.record)
    kept = [
        {
            "extract_id": extract.id,
            "position": position,
            "sealed": sealer.seal(str(position), 1, msgspec.json.encode(row)),
        }
        for position, row in enumerate(rows)
    ]
    session.execute(insert(ExtractRow), kept)
    leaf(session, by, Act.REGISTRY_LOAD, f"{extract.record} {table.key}")
    session.flush()
    return extract


def rows_of(session: Session, entry: type[E], reader: Reader) -> tuple[E, ...]:
    """Every row of one registry, the earliest extract first."""
    chosen = (
        select(Extract, ExtractRow)
        .join(ExtractRow, ExtractRow.extract_id == Extract.id)
        .where(Extract.kind == table_of(entry).key)
        .order_by(Extract.id, ExtractRow.position)
    )
    found = session.execute(chosen).all()
    records = list(dict.fromkeys(extract.record for extract, _ in found))
    opened = vault.openings(session, records, reader, what=table_of(entry).key)
    decode = msgspec.json.Decoder(entry).decode
    return tuple(decode(opened[extract.record].open(str(row.position), 1, row.sealed)) for extract, row in found)
