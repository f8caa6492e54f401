"""What is done to parameters: another value proposed, tried, taken back, agreed to or refused by another."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import jobs
from declare.audit import Act
from declare.extensions import vault
from declare.parameters import values
from declare.parameters.models import APPROVED, LAPSED, PROPOSED, REFUSED, WITHDRAWN, ParameterChange
from declare.rules.parameters import Parameter
from declare.web import SYSTEM, Authority, StaleRevision, leaf, now, today


def propose(
    session: Session, parameter: Parameter, value: Any, *, since: date, reason: str, by: Authority
) -> ParameterChange:
    """Proposes a value from a day to come and has it tried. StaleRevision where another change waits already."""
    _clear(session, parameter.key)
    row = ParameterChange(
        key=parameter.key,
        value=values.stored(parameter.dated, value),
        since=since,
        state=PROPOSED,
        proposed_by=by.account,
        proposed_at=now(),
        reason=b"",
    )
    session.add(row)
    session.flush()
    row.reason = vault.create(session, row.record).seal("reason", 1, reason.encode())
    leaf(session, by, Act.PARAMETER_PROPOSE, f"{row.record} {row.key}")
    jobs.enqueue(session, "backtest", change=row.id)
    session.flush()
    return row


def try_again(session: Session, change: ParameterChange) -> None:
    """Has a proposed value tried once more; what the last trial found is shown until then."""
    row = _locked(session, change)
    row.tested_at = None
    jobs.enqueue(session, "backtest", change=row.id)
    session.flush()


def withdraw(session: Session, change: ParameterChange, *, by: Authority) -> None:
    """Takes a proposal back. StaleRevision where somebody decided meanwhile."""
    row = _locked(session, change)
    row.state = WITHDRAWN
    leaf(session, by, Act.PARAMETER_WITHDRAW, row.record)
    session.flush()


def decide(session: Session, change: ParameterChange, *, agree: bool, reason: str, by: Authority) -> None:
    """Puts a value in force from its day, or refuses it. StaleRevision where it is decided, untried, or its day has come."""
    row = _locked(session, change)
    if agree and row.tested_at is None:
        raise StaleRevision
    row.state = APPROVED if agree else REFUSED
    row.decided_by, row.decided_at = by.account, now()
    row.decision = vault.sealer(session, row.record).seal("decision", 1, reason.encode())
    leaf(session, by, Act.PARAMETER_PUBLISH if agree else Act.PARAMETER_REFUSE, f"{row.record} {row.key}")
    session.flush()


def _clear(session: Session, key: str) -> None:
    """Ends a proposal nobody decided on in time, so that there is room for another one."""
    chosen = select(ParameterChange).where(ParameterChange.key == key, ParameterChange.state == PROPOSED)
    for row in session.scalars(chosen.order_by(ParameterChange.id).with_for_update()):
        if row.since > today():
            raise StaleRevision
        row.state = LAPSED
        leaf(session, SYSTEM, Act.PARAMETER_LAPSE, row.record)
    session.flush()


def _locked(session: Session, change: ParameterChange) -> ParameterChange:
    """The change as it stands now, for this transaction alone; StaleRevision where it waits no more."""
    chosen = select(ParameterChange).where(ParameterChange.id == change.id).with_for_update()
    row = session.scalars(chosen.execution_options(populate_existing=True)).one()
    if row.standing(today()) != PROPOSED:
        raise StaleRevision
    return row
