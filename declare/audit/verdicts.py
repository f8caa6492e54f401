"""What came of the latest verifications, kept so that others can go by it: a system whose evidence does not fit must not go on as if it did."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit.models import AuditVerdict
from declare.audit.verdict import Verdict
from declare.config import now


def keep(session: Session, verdict: Verdict, *, by: int | None = None) -> AuditVerdict:
    """Writes a verdict down in the caller's transaction; `by` is the account that asked for it."""
    row = AuditVerdict(
        at=now(),
        by=by,
        since=verdict.since,
        size=verdict.size,
        root=verdict.root,
        fits=verdict.fits,
        first=verdict.first,
        kind=verdict.kind,
        witness=verdict.witness,
    )
    session.add(row)
    session.flush()
    return row


def last(session: Session) -> AuditVerdict | None:
    """The latest verdict, None where nothing was verified yet."""
    return session.scalars(select(AuditVerdict).order_by(AuditVerdict.id.desc()).limit(1)).first()


def kept(session: Session, *, limit: int) -> list[AuditVerdict]:
    """The latest verdicts, newest first."""
    return list(session.scalars(select(AuditVerdict).order_by(AuditVerdict.id.desc()).limit(limit)))


def standing(session: Session) -> bool:
    """Whether the evidence stands: nothing was verified yet, or the latest verdict fits and no misfit is left unrefuted.

    A verification of the new leaves alone cannot refute what one of the whole has found.
    """
    whole = select(AuditVerdict).where(AuditVerdict.since == 0).order_by(AuditVerdict.id.desc()).limit(1)
    found = [last(session), session.scalars(whole).first()]
    return all(row is None or row.fits for row in found)


def read(row: AuditVerdict) -> Verdict:
    """A kept verdict, with its sentence."""
    return Verdict(row.fits, row.size, row.root, row.first, row.kind, row.witness, row.since)
