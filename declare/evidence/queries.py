"""Reading the log for its pages: by number, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from declare.accounts import queries as accounts
from declare.accounts.models import Account
from declare.audit import AuditLeaf
from declare.barrier import Ground, Scope, declared
from declare.declarations.models import Receipt
from declare.evidence.searching import Search, holds_runs, named
from declare.vault.receipts import body_of

PAGE = 50
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found, how much it is in all, and the sign-in names of those who acted."""

    leaves: list[AuditLeaf]
    total: int
    names: dict[int, str]


def found(session: Session, search: Search, *, page: int) -> Found:
    """One page of the leaves a search asks for."""
    conditions = search.conditions(account_id(session, search.account), _in_runs(session, search))
    total = session.scalar(select(func.count()).select_from(AuditLeaf).where(*conditions)) or 0
    chosen = select(AuditLeaf).where(*conditions).order_by(AuditLeaf.seq.desc())
    leaves = list(session.scalars(chosen.limit(PAGE).offset((page - 1) * PAGE)))
    return Found(leaves, total, names(session, {leaf.actor for leaf in leaves}))


def _in_runs(session: Session, search: Search) -> list[int]:
    """The leaves that name the object asked for among others, by a run of numbers."""
    if not search.object:
        return []
    chosen = select(AuditLeaf.seq, AuditLeaf.object).where(holds_runs(search.object)).order_by(AuditLeaf.seq)
    rows = session.execute(chosen.execution_options(yield_per=AT_ONCE))
    return [row.seq for row in rows if search.object in named(row.object)]


def account_id(session: Session, login: str) -> int:
    """The account of a sign-in name, 0 where there is none."""
    account = accounts.by_login(session, login) if login else None
    return account.id if account else 0


def names(session: Session, actors: set[int | None]) -> dict[int, str]:
    """Sign-in names by account."""
    chosen = select(Account.id, Account.login).where(Account.id.in_(actors - {None})).order_by(Account.id)
    return {row.id: row.login for row in session.execute(chosen)}


def span(session: Session, start: datetime | None, end: datetime | None) -> tuple[int, int] | None:
    """The first and the last leaf of a time, open where there is no bound; None where nothing happened in it."""
    chosen = select(func.min(AuditLeaf.seq), func.max(AuditLeaf.seq))
    chosen = chosen.where(AuditLeaf.at >= start) if start else chosen
    chosen = chosen.where(AuditLeaf.at < end) if end else chosen
    found = session.execute(chosen).one()
    return (found[0], found[1]) if found[0] else None


def leaves(session: Session, first: int, last: int) -> Iterator[AuditLeaf]:
    """The leaves from one number to another, streamed."""
    chosen = select(AuditLeaf).where(AuditLeaf.seq.between(first, last)).order_by(AuditLeaf.seq)
    return iter(session.scalars(chosen.execution_options(yield_per=AT_ONCE)))


def receipts(session: Session) -> list[tuple[int, bytes]]:
    """Size and root on every receipt handed out: each of them bears witness."""
    chosen = select(Receipt.body).order_by(Receipt.filing_id).execution_options(yield_per=AT_ONCE)
    with declared(Ground("audit.verify", scope=Scope.ALL)):
        heads = (body_of(body)["audit"] for body in session.scalars(chosen))
        return [(head["size"], bytes.fromhex(head["root"])) for head in heads]
