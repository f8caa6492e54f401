"""How often somebody may do what costs much: a bucket of tokens a person or address, in the database, shared by all workers.

A row holds one moment: when the bucket will be full again (the generic cell rate algorithm). Ordinary pages never touch it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final, TypeVar

from flask import Flask, Response, current_app, g, request
from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from declare.extensions import vault
from declare.web.clock import now
from declare.web.commit import apart
from declare.web.errors import TooSoon
from declare.web.models import PaceRow
from declare.web.visitor import visitor

F = TypeVar("F", bound=Callable[..., object])
INSERTS: Final[dict[str, Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
FORGOTTEN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, then one more each `every`. Forms that are sent count; a look counts where it asks for one of `words`.

    What a view says `went_well` is given back, so that failures alone count.
    """

    name: str
    burst: int
    every: timedelta
    words: frozenset[str] = frozenset()


SIGNING_IN: Final = Pace("sign-in", 50, timedelta(seconds=10))
EXPORTS: Final = Pace("export", 20, timedelta(minutes=3))
UPLOADS: Final = Pace("upload", 30, timedelta(minutes=1))
REQUESTS: Final = Pace("request", 60, timedelta(minutes=1))
RECOUNTS: Final = Pace("recount", 10, timedelta(minutes=1))


def searches(*words: str) -> Pace:
    """The pace of a page that searches for what one of these words of its address says."""
    return Pace("search", 60, timedelta(seconds=2), words=frozenset(words))


def paced(pace: Pace) -> Callable[[F], F]:
    """Marks a view that may not be taken more often than that; whoever does gets 429 and is told how long to wait."""

    def mark(view: F) -> F:
        view.pace = pace  # type: ignore[attr-defined]
        return view

    return mark


def init_app(app: Flask) -> None:
    """Counts before anything else is done, and gives back after what went well."""
    app.before_request(_count)
    app.after_request(_give_back)


def take(session: Session, pace: Pace, whom: str, at: datetime) -> None:
    """Takes one token; TooSoon, with the seconds to wait, where there is none."""
    row = _held(session, _digest(pace, whom), at)
    full = max(row.full, at)
    over = full - at - pace.every * (pace.burst - 1)
    if over > timedelta(0):
        raise TooSoon(ceil(over.total_seconds()))
    row.full = full + pace.every
    session.flush()


def give_back(session: Session, pace: Pace, whom: str, at: datetime) -> None:
    """Puts one token back."""
    row = _held(session, _digest(pace, whom), at)
    row.full -= pace.every
    session.flush()


def _count() -> None:
    """Takes a token where the view of this request asks for one."""
    pace: Pace | None = getattr(current_app.view_functions.get(request.endpoint or ""), "pace", None)
    if pace is None or not _costs(pace):
        return
    whom = _whom()
    with apart() as session:
        session.execute(delete(PaceRow).where(PaceRow.full < now() - FORGOTTEN))
        take(session, pace, whom, now())
    g.paced = (pace, whom)


def went_well() -> None:
    """Gives the token back once this request is over: only failures are to count."""
    if "paced" in g:
        g.give_back = True


def _give_back(response: Response) -> Response:
    """Gives the token back after what went well, where the pace says so."""
    pace, whom = g.pop("paced", (None, ""))
    if pace is not None and g.pop("give_back", False) and response.status_code < 400:
        with apart() as session:
            give_back(session, pace, whom, now())
    return response


def _costs(pace: Pace) -> bool:
    """Whether this request counts."""
    return request.method == "POST" or any(request.args.get(word) for word in pace.words)


def _whom() -> str:
    """Who is counted: the account; the address where nobody is signed in."""
    who = visitor()
    return f"account {who.id}" if who else f"address {request.remote_addr}"


def _held(session: Session, digest: bytes, at: datetime) -> PaceRow:
    """The row of one bucket, held until the transaction ends; a full one is made where there is none."""
    insert = INSERTS[session.get_bind().dialect.name]
    session.execute(insert(PaceRow).values(digest=digest, full=at).on_conflict_do_nothing())
    return session.get_one(PaceRow, digest, with_for_update=True, populate_existing=True)


def _digest(pace: Pace, whom: str) -> bytes:
    """The blind digest of whom and what: addresses are not kept in the clear."""
    return vault.digest("login", f"#{pace.name} {whom}")
