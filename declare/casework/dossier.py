"""Everything a reviewer's page shows of one person, opened together: one query for the keys, one leaf."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from declare.accounts import cards
from declare.accounts.people import PART
from declare.casework.models import Decision
from declare.casework.subject import Subject
from declare.checks import Standing, keeping
from declare.checks.models import Finding
from declare.declarations.gathering import filed
from declare.extensions import vault
from declare.items.filing import Filing
from declare.rules.facts import full
from declare.rules.finding import Finding as Said
from declare.rules.history import in_order


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person's card, reports (corrections merged in, the earliest first), findings with what they say, reasons."""

    card: cards.PersonCard
    history: tuple[Filing, ...]
    findings: list[tuple[Finding, Said]]
    reasons: list[tuple[Decision, str]]

    def report(self, finding: Finding) -> Filing | None:
        """The report a finding is about."""
        reports = (one for one in self.history if isinstance(one, Standing))
        return next((one for one in reports if one.declaration_id == finding.declaration_id), None)

    def before(self, report: Filing) -> Filing | None:
        """The last full report on an earlier year."""
        return next((one for one in reversed(self.history) if full(one) and one.year < report.year), None)


def opened(
    session: Session, about: Subject, findings: Sequence[Finding], decisions: Sequence[Decision] = ()
) -> Dossier:
    """Opens a person's card and reports and these findings; `decisions` are all of the first finding."""
    rows = filed(session, [about.person.id])
    person = about.person
    records = [person.record, *(row.record for row in rows), *(one.record for one in findings)]
    openers = vault.openings(session, records, about.reader(), what="dossier")
    return Dossier(
        card=cards.read(openers[person.record].open(PART, person.revision, person.card)),
        history=in_order(row.opened(openers[row.record]) for row in rows),
        findings=[(one, keeping.opened(openers[one.record], one.revision, one.sealed)) for one in findings],
        reasons=[(step, openers[findings[0].record].open(step.part, 1, step.sealed).decode()) for step in decisions],
    )
