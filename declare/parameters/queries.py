"""Reading changes of parameters: what is in force, what waits, what was decided. Always in order."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from declare.access import Action, decide
from declare.accounts.models import Account
from declare.extensions import db, vault
from declare.law import Dated
from declare.parameters import backtest, values
from declare.parameters.comparison import Effect
from declare.parameters.models import APPROVED, PROPOSED, ParameterChange
from declare.rules.parameters import parameters
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import today, visitor

PAGE = 100


class Listed(NamedTuple):
    """One change with the sign-in names of who proposed it and who decided."""

    change: ParameterChange
    proposer: str
    approver: str | None


class Words(NamedTuple):
    """What of a change is sealed: the reason, the second person's reason, what the trial found."""

    reason: str
    decision: str
    effect: Effect | None


def change(session: Session, change_id: int) -> ParameterChange | None:
    """One change."""
    return session.get(ParameterChange, change_id)


def enacted(session: Session) -> Mapping[Dated[Any], Mapping[date, Any]]:
    """Every approved value by the first day it holds; of two for one day the later decision counts."""
    chosen = select(ParameterChange.key, ParameterChange.since, ParameterChange.value)
    chosen = chosen.where(ParameterChange.state == APPROVED).order_by(ParameterChange.decided_at, ParameterChange.id)
    steps: dict[Dated[Any], dict[date, Any]] = defaultdict(dict)
    for key, since, value in session.execute(chosen):
        if key in parameters():
            dated = parameters()[key].dated
            steps[dated][since] = values.restored(dated, value)
    return steps


def waiting(session: Session, key: str) -> ParameterChange | None:
    """The change of a parameter that waits to be decided, its day still to come."""
    chosen = select(ParameterChange).where(ParameterChange.key == key, ParameterChange.state == PROPOSED)
    return session.scalars(chosen.where(ParameterChange.since > today()).order_by(ParameterChange.id)).first()


def listed(session: Session, *, key: str | None = None, waiting: bool = False) -> list[Listed]:
    """The changes of one parameter or of all, the newest first; only those that wait, if asked for."""
    proposed, decided = aliased(Account), aliased(Account)
    chosen = (
        select(ParameterChange, proposed.login, decided.login)
        .join(proposed, proposed.id == ParameterChange.proposed_by)
        .outerjoin(decided, decided.id == ParameterChange.decided_by)
        .order_by(ParameterChange.id.desc())
        .limit(PAGE)
    )
    if key is not None:
        chosen = chosen.where(ParameterChange.key == key)
    if waiting:
        chosen = chosen.where(ParameterChange.state == PROPOSED, ParameterChange.since > today())
    return [Listed(row[0], row[1], row[2]) for row in session.execute(chosen)]


def one(session: Session, row: ParameterChange) -> Listed:
    """One change with its names."""
    return next(found for found in listed(session, key=row.key) if found.change.id == row.id)


def words(session: Session, row: ParameterChange, reader: Reader) -> Words:
    """What of a change is sealed, opened for a reader."""
    opener = vault.opening(session, row.record, reader)
    decision = opener.open("decision", 1, row.decision).decode() if row.decision else ""
    effect = backtest.decode(opener.open(backtest.PART, 1, row.effect)) if row.effect else None
    return Words(opener.open("reason", 1, row.reason).decode(), decision, effect)


def unit_names(session: Session) -> dict[str, str]:
    """The units' names by code, in the order of the tree."""
    return {unit.code: unit.name for unit in session.scalars(select(Unit).order_by(Unit.path))}


def waiting_count() -> int:
    """How many changes wait for the person signed in to decide on them."""
    who = visitor()
    if who is None or not decide(who.actor(), Action.APPROVE_PARAMETER).allowed:
        return 0
    waits = (ParameterChange.state == PROPOSED, ParameterChange.since > today(), ParameterChange.proposed_by != who.id)
    return db.session.scalar(select(func.count()).select_from(ParameterChange).where(*waits)) or 0
