"""What the system does by itself for its evidence: a signed head each minute, the new leaves verified soon, the whole once a day."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import audit
from declare.audit import AuditCheckpoint, AuditVerdict, Verdict
from declare.audit.heads import latest
from declare.audit.trail import take_turn
from declare.audit.verdict import Head, Source
from declare.audit.verdicts import keep, last
from declare.database import READING
from declare.extensions import db
from declare.web import now

SIGNED_EVERY = timedelta(minutes=1)
VERIFIED_EVERY = timedelta(minutes=10)
WHOLE_EVERY = timedelta(days=1)


def sign() -> bool:
    """Signs the head once a minute while leaves arrive; False where there was nothing to do. Of several workers one does it."""
    audit.settle()
    with db.sessionmaker.begin() as session:
        if not _due(session):
            return False
        take_turn(session.connection())
        return _due(session) and audit.checkpoint(session) is not None


def _due(session: Session) -> bool:
    """Whether the last head is a minute old."""
    head = latest(session)
    return head is None or head.at <= now() - SIGNED_EVERY


def verify_due() -> Verdict | None:
    """Verifies what is new since the last signed head that was verified, ten minutes after the last time; the whole once a day."""
    with db.sessionmaker() as session:
        before, whole = last(session), _last_whole(session)
    if whole is None or whole.at <= now() - WHOLE_EVERY:
        return verify()
    if before is None or before.at > now() - VERIFIED_EVERY:
        return None
    with db.sessionmaker() as session:
        head = _verified(session, before) if before.fits else None
    return verify(since=head)


def verify(*, since: AuditCheckpoint | None = None, by: int | None = None) -> Verdict:
    """Recomputes the audit, compares it with all that bears witness, and keeps the verdict."""
    audit.settle()
    with db.sessionmaker(bind=db.engine.execution_options(**READING)) as session:
        verdict = recomputed(session, since=since)
    with db.sessionmaker.begin() as session:
        keep(session, verdict, by=by)
    return verdict


def verify_all(*, account: int) -> None:
    """The job behind the button: the whole audit, for the account that asked."""
    verify(by=account)


def recomputed(session: Session, *, since: AuditCheckpoint | None = None, more: tuple[Head, ...] = ()) -> Verdict:
    """The verdict, with every head that the features handed out, and `more`."""
    sources: list[Source] = current_app.extensions.get("audit_witnesses", [])
    heads = [head for source in sources for head in source(session)]
    return audit.verify(session, witnesses=[*heads, *more], since=since)


def _last_whole(session: Session) -> AuditVerdict | None:
    """The latest verification of the whole."""
    chosen = select(AuditVerdict).where(AuditVerdict.since == 0).order_by(AuditVerdict.id.desc()).limit(1)
    return session.scalars(chosen).first()


def _verified(session: Session, before: AuditVerdict) -> AuditCheckpoint | None:
    """The newest signed head among what was verified; None where there is none, and the whole is to be read."""
    chosen = select(AuditCheckpoint).where(AuditCheckpoint.size <= before.size)
    return session.scalars(chosen.order_by(AuditCheckpoint.size.desc()).limit(1)).first()
