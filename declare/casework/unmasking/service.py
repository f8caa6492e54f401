"""What is done to requests: asked, granted or refused by another, taken back. Every step is in the audit."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.casework.subject import Subject
from declare.casework.unmasking.models import ACTIVE, REFUSED, REQUESTED, WITHDRAWN, Unmasking
from declare.extensions import vault
from declare.law import Dated, Text
from declare.web import Authority, StaleRevision, leaf, now

LONGEST = Dated(
    "unmasking.longest_days",
    {"2017-02-08": 7},
    basis=None,
    checked="2026-11-24",
    title=Text("查看遮蔽内容最长天数", "Longest sight of masked content"),
    unit=Text("天", "days"),
)
"""For how many days at most one may see what is masked."""


def ask(session: Session, about: Subject, fields: Sequence[str], *, days: int, reason: str, by: Authority) -> Unmasking:
    """Asks to see named fields of one person."""
    row = Unmasking(
        account_id=by.account,
        person_id=about.person.id,
        fields=" ".join(sorted(set(fields))),
        days=days,
        state=REQUESTED,
        asked_at=now(),
        sealed=b"",
    )
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal("reason", 1, reason.encode())
    leaf(session, by, Act.UNMASK_ASK, f"{row.record} {about.person.record} {row.fields}")
    session.flush()
    return row


def decide(session: Session, asked: Unmasking, *, agree: bool, reason: str, by: Authority) -> None:
    """Lets it be seen from now on for the days asked for, or refuses. StaleRevision where it waits no more."""
    row = _locked(session, asked, REQUESTED)
    row.state = ACTIVE if agree else REFUSED
    row.decided_by, row.decided_at = by.account, now()
    row.until = now() + timedelta(days=row.days) if agree else None
    row.decision = vault.sealer(session, row.record).seal("decision", 1, reason.encode())
    leaf(session, by, Act.UNMASK_GRANT if agree else Act.UNMASK_REFUSE, row.record)
    session.flush()


def withdraw(session: Session, asked: Unmasking, *, by: Authority) -> None:
    """Takes it back, before the answer or after; nothing is shown from then on. StaleRevision where it is over already."""
    row = _locked(session, asked, REQUESTED, ACTIVE)
    row.state = WITHDRAWN
    leaf(session, by, Act.UNMASK_WITHDRAW, row.record)
    session.flush()


def _locked(session: Session, asked: Unmasking, *states: str) -> Unmasking:
    """The request as it stands now, for this transaction alone."""
    chosen = select(Unmasking).where(Unmasking.id == asked.id).with_for_update()
    row = session.scalars(chosen.execution_options(populate_existing=True)).one()
    if row.standing(now()) not in states:
        raise StaleRevision
    return row
