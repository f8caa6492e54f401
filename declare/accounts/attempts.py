"""Waiting after failed attempts: longer each time, half a minute at most, for known and unknown names alike; never a lock-out.

An attempt is counted before the password is tried, so that many at once do not slip through; success wipes the count.
"""

from datetime import timedelta
from math import ceil

from sqlalchemy import delete
from sqlalchemy.orm import Session

from declare.accounts.models import Attempt
from declare.accounts.normal import folded
from declare.extensions import vault
from declare.web import TooSoon, now

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
    found = session.get(Attempt, digest, with_for_update=True, populate_existing=True)
    if found is not None and found.until > at:
        raise TooSoon(ceil((found.until - at).total_seconds()))
    attempt = found or Attempt(digest=digest, failures=0)
    attempt.failures, attempt.last = attempt.failures + 1, at
    attempt.until = at + timedelta(seconds=delay(attempt.failures))
    session.add(attempt)
    session.flush()


def succeeded(session: Session, login: str) -> None:
    """Wipes the count of a name."""
    session.execute(delete(Attempt).where(Attempt.digest == _digest(login)))


def _digest(login: str) -> bytes:
    """The blind digest of a name as it was typed, whatever was typed."""
    return vault.digest("login", f"@{folded(login)}")
