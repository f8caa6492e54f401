"""Handing in: the draft is frozen, sealed whole, traced and receipted in one transaction, or nothing of it is."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from declare import audit
from declare.accounts.models import Person
from declare.audit import Act
from declare.declarations import freezing, queries, remarks, selfcheck, sheets
from declare.declarations.drafts import Draft, complete
from declare.declarations.models import (
    IMPORTED,
    SUBMITTED,
    WEB,
    Declaration,
    Filing,
    Profile,
    Receipt,
    Section,
    SelfCheck,
    Trace,
)
from declare.declarations.sheets import BASIC, FAMILY, Sheet
from declare.extensions import vault
from declare.items import table_by_key
from declare.items.choices import FilingKind
from declare.items.filing import Filing as Document
from declare.items.identifiers import identifiers
from declare.items.spec import Field, Table
from declare.vault import Commitments, Reader, Sealer, manifest, salted_commitments
from declare.web import Authority, StaleRevision, leaf
from declare.web.clock import BEIJING

on_submitted: list[Callable[[Session, Filing], None]] = []
"""Called in the transaction of every filing, so that others can note that there is something to check."""


class Incomplete(Exception):
    """Something is still to be filled in before the report can be handed in."""


def missing(draft: Draft) -> list[Table]:
    """What is not answered yet, in the order of the form: the profile, the family, tables."""
    profile = [table_by_key(BASIC)] if missing_in_profile(draft) else []
    return profile + [table for table in answering(draft) if not complete(draft.sheet(table.key))]


def answering(draft: Draft) -> list[Table]:
    """The tables that ask for an answer: the family and the statutory ones; a correction leaves the family alone."""
    correction = draft.declaration.kind == FilingKind.CORRECTION.value
    return [*([] if correction else [table_by_key(FAMILY)]), *draft.tables]


def missing_in_profile(draft: Draft) -> list[Field]:
    """The fields of the profile that are still empty and must not be."""
    basic = draft.basic
    return [field for field in table_by_key(BASIC).fields if field.required and not getattr(basic, field.key)]


def submit(session: Session, draft: Draft, *, key: str, late_reason: str, at: datetime, by: Authority) -> Filing:
    """Hands a draft in. The same key again gives the same filing; Incomplete where something is missing.

    The promise and the password have been asked for. StaleRevision where it was handed in elsewhere meanwhile.
    """
    head = _locked(session, draft.declaration)
    found = queries.filing_by_key(session, key)
    if found is not None and found.declaration_id == head.id:
        return found
    if not head.is_draft:
        raise StaleRevision
    if missing(draft):
        raise Incomplete
    row = _row(session, head, version=1, at=at, key=key, source=WEB)
    document = freezing.document(
        draft,
        filed_on=row.filed_on,
        ref=row.ref,
        promise=True,
        late_reason=late_reason,
        corrects=head.corrects,
    )
    _freeze(session, row, document, person_id=head.person_id, hinted=selfcheck.kept(draft, document))
    _finish(session, head, row, draft, at=at, by=by)
    return row


def file_document(
    session: Session, document: Document, person: Person, *, at: datetime, by: Authority, source: str = IMPORTED
) -> Filing:
    """Keeps a report that came in a file, as it is. A second full report on the same year is its next version."""
    full = document.kind in (FilingKind.FIRST, FilingKind.ANNUAL)
    head = queries.full_of(session, person.id, document.year) if full else None
    if head is None:
        head = _imported_head(session, person, document, at)
    standing = queries.latest_filing(session, head.id)
    version = standing.version + 1 if standing else 1
    row = _row(session, head, version=version, at=at, key=f"{source}/{head.id}/{version}", source=source)
    row.filed_on = document.filed_on
    _freeze(session, row, document, person_id=head.person_id)
    head.state, head.submitted_at = SUBMITTED, at
    session.execute(delete(Section).where(Section.declaration_id == head.id))
    leaf(session, by, Act.DECLARATION_SUBMIT, f"{head.record} {row.record}")
    session.flush()
    _tell(session, row)
    return row


def _locked(session: Session, head: Declaration) -> Declaration:
    """The head as it stands now; nobody else hands it in until this transaction has ended."""
    chosen = select(Declaration).where(Declaration.id == head.id).with_for_update()
    return session.scalars(chosen.execution_options(populate_existing=True)).one()


def _row(session: Session, head: Declaration, *, version: int, at: datetime, key: str, source: str) -> Filing:
    """The row of a filing, so that it has its number before it is sealed under it."""
    row = Filing(
        declaration_id=head.id,
        version=version,
        filed_on=at.astimezone(BEIJING).date(),
        filed_at=at,
        sealed=b"",
        content_hash=b"",
        commitment_root=b"",
        manifest=b"",
        idempotency_key=key,
        ref=f"{head.year}-{head.id:06}-{version}",
        source=source,
    )
    session.add(row)
    session.flush()
    return row


def _freeze(
    session: Session, row: Filing, document: Document, *, person_id: int, hinted: remarks.Kept | None = None
) -> None:
    """Seals the document under its filing, with its hash, its commitments, its manifest, its traces, and the self-check."""
    sealer = vault.create(session, row.record)
    content = sheets.encoded(document)
    row.sealed = sealer.seal(queries.FILED, row.version, content)
    row.content_hash = freezing.content_hash(salt(sealer), content)
    row.commitment_root = commitments(sealer, document).root
    parts = [(queries.FILED, row.version, row.sealed)]
    if hinted is not None:
        told = sealer.seal(remarks.PART, row.version, remarks.encoded(hinted))
        session.add(SelfCheck(filing_id=row.id, sealed=told))
        parts.append((remarks.PART, row.version, told))
    row.manifest = manifest(sealer, parts)
    _trace(session, row, document, person_id=person_id)


def _trace(session: Session, row: Filing, document: Document, *, person_id: int) -> None:
    """Notes which identifiers stand in a filing, as blind digests."""
    traces = [
        {
            "person_id": person_id,
            "index": one.index,
            "digest": vault.digest(one.index, one.value),
            "filing_id": row.id,
            "table": one.table,
            "entry": one.entry,
        }
        for one in identifiers(document)
    ]
    if traces:
        session.execute(insert(Trace), traces)


def salt(sealer: Sealer) -> bytes:
    """The salt of a filing's fingerprint."""
    return sealer.secret("content hash")


