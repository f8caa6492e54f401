"""What is done to exports: asked for, let out or refused, handed over."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import jobs
from declare.audit import Act
from declare.config import settings
from declare.extensions import vault
from declare.releases.models import APPROVED, REFUSED, REQUESTED, Profile, Release
from declare.releases.producing import K_OF_DEMO, K
from declare.web import Authority, StaleRevision, leaf, now

DAYS = timedelta(days=7)
"""How long an approval lasts."""


def size_of_classes() -> int:
    """How many people a class holds at least: 10, in the demonstration 3."""
    return K_OF_DEMO if settings().demo else K


def request(
    session: Session, profile: Profile, *, year: int | None, formats: Sequence[str], purpose: str, by: Authority
) -> Release:
    """Asks for an export. In the demonstration it is let out at once, which its record says: nobody decided."""
    row = Release(
        profile=profile.value,
        year=year,
        formats=",".join(formats),
        state=REQUESTED,
        k=size_of_classes(),
        requested_by=by.account,
        requested_at=now(),
        purpose=b"",
    )
    session.add(row)
    session.flush()
    row.purpose = vault.create(session, row.record).seal("purpose", 1, purpose.encode())
    leaf(session, by, Act.RELEASE_REQUEST, f"{row.record} {row.profile}")
    if settings().demo:
        _let_out(session, row)
    session.flush()
    return row


def decide(session: Session, release: Release, *, agree: bool, reason: str, by: Authority) -> None:
    """Lets an export out for seven days, or refuses it. StaleRevision where somebody decided already."""
    chosen = select(Release).where(Release.id == release.id).with_for_update()
    row = session.scalars(chosen.execution_options(populate_existing=True)).one()
    if row.state != REQUESTED:
        raise StaleRevision
    row.decided_by, row.decided_at = by.account, now()
    row.reason = vault.sealer(session, row.record).seal("reason", 1, reason.encode())
    leaf(session, by, Act.RELEASE_APPROVE if agree else Act.RELEASE_REFUSE, row.record)
    if agree:
        _let_out(session, row)
    else:
        row.state = REFUSED
    session.flush()


def _let_out(session: Session, row: Release) -> None:
    """The approval begins, and with it the job that builds the files."""
    row.state, row.expires = APPROVED, now() + DAYS
    jobs.enqueue(session, "release", release=row.id)
