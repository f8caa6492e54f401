"""A draft becomes the document that is kept: the canonical report, its hash, its commitments, its traces, its receipt."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from declare import audit
from declare.audit import AuditLeaf
from declare.declarations.drafts import Draft
from declare.declarations.models import Declaration
from declare.declarations.models import Filing as Row
from declare.extensions import vault
from declare.items.answers import Answer
from declare.items.filing import Filing, Tables
from declare.items.identifiers import rows
from declare.items.reading import write_entry
from declare.vault import receipts

VERSION = 1


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
