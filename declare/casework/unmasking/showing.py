"""Seeing what was granted: after one has shown once more who one is, for ten minutes, in this session alone; each page is audited."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flask import has_request_context
from sqlalchemy.orm import Session

from declare.accounts.sessions import present
from declare.audit import Act
from declare.casework.unmasking import queries
from declare.casework.veil import Veil
from declare.web import authority, leaf, now

if TYPE_CHECKING:
    from declare.casework.subject import Subject

WHOLE = "whole"
TERM = timedelta(minutes=10)


def begin(person_id: int) -> None:
    """From here on what was granted of a person is shown."""
    present()[WHOLE] = {**present().get(WHOLE, {}), str(person_id): (now() + TERM).isoformat()}


def end(person_id: int) -> None:
    """It is masked again."""
    present()[WHOLE] = {one: at for one, at in present().get(WHOLE, {}).items() if one != str(person_id)}


def until(person_id: int) -> datetime | None:
    """Until when what was granted of a person is shown; None where it is not."""
    if not has_request_context():
        return None
    told = present().get(WHOLE, {}).get(str(person_id))
    at = datetime.fromisoformat(told) if told else None
    return at if at is not None and at > now() else None


def veil(session: Session, about: "Subject") -> Veil:
    """What hides the person's secrets: all of them, unless somebody granted some and is shown just now."""
    if until(about.person.id) is None:
        return Veil()
    by = authority()
    rows = queries.in_force(session, account=by.account, person_id=about.person.id)
    fields = frozenset(name for row in rows for name in row.named)
    shown = " ".join([*(row.record for row in rows), about.person.record, *sorted(fields)])
    return Veil(fields, lambda: leaf(session, by, Act.CONTENT_UNMASK, shown))
