"""Reading accounts, rights and sessions; every list has its order."""

from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from declare.access import Role
from declare.accounts.factors.models import FactorReset
from declare.accounts.models import WAITING, Account, Grant, Person, SessionRow
from declare.accounts.normal import folded, usable
from declare.barrier import Ground, Scope, declared
from declare.web import looking, now

PAGE = 50
_WITHOUT_CARD = joinedload(Account.person).defer(Person.card, raiseload=True)


class Credentials(NamedTuple):
    """What is needed to try a password."""

    account: int
    secret: str


def account(session: Session, account_id: int) -> Account | None:
    """An account with its person and its rights, None where there is none."""
    return session.scalars(_whole().where(Account.id == account_id)).first()


def by_login(session: Session, login: str) -> Account | None:
    """The account of a sign-in name."""
    return session.scalars(_whole().where(Account.login == folded(login))).first()


def of_person(session: Session, person: Person) -> list[Account]:
    """The accounts of one person, the oldest first."""
    return list(session.scalars(_whole().where(Account.person_id == person.id).order_by(Account.id)))


def credentials(login: str) -> Credentials | None:
    """The hash to try a password against; looked up without holding up anybody while it is tried."""
    if not usable(folded(login)):
        return None
    wanted = select(Account.id, Account.secret).where(Account.login == folded(login), Account.disabled.is_(False))
    with looking() as connection:
        found = connection.execute(wanted).first()
    return Credentials(found.id, found.secret) if found else None


def login_and_secret(account_id: int) -> tuple[str, str]:
    """Sign-in name and hash of an account, looked up the same way."""
    with looking() as connection:
        found = connection.execute(select(Account.login, Account.secret).where(Account.id == account_id)).one()
    return found.login, found.secret


def visitor(account_id: int) -> Account | None:
    """The account of a session, for this request alone: read without holding up anybody, and apart from what is written."""
    own = Ground("who is asking", account_id, scope=Scope.OWN, opens=True)
    with declared(own), looking() as connection, Session(connection) as session:
        found = session.scalars(_whole(joinedload(Account.person)).where(Account.id == account_id)).first()
    return None if found is None or found.disabled else found


def accounts(session: Session, *, page: int = 1) -> list[Account]:
    """One page of all accounts, by sign-in name."""
    return list(session.scalars(_whole().order_by(Account.login).limit(PAGE).offset((page - 1) * PAGE)))


def count(session: Session) -> int:
    """How many accounts there are."""
    return session.scalar(select(func.count()).select_from(Account)) or 0


def grant(session: Session, grant_id: int) -> Grant | None:
    """A grant with its account and all rights of that account."""
    wanted = select(Grant).options(joinedload(Grant.account).selectinload(Account.grants)).where(Grant.id == grant_id)
    return session.scalars(wanted).first()


def grants(session: Session, *, state: str) -> list[Grant]:
    """Grants in one state: those waiting oldest first, those in force by sign-in name."""
    order = (Grant.asked_at, Grant.id) if state == WAITING else (Account.login, Grant.id)
    wanted = select(Grant).join(Grant.account).options(joinedload(Grant.account)).where(Grant.state == state)
    return list(session.scalars(wanted.order_by(*order)))


def waiting(session: Session) -> int:
    """How much waits for the security administrator: grants, and requests to take lost factors away."""
    grants = select(func.count()).select_from(Grant).where(Grant.state == WAITING)
    resets = select(func.count()).select_from(FactorReset)
    return (session.scalar(grants) or 0) + (session.scalar(resets) or 0)


def holders(session: Session, role: Role) -> list[Account]:
    """The accounts in which a role is in force, by sign-in name."""
    wanted = _whole().join(Grant).where(Grant.role == role.value, Grant.state != WAITING, Account.disabled.is_(False))
    return list(session.scalars(wanted.order_by(Account.login)))


def sessions(session: Session, account_id: int) -> list[SessionRow]:
    """The sessions of an account whose time is not over, the last seen first; not those going on under another secret."""
    mine = select(SessionRow).where(SessionRow.account_id == account_id, SessionRow.expires > now())
    found = session.scalars(mine.order_by(SessionRow.seen.desc(), SessionRow.id))
    return [row for row in found if not row.replaced]


def _whole(person: ExecutableOption = _WITHOUT_CARD) -> Select[Account]:
    """Accounts with person and rights; the card of the person stays where it is."""
    return select(Account).options(person, selectinload(Account.grants))
