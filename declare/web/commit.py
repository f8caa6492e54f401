"""The one place that commits: after a request that went well, or at the end of a command or a job."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask, Response, current_app, g
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from declare.database import READING
from declare.extensions import db

Before = Callable[[Session], None]
"""Something still to be written just before a request commits."""


def init_app(app: Flask) -> None:
    """Commits after each request."""
    app.extensions.setdefault("before_commit", [])
    app.after_request(_finish)


def before_commit(app: Flask, write: Before) -> None:
    """Has `write` called in the transaction of every request, just before it is committed."""
    app.extensions.setdefault("before_commit", []).append(write)


@contextmanager
def transaction() -> Iterator[Session]:
    """For commands and jobs: everything inside is committed together, or nothing is."""
    session = db.session
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise


@contextmanager
def apart() -> Iterator[Session]:
    """A short transaction of its own, for what must stand whatever becomes of the request; RuntimeError inside another one."""
    if db.session.in_transaction():
        raise RuntimeError("a transaction apart would wait for the one that is open")
    with Session(db.engine, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def looking() -> Iterator[Connection]:
    """A connection for a quick look that holds up nobody who writes."""
    with db.engine.connect().execution_options(**READING) as connection:
        yield connection


def abandon() -> None:
    """Takes back everything the current request has written; what it refused is written down apart."""
    g.abandoned = True
    db.session.rollback()


def _finish(response: Response) -> Response:
    """Commits what the request wrote; takes it back where the view raised or the answer is a fault."""
    if response.status_code >= 500:
        db.session.rollback()
        return response
    if g.pop("abandoned", False):
        db.session.rollback()
    for write in current_app.extensions["before_commit"]:
        write(db.session)
    db.session.commit()
    return response
