"""Reading exports: the list, one of them, what was let out before. Always in order."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from declare.accounts.models import Account
from declare.declarations.models import Declaration
from declare.extensions import db, vault
from declare.releases.models import BUILT, REQUESTED, Release
from declare.vault import Reader

PAGE = 100


class Listed(NamedTuple):
    """One export with the sign-in names of who asked for it and who decided."""

    release: Release
    requester: str
    approver: str | None


def release(session: Session, release_id: int) -> Release | None:
    """One export."""
    return session.get(Release, release_id)


def listed(session: Session, *, account: int | None) -> list[Listed]:
    """The exports one account asked for, or all of them, the newest first."""
    asked, decided = aliased(Account), aliased(Account)
    chosen = (
        select(Release, asked.login, decided.login)
        .join(asked, asked.id == Release.requested_by)
        .outerjoin(decided, decided.id == Release.decided_by)
        .order_by(Release.id.desc())
        .limit(PAGE)
    )
    if account is not None:
        chosen = chosen.where(Release.requested_by == account)
    return [Listed(row[0], row[1], row[2]) for row in session.execute(chosen)]


def names(session: Session, release: Release) -> tuple[str, str | None]:
    """The sign-in names of who asked and who decided."""
    chosen = select(Account.id, Account.login).where(Account.id.in_([release.requested_by, release.decided_by or 0]))
    found = {row.id: row.login for row in session.execute(chosen.order_by(Account.id))}
    return found[release.requested_by], found.get(release.decided_by or 0)


def words(session: Session, release: Release, reader: Reader) -> tuple[str, str]:
    """The purpose of an export and the reason of who decided, opened for a reader."""
    opener = vault.opening(session, release.record, reader)
    reason = opener.open("reason", 1, release.reason).decode() if release.reason else ""
    return opener.open("purpose", 1, release.purpose).decode(), reason


def earlier(session: Session, release: Release) -> list[Release]:
    """What was built before of the same profile and the same years, the oldest first."""
    same_year = Release.year.is_(None) if release.year is None else Release.year == release.year
    chosen = select(Release).where(Release.state == BUILT, Release.profile == release.profile, same_year)
    return list(session.scalars(chosen.where(Release.id != release.id).order_by(Release.id)))


def over(session: Session, at: datetime) -> list[int]:
    """The exports that have expired, by id."""
    return list(session.scalars(select(Release.id).where(Release.expires <= at).order_by(Release.id)))


def years(session: Session) -> list[int]:
    """The years reported on, the newest first."""
    return list(session.scalars(select(Declaration.year).distinct().order_by(Declaration.year.desc())))


def waiting_count() -> int:
    """How many requests wait for a decision."""
    return db.session.scalar(select(func.count()).select_from(Release).where(Release.state == REQUESTED)) or 0
