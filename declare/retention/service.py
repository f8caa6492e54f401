"""Destroying what is past its time: keys, rows and blind digests go in one transaction with the certificate and its leaf."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from declare import audit
from declare.audit import Act, AuditLeaf
from declare.casework.models import Decision
from declare.checks.changes import stale
from declare.checks.models import Finding
from declare.declarations.models import Filing, Receipt, Section, SelfCheck, Trace
from declare.disclosures.models import Disclosure, Replaced
from declare.extensions import vault
from declare.retention import queries
from declare.retention.models import Certificate
from declare.retention.queries import Due
from declare.retention.terms import Terms
from declare.vault import receipts, store
from declare.web import Authority, now

AT_ONCE = 100
"""Persons under one certificate."""

VERSION = 1

Told = list[dict[str, str]]
"""The records of a certificate: name and name of the key (hexadecimal); of a filed report also what its receipt carries."""


def destroy_next(
    session: Session, terms: Terms, today: date, *, by: Authority, at_once: int = AT_ONCE
) -> Certificate | None:
    """Destroys what of the next persons is past its time, in the caller's transaction; None where nothing is left."""
    chosen = queries.persons(session, terms, today, limit=at_once)
    found = queries.due(session, terms, today, chosen) if chosen else None
    if not found:
        return None
    row = Certificate(at=now(), records=0, seq=0, body=b"")
    session.add(row)
    session.flush()
    told = _destroyed(session, found, row)
    stale(session, found.persons)
    _certify(session, row, told, terms, by=by)
    return row


def _destroyed(session: Session, found: Due, row: Certificate) -> Told:
    """Everything of what was found is gone: first the keys, then the rows; what the certificate tells of it."""
    filed = {f"filing/{one.id}": one for one in queries.filings(session, found.reports)}
    named = (("declaration", found.reports), ("disclosure", found.disclosures), ("finding", found.findings))
    records = [*filed, *(f"{kind}/{number}" for kind, numbers in named for number in numbers)]
    keys = vault.destroy(session, records, row.id)
    _remove_findings(session, found.findings)
    _remove_reports(session, found.reports, [one.id for one in filed.values()])
    _remove_disclosures(session, found.disclosures)
    session.expire_all()
    told = [{"record": record, "key": keys[record].hex()} for record in records if record in keys]
    for one in told:
        if (filing := filed.get(one["record"])) is not None:
            one |= {"ref": filing.ref, "content_hash": filing.content_hash.hex()}
    return told


def _remove_findings(session: Session, findings: Sequence[int]) -> None:
    """Findings and what was decided on them."""
    session.execute(delete(Decision).where(Decision.finding_id.in_(findings)))
    session.execute(delete(Finding).where(Finding.id.in_(findings)))


def _remove_reports(session: Session, reports: Sequence[int], filings: Sequence[int]) -> None:
    """Filed versions with their traces and receipts, all parts of drafts. The head stays and says that there was one."""
    for model in (Trace, SelfCheck, Receipt):
        session.execute(delete(model).where(model.filing_id.in_(filings)))
    session.execute(delete(Filing).where(Filing.id.in_(filings)))
    session.execute(delete(Section).where(Section.declaration_id.in_(reports)))


def _remove_disclosures(session: Session, disclosures: Sequence[int]) -> None:
    """Disclosures and what they said before."""
    session.execute(delete(Replaced).where(Replaced.disclosure_id.in_(disclosures)))
    session.execute(delete(Disclosure).where(Disclosure.id.in_(disclosures)))


def _certify(session: Session, row: Certificate, told: Told, terms: Terms, *, by: Authority) -> None:
    """Writes the destruction into the audit, with the fingerprint of the list, and signs the certificate."""
    listed = hashlib.sha256(receipts.canonical({"records": told})).hexdigest()
    named = f"certificate/{row.id} {listed} {store.compact([one['record'] for one in told])}"
    leaf = audit.append_placed(
        session, actor=by.account, role=by.role, action=Act.RETENTION_DESTROY, object=named, row=by.row
    )
    row.records, row.seq = len(told), leaf.seq
    row.body = receipts.issue(vault, _body(row, told, terms, by=by) | {"list": listed, "audit": _place(session, leaf)})
    session.flush()


def _body(row: Certificate, told: Told, terms: Terms, *, by: Authority) -> dict[str, Any]:
    """What a certificate says."""
    return {
        "type": "destruction certificate",
        "version": VERSION,
        "number": row.id,
        "at": row.at.isoformat(timespec="seconds"),
        "by": {"account": by.account, "role": by.role},
        "years": {"reports": terms.reports, "disclosures": terms.disclosures},
        "keys": len(told),
        "records": told,
    }


def _place(session: Session, leaf: AuditLeaf) -> dict[str, Any]:
    """Where the audit says so, with what proves it (RFC 9162)."""
    proof = audit.inclusion(session, leaf)
    return {
        "size": proof.size,
        "root": proof.root.hex(),
        "leaf": proof.leaf.hex(),
        "index": proof.seq - 1,
        "path": [beside.hex() for beside in proof.path],
    }
