"""Everything a reviewer's page shows of one person, opened under one purpose, every opening in a list that leaves one leaf."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from declare.accounts import cards
from declare.accounts.people import PART
from declare.casework import records, selfchecked
from declare.casework.models import Decision
from declare.casework.records import Records
from declare.casework.subject import Subject
from declare.casework.unmasking import showing
from declare.casework.veil import Veil
from declare.checks import Standing, keeping
from declare.checks.models import Finding
from declare.declarations.remarks import Kept
from declare.extensions import vault
from declare.items.filing import Filing
from declare.rules.facts import full
from declare.rules.finding import Finding as Said
from declare.rules.finding import Place
from declare.rules.history import in_order
from declare.rules.standing import filed as filed_as


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person's card, reports (corrections merged in, the earliest first), findings with what they say, reasons, records pointed at, self-checks."""

    card: cards.PersonCard
    history: tuple[Filing, ...]
    findings: list[tuple[Finding, Said]]
    reasons: list[tuple[Decision, str]]
    records: Records
    checks: tuple[Kept, ...] = ()
    veil: Veil = field(default_factory=Veil)

    def report(self, finding: Finding) -> Filing | None:
        """The report a finding is about."""
        reports = (one for one in self.history if isinstance(one, Standing))
        return next((one for one in reports if one.declaration_id == finding.declaration_id), None)

    def at(self, finding: Finding, place: Place) -> int | None:
        """Which of this person's reports a place of a finding is in: the one the finding is about, or the one it names."""
        if place.declaration is None:
            report = self.report(finding)
            return None if report is None else self.history.index(report)
        return next((at for at, one in enumerate(self.history) if filed_as(one) == place.declaration), None)

    def before(self, report: Filing) -> Filing | None:
        """The last full report on an earlier year."""
        return next((one for one in reversed(self.history) if full(one) and one.year < report.year), None)


def opened(
    session: Session,
    about: Subject,
    findings: Sequence[Finding],
    decisions: Sequence[Decision] = (),
    *,
    shown: Collection[Finding],
) -> Dossier:
    """Opens a person's card, reports and findings, and the records that `shown` point at; `decisions` are all of the first."""
    rows = selfchecked.filed(session, about.person.id)
    person = about.person
    names = [person.record, *(row.record for row, _check in rows), *(one.record for one in findings)]
    openers = vault.openings(session, names, about.reader(), what="dossier")
    told = [(one, keeping.opened(openers[one.record], one.revision, one.sealed)) for one in findings]
    return Dossier(
        card=cards.read(openers[person.record].open(PART, person.revision, person.card)),
        history=in_order(row.opened(openers[row.record]) for row, _check in rows),
        findings=told,
        checks=selfchecked.opened(rows, openers),
        reasons=[(step, openers[findings[0].record].open(step.part, 1, step.sealed).decode()) for step in decisions],
        records=records.opened(session, about, records.named(said for one, said in told if one in shown)),
        veil=showing.veil(session, about),
    )
