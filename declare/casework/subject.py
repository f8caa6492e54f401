"""Whom a page is about, as a decision sees them: the person, their unit, the consultation, who must keep away."""

from dataclasses import dataclass

from declare.access import Resource
from declare.accounts.models import Person
from declare.casework import queries
from declare.casework.models import Consultation, Decision
from declare.casework.recusal import is_close
from declare.checks.models import Finding
from declare.extensions import db
from declare.vault import Reader
from declare.web import authority, visitor


@dataclass(frozen=True, slots=True)
class Subject:
    """A person under review; `granted` is the request in force under which masked fields may be seen."""

    person: Person
    unit: str
    consultation: Consultation | None
    recused: frozenset[int]
    assigned: frozenset[int] = frozenset()
    granted: int | None = None

    def resource(self) -> Resource:
        """The person as a decision sees them; who is too close stands among the recused."""
        return Resource(
            "person",
            id=self.person.id,
            owner=self.person.id,
            unit=self.person.unit_path,
            assigned=self.assigned,
            recused=self.recused,
        )

    def reader(self) -> Reader:
        """Who reads, under which consultation."""
        by = authority()
        return Reader(by.account, by.role, self.consultation.record if self.consultation else "queue")


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding under review, and the person it is about; `last` is the latest step of deciding."""

    finding: Finding
    subject: Subject
    last: Decision | None = None

    def resource(self) -> Resource:
        """The finding as a decision sees it; the second signature is another account's."""
        about = self.subject
        return Resource(
            "finding",
            id=self.finding.id,
            owner=about.person.id,
            unit=about.person.unit_path,
            state=self.finding.state,
            asked_by=self.last.account_id if self.last else None,
            assigned=about.assigned,
            recused=about.recused,
        )


def subject(person_id: int) -> Subject | None:
    """The person an address names, None where there is none."""
    who = visitor()
    found = queries.person(db.session, person_id, account=who.id) if who else None
    if who is None or found is None:
        return None
    reviewer = who.actor().person
    close = is_close(db.session, reviewer=reviewer, person_id=person_id)
    return Subject(
        found.person,
        found.unit,
        found.consultation,
        recused=frozenset({reviewer}) if close and reviewer is not None else frozenset(),
        assigned=frozenset({who.id}) if found.assigned else frozenset(),
        granted=found.granted,
    )


def matter(finding_id: int) -> Matter | None:
    """The finding an address names, None where there is none or it is about nobody."""
    finding = db.session.get(Finding, finding_id)
    about = subject(finding.person_id) if finding and finding.person_id else None
    return Matter(finding, about) if finding and about else None


def matter_waiting(finding_id: int) -> Matter | None:
    """The same with the latest step of deciding."""
    found = matter(finding_id)
    return Matter(found.finding, found.subject, queries.last_decision(db.session, finding_id)) if found else None