def commitments(sealer: Sealer, document: Document) -> Commitments:
    """The commitments to every field of a filing, the same each time."""
    return salted_commitments(sealer.secret("commitments"), freezing.committed(document))


def _finish(session: Session, head: Declaration, row: Filing, draft: Draft, *, at: datetime, by: Authority) -> None:
    """The head, the receipt, what is kept of the person; the draft's parts go once the filing is in."""
    head.state, head.submitted_at = SUBMITTED, at
    session.flush()
    placed = audit.append_placed(
        session,
        actor=by.account,
        role=by.role,
        action=Act.DECLARATION_SUBMIT,
        object=f"{head.record} {row.record}",
        row=by.row,
    )
    body = freezing.receipt(session, head=head, row=row, leaf=placed, at=at)
    session.add(Receipt(filing_id=row.id, body=body))
    _keep_profile(session, head.person_id, draft)
    session.execute(delete(Section).where(Section.declaration_id == head.id))
    session.flush()
    _tell(session, row)


def _keep_profile(session: Session, person_id: int, draft: Draft) -> None:
    """Keeps profile and family for the next report."""
    sealer = vault.sealer(session, f"person/{person_id}")
    for part, entries in ((BASIC, (draft.basic,)), (FAMILY, draft.family)):
        row = session.get(Profile, (person_id, part))
        if row is None:
            row = Profile(person_id=person_id, part=part, revision=0, sealed=b"")
            session.add(row)
        row.revision += 1
        row.sealed = sealer.seal(part, row.revision, sheets.encoded(Sheet(entries=entries)))


def _imported_head(session: Session, person: Person, document: Document, at: datetime) -> Declaration:
    """The head of a report that came in a file."""
    head = Declaration(
        person_id=person.id,
        unit_id=person.unit_id,
        unit_path=person.unit_path,
        year=document.year,
        kind=document.kind.value,
        edition=document.edition,
        state=SUBMITTED,
        opened_at=at,
        submitted_at=at,
    )
    session.add(head)
    session.flush()
    return head


def _tell(session: Session, row: Filing) -> None:
    """Lets others note the filing."""
    for told in on_submitted:
        told(session, row)


def own_copy(session: Session, row: Filing, reader: Reader) -> bytes:
    """A filed report for its owner: the salt of its fingerprint (hexadecimal) and the document, byte for byte (JSON)."""
    opener = vault.opening(session, row.record, reader)
    content = opener.open(queries.FILED, row.version, row.sealed)
    return msgspec.json.encode({"salt": salt(opener).hex(), "document": content.decode()})
