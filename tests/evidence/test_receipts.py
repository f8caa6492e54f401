"""Every receipt bears witness: whoever rewrites the log with every key, heads included, contradicts what declarants hold."""

from sqlalchemy import func, select

from declare.audit import AuditCheckpoint, root
from declare.declarations.models import Filing, Receipt
from declare.evidence import keeping, queries
from declare.extensions import db, vault
from declare.vault import receipts
from declare.web import transaction
from tests.prove.rewriting import rebuild


def handed_out(size):
    """A receipt over the log as it stood at a size."""
    with transaction() as session:
        _, found = root(session, size)
        body = receipts.issue(vault, {"audit": {"size": size, "root": found.hex()}})
        session.add(Receipt(filing_id=session.scalar(select(func.min(Filing.id))), body=body))
    return size, found


def test_a_rewritten_log_contradicts_the_receipts(bureau):
    with bureau.app.app_context():
        head = handed_out(90)
        assert queries.receipts(db.session) == [head]
        db.session.rollback()
        assert keeping.verify().fits
        rebuild(db.session, lambda leaf: setattr(leaf, "actor", 77) if leaf.seq == 60 else None)
        assert db.session.scalar(select(func.count()).select_from(AuditCheckpoint)) == 0
        db.session.rollback()
        verdict = keeping.verify()
        assert (verdict.fits, verdict.kind, verdict.first, verdict.witness) == (False, "head", 1, 90)
