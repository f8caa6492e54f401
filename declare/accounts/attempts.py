"""Waiting after failed attempts: longer each time, half a minute at most, for known and unknown names alike; never a lock-out.

An attempt is counted before the password is tried, so that many at once do not slip through; success wipes the count.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from declare.accounts.models import Attempt
from declare.accounts.normal import folded
from declare.extensions import vault
from declare.web import TooSoon, now

INSERTS: dict[str, Callable[[type[Attempt]], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
FREE = 3
LONGEST = 30
FORGOTTEN = timedelta(days=1)


def delay(failures: int) -> int:
    """How many seconds to wait after so many failures in a row: none for the first three, then 1, 2, 4, … 30."""
    return 0 if failures <= FREE else min(2 ** (failures - FREE - 1), LONGEST)


def begin(session: Session, login: str) -> None:
    """Counts an attempt; TooSoon, with the seconds to wait, where the last failure is too fresh."""
    digest, at = _digest(login), now()
    session.execute(delete(Attempt).where(Attempt.last < at - FORGOTTEN))
    attempt = _held(session, digest, at)
    if attempt.until > at:
        raise TooSoon(ceil((attempt.until - at).total_seconds()))
    attempt.failures, attempt.last = attempt.failures + 1, at
    attempt.until = at + timedelta(seconds=delay(attempt.failures))
    session.flush()


def succeeded(session: Session, login: str) -> None:
    """Wipes the count of a name."""
    session.execute(delete(Attempt).where(Attempt.digest == _digest(login)))


def _held(session: Session, digest: bytes, at: datetime) -> Attempt:
    """The row of a name, held until the transaction ends; made first where there is none, so that two at once meet in it."""
    insert = INSERTS[session.get_bind().dialect.name]
    session.execute(insert(Attempt).values(digest=digest, failures=0, last=at, until=at).on_conflict_do_nothing())
    return session.get_one(Attempt, digest, with_for_update=True, populate_existing=True)


def _digest(login: str) -> bytes:
    """The blind digest of a name as it was typed, whatever was typed."""
    return vault.digest("login", f"@{folded(login)}")
