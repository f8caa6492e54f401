"""The review of accounts and rights: all as they stand, what changed since the last one, and the word of whoever looked."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from declare.access import Role
from declare.accounts.models import ACTIVE, AccessReview, Account, Grant
from declare.audit import Act, AuditLeaf
from declare.audit.vocabulary import act
from declare.law import Text
from declare.web import Authority, leaf, now

L = TypeVar("L")

CHANGES = (
    Act.ACCOUNT_CREATE,
    Act.ACCOUNT_DISABLE,
    Act.ACCOUNT_ENABLE,
    Act.ACCOUNT_CHANGE,
    Act.PASSWORD_RESET,
    Act.GRANT_REQUEST,
    Act.GRANT_GIVE,
    Act.GRANT_WITHDRAW,
)
"""What a review looks at: everything that gives or takes a way in."""

SHOWN = 200
"""Most changes one page lists, the latest first; the number beside it counts them all."""


class Change(NamedTuple):
    """One change: when, what, on which account, which role where it is about one, and by whom (None: the command line)."""

    at: datetime
    act: Text
    login: str
    role: str
    by: str | None


class Done(NamedTuple):
    """One review as a list shows it."""

    at: datetime
    by: str
    accounts: int
    roles: int
    changes: int


def reviews(session: Session) -> list[Done]:
    """All reviews, the latest first."""
    columns = (AccessReview.at, Account.login, AccessReview.accounts, AccessReview.roles, AccessReview.changes)
    wanted = select(*columns).join(Account, Account.id == AccessReview.account_id).order_by(AccessReview.id.desc())
    return [Done(*row) for row in session.execute(wanted)]


def is_due(session: Session, today: date) -> bool:
    """Whether nobody has looked in this quarter yet."""
    last = _last(session)
    return last is None or (last.year, last.month, last.day) < (today.year, (today.month - 1) // 3 * 3 + 1, 1)


def changes(session: Session) -> list[Change]:
    """The latest changes since the last review, the last one first."""
    wanted = _since(session, select(AuditLeaf)).order_by(AuditLeaf.seq.desc()).limit(SHOWN)
    found = list(session.scalars(wanted))
    numbers = {_account(one) for one in found} | {one.actor for one in found}
    logins = _logins(session, (number for number in numbers if number is not None))
    return [_change(one, logins) for one in found]


def changed(session: Session) -> int:
    """How many changes there were since the last review."""
    return session.scalar(_since(session, select(func.count()).select_from(AuditLeaf))) or 0


def holders(session: Session) -> dict[Role, int]:
    """In how many accounts each role is in force; accounts out of use count too."""
    counted = select(Grant.role, func.count()).where(Grant.state == ACTIVE).group_by(Grant.role).order_by(Grant.role)
    found: dict[str, int] = {name: number for name, number in session.execute(counted)}  # noqa: C416 - rows, not pairs
    return {role: found.get(role.value, 0) for role in Role}


def confirm(session: Session, note: str, *, by: Authority) -> AccessReview:
    """Keeps that everything was looked over; the note is the reason of the leaf."""
    accounts = session.scalar(select(func.count()).select_from(Account)) or 0
    roles, since = sum(holders(session).values()), changed(session)
    review = AccessReview(account_id=by.account, at=now(), accounts=accounts, roles=roles, changes=since)
    session.add(review)
    session.flush()
    leaf(session, by, Act.ACCESS_REVIEW, f"access_review/{review.id} accounts {accounts} roles {roles}", reason=note)
    return review


def _last(session: Session) -> datetime | None:
    """When somebody looked last."""
    return session.scalar(select(func.max(AccessReview.at)))


def _since(session: Session, leaves: Select[L]) -> Select[L]:
    """Of some leaves those that are changes since the last review."""
    wanted = leaves.where(AuditLeaf.action.in_([one.value for one in CHANGES]))
    last = _last(session)
    return wanted if last is None else wanted.where(AuditLeaf.at > last)


def _change(one: AuditLeaf, logins: dict[int, str]) -> Change:
    """A leaf as the page shows it."""
    role = one.object.partition(" ")[2]
    by = None if one.actor is None else logins.get(one.actor, str(one.actor))
    return Change(one.at, act(one.action).label, logins.get(_account(one) or 0, one.object), role, by)


def _account(one: AuditLeaf) -> int | None:
    """The account a leaf is about: `account/12 reviewer`."""
    number = one.object.partition(" ")[0].removeprefix("account/")
    return int(number) if number.isdecimal() else None


def _logins(session: Session, numbers: Iterable[int]) -> dict[int, str]:
    """Sign-in names by account."""
    wanted = select(Account.id, Account.login).where(Account.id.in_(list(numbers))).order_by(Account.id)
    return {number: login for number, login in session.execute(wanted)}  # noqa: C416 - rows, not pairs
