"""Sessions on the server: the cookie carries 256 random bits, the database their hash. Fifteen idle minutes, eight hours in all.

A session gets another secret when somebody signs in, is written at most once a minute while nothing in it changes, and can
be ended from elsewhere.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from flask import Flask, Request, Response
from flask import session as current
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import CallbackDict

from declare.accounts.browsers import browser_of
from declare.accounts.models import SessionRow
from declare.config import Settings, now, settings
from declare.extensions import vault
from declare.web import looking

IDLE: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(hours=8)
SEEN_EVERY: Final = timedelta(minutes=1)
SECRET_BYTES: Final = 32
USER: Final = "_user_id"
GRACE: Final = timedelta(minutes=1)
REPLACED: Final = "replaced"
BEFORE: Final = "before"


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """What the pages remember of a visitor; `digest` names the row it stands in, None while it stands in none."""

    def __init__(self, data: dict[str, Any], row: "SessionRow | None" = None, *, browser: str = "") -> None:
        super().__init__(data, _note)
        self.modified = False
        self.secret: str | None = None
        self.browser = browser
        self.digest = row.digest if row else None
        self.created = row.created if row else now()
        self.seen = row.seen if row else self.created
        self.ended: list[bytes] = []
        self.replaced: bytes | None = None

    def renew(self) -> None:
        """Forgets everything and takes another secret, so that nobody who knew the old one comes along."""
        if self.digest:
            self.ended.append(self.digest)
        if BEFORE in self:
            self.ended.append(bytes.fromhex(self[BEFORE]))
        self.clear()
        self.digest, self.created = None, now()

    def change_secret(self) -> None:
        """Goes on under another secret. The one before lasts another minute, for a click made twice, without what is new."""
        self.replaced, self.digest = self.digest, None
        self.pop(REPLACED, None)
        if self.replaced:
            self[BEFORE] = self.replaced.hex()

    @property
    def due(self) -> bool:
        """Whether it is to be written: it changed, is new, or was last seen more than a minute ago."""
        return self.modified or bool(self.ended) or (self.digest is not None and now() - self.seen >= SEEN_EVERY)


def _note(session: CallbackDict[str, Any]) -> None:
    """Notes that something changed."""
    if isinstance(session, ServerSession):
        session.modified = True


class DatabaseSessions(SessionInterface):
    """Reads a session at the start of a request and sets its cookie at the end; the row is written with the commit."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """The visitor's session; an empty one where there is none, or where its time is over."""
        app.secret_key = app.secret_key or vault.ring.secret("web")
        browser = browser_of(request.user_agent.string)
        row = _live(request.cookies.get(cookie_name(settings()), ""))
        return ServerSession(msgspec.json.decode(row.data) if row else {}, row, browser=browser)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Sends the cookie of a new session, and takes back that of an ended one."""
        if not isinstance(session, ServerSession):
            return
        name, secure = cookie_name(settings()), settings().secure_cookies
        if session.secret:
            response.set_cookie(name, session.secret, path="/", httponly=True, samesite="Lax", secure=secure)
        elif session.ended and session.digest is None:
            response.delete_cookie(name, path="/", httponly=True, samesite="Lax", secure=secure)


def cookie_name(site: Settings) -> str:
    """The name of the cookie; over HTTPS one that no neighbouring site can set (RFC 6265bis, `__Host-`)."""
    return "__Host-declare" if site.secure_cookies else "declare"


def store(session: Session) -> None:
    """Writes the session of this request into its row, in the transaction that is about to be committed."""
    visit = present()
    if not visit.due:
        return
    if visit.ended:
        session.execute(delete(SessionRow).where(SessionRow.digest.in_(visit.ended)))
    if visit.replaced:
        _replace(session, visit.replaced)
    if visit.digest is None and visit:
        _open(session, visit)
    elif visit.digest:
        _keep(session, visit)


def _open(session: Session, visit: ServerSession) -> None:
    """A new row with a new secret; rows whose time is over go with the same stroke."""
    at = now()
    session.execute(delete(SessionRow).where(SessionRow.expires < at))
    visit.secret = secrets.token_urlsafe(SECRET_BYTES)
    visit.digest, visit.seen = digest_of(visit.secret), at
    session.add(
        SessionRow(
            digest=visit.digest,
            account_id=_account(visit),
            data=msgspec.json.encode(dict(visit)),
            browser=visit.browser,
            created=visit.created,
            seen=at,
            expires=_expires(visit.created, at),
        )
    )
    session.flush()


def _replace(session: Session, digest: bytes) -> None:
    """Lets a session whose secret has changed go on for a minute at most, and never longer."""
    row = session.scalars(select(SessionRow).where(SessionRow.digest == digest)).first()
    if row is not None:
        row.data = msgspec.json.encode({**msgspec.json.decode(row.data), REPLACED: True})
        row.expires = min(row.expires, now() + GRACE)
        session.flush()


def _keep(session: Session, visit: ServerSession) -> None:
    """Brings the row up to date, where it was not ended meanwhile from elsewhere."""
    row = session.scalars(select(SessionRow).where(SessionRow.digest == visit.digest)).first()
    if row is not None:
        row.data, row.account_id = msgspec.json.encode(dict(visit)), _account(visit)
        row.seen = visit.seen = now()
        row.expires = row.expires if REPLACED in visit else _expires(row.created, row.seen)
        session.flush()


def _live(secret: str) -> SessionRow | None:
    """The row of a secret whose time is not over."""
    if not secret:
        return None
    columns = (SessionRow.digest, SessionRow.data, SessionRow.created, SessionRow.seen, SessionRow.expires)
    with looking() as connection:
        found = connection.execute(select(*columns).where(SessionRow.digest == digest_of(secret))).first()
    if found is None or found.expires <= now():
        return None
    return SessionRow(**found._asdict())


def digest_of(secret: str) -> bytes:
    """What the database knows of a secret: its SHA-256."""
    return hashlib.sha256(secret.encode()).digest()


def _expires(created: datetime, seen: datetime) -> datetime:
    """When it is over unless something happens: after fifteen idle minutes, eight hours at the latest."""
    return min(seen + IDLE, created + LONGEST)


def _account(visit: ServerSession) -> int | None:
    """The account that signed in."""
    user = visit.get(USER)
    return int(user) if user else None


def present() -> ServerSession:
    """The session of this request."""
    visit = current._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the object behind Flask's proxy
    assert isinstance(visit, ServerSession)
    return visit
