"""Reading extracts: a whole registry, the rows about some persons, the list with where each came from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from declare.accounts.models import Account
from declare.extensions import vault
from declare.items.registries import REGISTRIES, registry_by_key
from declare.items.spec import Entry, table_of
from declare.registries.models import KEPT, Extract, ExtractRow, ExtractTrace
from declare.registries.provenance import PROVENANCE, Provenance
from declare.vault import Opener, Reader

E = TypeVar("E", bound=Entry)

PAGE = 50

_decoders = {table.key: msgspec.json.Decoder(table.entry).decode for table in REGISTRIES}


class About(NamedTuple):
    """A row of a registry about somebody: which extract and place it stands in, when it was received."""

    row: Entry
    extract_id: int
    position: int
    received: date | None


class Listed(NamedTuple):
    """One extract with where it came from and the sign-in name of who loaded it ("" for the command line)."""

    extract: Extract
    provenance: Provenance
    loaded_by: str


def listed(session: Session, reader: Reader, *, page: int) -> tuple[list[Listed], int]:
    """One page of the extracts, the newest first, and how many pages there are."""
    count = session.scalar(select(func.count()).select_from(Extract)) or 0
    chosen = _with_loader().order_by(Extract.id.desc()).limit(PAGE).offset((max(page, 1) - 1) * PAGE)
    found = [(row[0], row[1] or "") for row in session.execute(chosen)]
    known = [extract.record for extract, _ in found if extract.provenance]
    opened = vault.openings(session, known, reader, what="registries")
    return [Listed(one, _provenance(opened.get(one.record), one), login) for one, login in found], -(-count // PAGE)


def one(session: Session, extract: Extract, reader: Reader) -> Listed:
    """One extract with where it came from."""
    login = session.execute(_with_loader().where(Extract.id == extract.id)).one()[1] or ""
    opener = vault.opening(session, extract.record, reader) if extract.provenance else None
    return Listed(extract, _provenance(opener, extract), login)


def _with_loader() -> Select[Extract, str]:
    """Extracts with the sign-in name of who loaded them."""
    return select(Extract, Account.login).outerjoin(Account, Account.id == Extract.loaded_by)


def _provenance(opener: Opener | None, extract: Extract) -> Provenance:
    """Where an extract came from; nothing is known of those that came with other records."""
    if opener is None or extract.provenance is None:
        return Provenance()
    return msgspec.json.decode(opener.open(PROVENANCE, 1, extract.provenance), type=Provenance)


def rows_of(session: Session, entry: type[E], reader: Reader) -> tuple[E, ...]:
    """Every row of one registry, the earliest extract first."""
    chosen = (
        select(Extract.id, ExtractRow.position, ExtractRow.sealed)
        .join(ExtractRow, ExtractRow.extract_id == Extract.id)
        .where(Extract.kind == table_of(entry).key, Extract.state == KEPT)
        .order_by(Extract.id, ExtractRow.position)
    )
    found = session.execute(chosen).all()
    opened = vault.openings(session, _records(found), reader, what=table_of(entry).key)
    decode = msgspec.json.Decoder(entry).decode
    return tuple(decode(opened[f"extract/{one.id}"].open(str(one.position), 1, one.sealed)) for one in found)


def rows_about(session: Session, digests: Collection[bytes], reader: Reader) -> Mapping[bytes, Sequence[About]]:
    """The rows of every registry whose subject has one of these digests: one query, one leaf.

    The digest is that of the identity number (index `id_number`). A hit is confirmed once it is open: a row that only
    mentions the number, or whose digest is like another's by chance, is left out.
    """
    chosen = (
        select(ExtractTrace.digest, Extract.id, Extract.kind, Extract.received, ExtractRow.position, ExtractRow.sealed)
        .join(Extract, Extract.id == ExtractTrace.extract_id)
        .join(ExtractRow, (ExtractRow.extract_id == Extract.id) & (ExtractRow.position == ExtractTrace.position))
        .where(ExtractTrace.index == "id_number", ExtractTrace.digest.in_(digests), Extract.state == KEPT)
        .order_by(Extract.id, ExtractRow.position, ExtractTrace.id)
    )
    found = session.execute(chosen).all()
    opened = vault.openings(session, _records(found), reader, what="registry")
    about: dict[bytes, list[About]] = defaultdict(list)
    digest = vault.digester("id_number")
    for one in found:
        row = _decoders[one.kind](opened[f"extract/{one.id}"].open(str(one.position), 1, one.sealed))
        if digest(_subject(one.kind, row)) == one.digest:
            about[one.digest].append(About(row, one.id, one.position, one.received))
    return about


def _subject(kind: str, row: Any) -> str:
    """The number of whom a row is about, as it is traced."""
    return registry_by_key(kind).field("subject").kind.trace(row.subject) or "-"


def _records(found: Iterable[Any]) -> list[str]:
    """The sealed records some rows lie in, each once."""
    return list(dict.fromkeys(f"extract/{one.id}" for one in found))
