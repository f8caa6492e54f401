"""A draft becomes the document that is kept: the canonical report, its hash, its commitments, its traces, its receipt."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from declare import audit
from declare.audit import AuditLeaf
from declare.declarations.drafts import Draft
from declare.declarations.models import Declaration
from declare.declarations.models import Filing as Row
from declare.declarations.sheets import BASIC, CLOSING, FAMILY
from declare.extensions import vault
from declare.items import table_by_key
from declare.items.answers import Answer
from declare.items.filing import Filing, Tables
from declare.items.reading import write_entry
from declare.items.spec import Entry, Table
from declare.vault import receipts

VERSION = 1


@dataclass(frozen=True, slots=True)
class Identifier:
    """An exact identifier in a report: its index, its normalised value, the table and row it stands in."""

    index: str
    value: str
    table: str
    entry: int


def document(
    draft: Draft, *, filed_on: date, ref: str, promise: bool, late_reason: str = "", corrects: str = ""
) -> Filing:
    """The whole report of a draft, equal to what an interchange file would carry; tables not answered are absent."""
    head, answers = draft.declaration, {}
    for table in draft.tables:
        sheet = draft.sheet(table.key)
        if sheet.state is not None:
            answers[table.key] = Answer(state=sheet.state, entries=sheet.entries)
    return Filing(
        edition=head.edition,
        kind=head.filing_kind,
        year=head.year,
        filed_on=filed_on,
        declarant=draft.basic.id_number,
        ref=ref,
        basic=draft.basic,
        family=draft.family,
        tables=Tables(**answers),
        closing=msgspec.structs.replace(draft.closing, promise=promise or None),
        late_reason=late_reason,
        corrects=corrects,
    )


def rows(filing: Filing) -> Iterator[tuple[Table, int, Entry]]:
    """Every row of a report with its table and its place: profile, family, tables, other matters."""
    yield table_by_key(BASIC), 0, filing.basic
    yield from ((table_by_key(FAMILY), at, member) for at, member in enumerate(filing.family or ()))
    for key in filing.tables.__struct_fields__:
        answer = getattr(filing.tables, key)
        yield from ((table_by_key(key), at, entry) for at, entry in enumerate(answer.entries if answer else ()))
    yield table_by_key(CLOSING), 0, filing.closing


def committed(filing: Filing) -> Iterator[tuple[str, bytes]]:
    """The fields of a report one by one, by name (`real_estate/0/area`), each as canonical JSON."""
    for name in ("edition", "kind", "year", "filed_on", "declarant", "late_reason", "corrects"):
        yield name, msgspec.json.encode(getattr(filing, name))
    for key in filing.tables.__struct_fields__:
        answer = getattr(filing.tables, key)
        if answer is not None:
            yield f"{key}/state", msgspec.json.encode(answer.state)
    for table, at, entry in rows(filing):
        for wire, value in write_entry(entry).items():
            yield f"{table.key}/{at}/{wire}", msgspec.json.encode(value)


def identifiers(filing: Filing) -> Iterator[Identifier]:
    """Every exact identifier of a report that is matched across reports and registers."""
    for table, at, entry in rows(filing):
        for field in table.fields:
            value = getattr(entry, field.key)
            traced = field.kind.trace(value) if field.index and value else ""
            if field.index and any(mark.isalnum() for mark in traced):
                yield Identifier(field.index, traced, table.key, at)


def content_hash(salt: bytes, content: bytes) -> bytes:
    """The fingerprint of a report: SHA-256 of a salt of its own and the document, so that nobody can guess at it."""
    return hashlib.sha256(salt + content).digest()


def receipt(session: Session, *, head: Declaration, row: Row, leaf: AuditLeaf, at: datetime) -> bytes:
    """The signed receipt: what was filed when, its fingerprint, its place in the audit; no name and no content."""
    return receipts.issue(vault, _body(head, row, at) | {"audit": _proof(session, leaf)})


def _body(head: Declaration, row: Row, at: datetime) -> dict[str, Any]:
    """What a receipt says of the report."""
    return {
        "type": "declaration receipt",
        "version": VERSION,
        "ref": row.ref,
        "year": head.year,
        "kind": head.kind,
        "edition": head.edition,
        "filed_on": row.filed_on.isoformat(),
        "filed_at": at.isoformat(timespec="seconds"),
        "content_hash": row.content_hash.hex(),
        "commitment_root": row.commitment_root.hex(),
    }


def _proof(session: Session, leaf: AuditLeaf) -> dict[str, Any]:
    """The place of the submission in the audit, with what proves it (RFC 9162)."""
    proof = audit.inclusion(session, leaf)
    return {
        "size": proof.size,
        "root": proof.root.hex(),
        "leaf": proof.leaf.hex(),
        "index": proof.seq - 1,
        "path": [beside.hex() for beside in proof.path],
    }
