"""Reading second factors; every list has its order."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from declare.accounts.factors.models import Factor, FactorReset, Kind
from declare.accounts.models import Account

SHOWN = (Kind.PASSKEY, Kind.TOTP)
"""What somebody chose; codes on paper stand beside them."""


def kinds(session: Session, account: int) -> frozenset[Kind]:
    """What an account can show beside the password."""
    found = session.scalars(select(Factor.kind).where(Factor.account_id == account).distinct())
    return frozenset(Kind(kind) for kind in found)


def chosen(session: Session, account: int) -> list[Factor]:
    """The passkeys and apps of an account, the oldest first."""
    wanted = select(Factor).where(Factor.account_id == account, Factor.kind.in_(SHOWN)).order_by(Factor.id)
    return list(session.scalars(wanted))


def held(session: Session, account: int, kinds: Collection[Kind]) -> list[Factor]:
    """The factors of some kinds, held until the transaction ends, so that no code serves twice."""
    wanted = select(Factor).where(Factor.account_id == account, Factor.kind.in_(kinds)).order_by(Factor.id)
    return list(session.scalars(wanted.with_for_update()))


def codes_left(session: Session, account: int) -> int:
    """How many codes on paper are unused."""
    wanted = select(func.count()).where(Factor.account_id == account, Factor.kind == Kind.RECOVERY)
    return session.scalar(wanted) or 0


def passkey(session: Session, credential: bytes) -> Factor | None:
    """The passkey with that credential id."""
    wanted = select(Factor).where(Factor.kind == Kind.PASSKEY, Factor.material == credential)
    return session.scalars(wanted.with_for_update()).first()


def reset_of(session: Session, account: int) -> FactorReset | None:
    """The request to take the factors of an account away."""
    return session.scalars(select(FactorReset).where(FactorReset.account_id == account)).first()


def resets(session: Session) -> list[tuple[FactorReset, str]]:
    """The requests that wait, the oldest first, each with the sign-in name."""
    wanted = select(FactorReset, Account.login).join(Account, Account.id == FactorReset.account_id)
    return [(reset, login) for reset, login in session.execute(wanted.order_by(FactorReset.id))]


def having(session: Session, accounts: Collection[int]) -> frozenset[int]:
    """Which of these accounts have a second factor."""
    wanted = select(Factor.account_id).where(Factor.account_id.in_(accounts), Factor.kind.in_(SHOWN)).distinct()
    return frozenset(session.scalars(wanted))
