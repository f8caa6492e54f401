"""What reviewers do: register a consultation, decide on a finding, confirm or return another's proposal."""

from datetime import timedelta
from typing import Protocol

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.casework import queries
from declare.casework.models import Consultation, Decision, Outcome, Step
from declare.casework.register.queries import Told
from declare.casework.subject import Subject
from declare.checks.models import DECIDED, DEFERRED, INQUIRED, OPEN, WAITS, Finding
from declare.extensions import vault
from declare.law import Dated, Text
from declare.web import Authority, StaleRevision, leaf, now, today


class Deciding(Protocol):
    """What is decided on: a finding, with the latest step where somebody answers it."""

    @property
    def finding(self) -> Finding:
        """The finding."""

    @property
    def last(self) -> Decision | None:
        """The latest step of deciding."""


DAYS = 30
"""How long a consultation is valid."""

SEVERE = 4
"""From this severity on, a second person confirms that a finding is let go."""

OPEN_TO_DECIDE = (OPEN, DEFERRED, INQUIRED)
STATE_AFTER = {
    Outcome.INQUIRE: INQUIRED,
    Outcome.ACCEPT: DECIDED,
    Outcome.DEFER: DEFERRED,
    Outcome.REFER: DECIDED,
}


APPROVAL_DEMANDED = Dated(
    "consultation.approval_demanded",
    {"2017-02-08": True},
    basis=None,
    checked="2026-11-24",
    title=Text("查阅须填写批准文号和批准人", "A consultation names its approval and who approved"),
)
"""Whether somebody may consult only under an approval with a number; an organisation may see to it on paper."""


def consult(session: Session, about: Subject, told: Told, *, by: Authority) -> Consultation:
    """Registers why a person's reports are looked into, under which approval and by whom approved; valid for 30 days."""
    row = Consultation(
        account_id=by.account, person_id=about.person.id, begun=now(), until=today() + timedelta(days=DAYS), sealed=b""
    )
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal("purpose", 1, msgspec.json.encode(told))
    leaf(session, by, Act.CASE_OPEN, f"{row.record} {about.person.record}")
    session.flush()
    return row


def give_back(session: Session, consultation: Consultation, *, by: Authority) -> None:
    """Ends a consultation before its time."""
    row = session.get_one(Consultation, consultation.id, with_for_update=True)
    if row.returned_at is None:
        row.returned_at = now()
        leaf(session, by, Act.CONSULTATION_RETURN, row.record)
        session.flush()


def version(finding: Finding) -> str:
    """What a form carries, so that nobody decides on something that has moved meanwhile."""
    return f"{finding.state}.{finding.revision}"


def needs_second(finding: Finding, outcome: Outcome) -> bool:
    """Whether letting a finding go takes two people."""
    return outcome is Outcome.ACCEPT and finding.severity >= SEVERE


def decide(session: Session, about: Deciding, outcome: Outcome, *, reason: str, seen: str, by: Authority) -> Decision:
    """Decides, or proposes where it takes two. StaleRevision where the finding has moved since it was looked at."""
    finding = _locked(session, about.finding, seen)
    if finding.state not in OPEN_TO_DECIDE:
        raise StaleRevision
    second = needs_second(finding, outcome)
    finding.state = WAITS if second else STATE_AFTER[outcome]
    act = Act.FINDING_PROPOSE if second else Act.FINDING_DECIDE
    return _step(session, finding, Step.PROPOSED if second else Step.DECIDED, outcome, reason, act=act, by=by)


def answer(session: Session, about: Deciding, *, agree: bool, reason: str, seen: str, by: Authority) -> Decision:
    """The second person's answer to a proposal: it stands, or the finding is open again."""
    finding = _locked(session, about.finding, seen)
    if finding.state != WAITS or about.last is None:
        raise StaleRevision
    outcome = Outcome(about.last.outcome)  # type: ignore[call-arg]  # a choice is found by its key alone
    finding.state = STATE_AFTER[outcome] if agree else OPEN
    step = Step.CONFIRMED if agree else Step.RETURNED
    return _step(session, finding, step, outcome, reason, act=Act.FINDING_DECIDE, by=by)


def _locked(session: Session, finding: Finding, seen: str) -> Finding:
    """The finding as it stands now, held until this transaction ends."""
    chosen = select(Finding).where(Finding.id == finding.id).with_for_update()
    found = session.scalars(chosen.execution_options(populate_existing=True)).one()
    if version(found) != seen:
        raise StaleRevision
    return found


def _step(
    session: Session, finding: Finding, step: Step, outcome: Outcome, reason: str, *, act: Act, by: Authority
) -> Decision:
    """Adds one step, its reason sealed with the finding."""
    last = queries.last_decision(session, finding.id)
    row = Decision(
        finding_id=finding.id,
        position=last.position + 1 if last else 1,
        step=step.value,
        outcome=outcome.value,
        account_id=by.account,
        at=now(),
        sealed=b"",
    )
    row.sealed = vault.sealer(session, finding.record).seal(row.part, 1, reason.encode())
    session.add(row)
    leaf(session, by, act, f"{finding.record} {step.value} {outcome.value}")
    session.flush()
    return row
