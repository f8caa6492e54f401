"""What the running system knows of itself for the rules: how far its log reaches back, what it keeps, who can read."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from declare.access import TABLE, Action
from declare.accounts.models import Person
from declare.accounts.people import digest
from declare.audit import begun, verify
from declare.audit.heads import latest
from declare.declarations.models import Filing
from declare.disclosures.models import Disclosure
from declare.items.registries import RosterEntry
from declare.rules.conduct.data_of_minors import NEEDED
from declare.rules.house import House, Left, Minor
from declare.rules.spelling import plain
from declare.web import today

READING = frozenset({Action.READ_DECLARATION, Action.READ_PERSON, Action.READ_FINDING})
"""What lets somebody see what was declared, children included."""


def house(session: Session, roster: Iterable[RosterEntry]) -> House:
    """The state of the system today; `roster` are the entries of the rosters."""
    moments = [session.scalar(select(func.min(column))) for column in (Filing.filed_at, Disclosure.filed_at)]
    return House(
        live_since=_day(min((moment for moment in moments if moment), default=None)),
        log_since=_day(begun(session)),
        log_broken=not verify(session, since=latest(session)).fits,
        left=tuple(_left(session, roster)),
        minors=tuple(_minors()),
    )


def _day(moment: datetime | None) -> date | None:
    """The day of a moment."""
    return moment.date() if moment else None


def _left(session: Session, roster: Iterable[RosterEntry]) -> Iterator[Left]:
    """Those all of whose entries of the roster have ended, and whose records are kept."""
    ended: dict[str, date] = {}
    here: set[str] = set()
    for entry in roster:
        number = plain(entry.subject)
        if entry.until is None:
            here.add(number)
        else:
            ended[number] = max(entry.until, ended.get(number, entry.until))
    gone = {digest(one): day for one, day in ended.items() if one and one not in here}
    chosen = select(Person.id, Person.id_digest).where(Person.id_digest.in_(gone)).order_by(Person.id)
    for person, found in session.execute(chosen) if gone else ():
        yield Left(f"person/{person}", gone[found])


def _minors() -> Iterator[Minor]:
    """Roles that may read what was declared although their work does not need it; today none may, by the access table."""
    readers = frozenset(row.role.value for row in TABLE if row.action in READING and row.role)
    if readers - NEEDED:
        yield Minor("access", today(), readers)
