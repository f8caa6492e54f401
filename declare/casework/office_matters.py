"""工作事项: findings about nobody who is entered: the work of the office itself, and people only a register names.

They lie with the unit at the top: whoever reaches it reads them. A finding on somebody who stands in the reader's own family
is not theirs to look at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from declare.access import Action, Actor, Resource, decide
from declare.accounts.people import digest
from declare.casework import queries
from declare.casework.models import Decision
from declare.checks import keeping
from declare.checks.models import DEFERRED, INQUIRED, OPEN, WAITS, WorkRow
from declare.checks.models import Finding as FindingRow
from declare.declarations.models import Trace
from declare.declarations.sheets import FAMILY
from declare.extensions import db, vault
from declare.registries.models import Extract
from declare.rules.finding import Finding as Said
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import authority, visitor

PAGE = 50
OPEN_STATES = (OPEN, WAITS, INQUIRED, DEFERRED)
"""The states of what is still to be done."""

TOP = select(Unit.path).where(Unit.parent_id.is_(None)).order_by(Unit.path).limit(1)

Found = tuple[FindingRow, Said]


@dataclass(frozen=True, slots=True)
class OfficeMatter:
    """One such finding, opened; `last` is the latest step of deciding, `recused` who stands too close to whom it is about."""

    finding: FindingRow
    said: Said
    unit: str
    last: Decision | None
    recused: frozenset[int]

    def resource(self) -> Resource:
        """The finding as a decision sees it."""
        return Resource(
            "finding",
            id=self.finding.id,
            unit=self.unit,
            state=self.finding.state,
            asked_by=self.last.account_id if self.last else None,
            recused=self.recused,
        )


def matter(finding_id: int) -> OfficeMatter | None:
    """The finding an address names; None where there is none or it is about somebody who is entered."""
    row = db.session.get(FindingRow, finding_id)
    who = visitor()
    if row is None or row.person_id is not None or who is None:
        return None
    said = keeping.opened(vault.opening(db.session, row.record, reader()), row.revision, row.sealed)
    me = who.actor().person
    close = said.declarant is not None and digest(said.declarant) in _family(db.session, me)
    last = queries.last_decision(db.session, row.id)
    return OfficeMatter(row, said, top(db.session), last, frozenset({me}) if close and me else frozenset())


def reader() -> Reader:
    """Who reads, for the work of the office."""
    by = authority()
    return Reader(by.account, by.role, "office")


def top(session: Session) -> str:
    """The path of the unit at the top."""
    return session.scalar(TOP) or ""


def listed(session: Session, actor: Actor, *, done: bool, page: int) -> tuple[list[Found], int]:
    """A page of these findings, opened with one leaf, the gravest first, and how many there are; none for who does not reach the top.

    For somebody with a family every finding is opened: what is about one of them is in no list and no count.
    """
    if not _reaches(actor, top(session)):
        return [], 0
    family, first = _family(session, actor.person), (page - 1) * PAGE
    if family:
        found = _without(_opened(session, _ordered(done=done)), family)
        return found[first : first + PAGE], len(found)
    total = session.scalar(select(func.count()).select_from(_chosen(done=done).subquery())) or 0
    return _opened(session, _ordered(done=done).limit(PAGE).offset(first)), total


def following(session: Session, actor: Actor, finding_id: int) -> int | None:
    """The gravest one that is open, another than this and about nobody of the actor's family."""
    others = _ordered(done=False).where(FindingRow.state == OPEN, FindingRow.id != finding_id)
    family = _family(session, actor.person)
    found = _opened(session, others if family else others.limit(1))
    return next((row.id for row, _said in _without(found, family)), None)


def _ordered(*, done: bool) -> Select[FindingRow]:
    """These findings, the gravest first."""
    return _chosen(done=done).order_by(FindingRow.severity.desc(), FindingRow.year.desc(), FindingRow.id)


def _opened(session: Session, chosen: Select[FindingRow]) -> list[Found]:
    """Some findings, opened with one leaf."""
    rows = session.scalars(chosen).all()
    openers = vault.openings(session, [row.record for row in rows], reader(), what="office") if rows else {}
    return [(row, keeping.opened(openers[row.record], row.revision, row.sealed)) for row in rows]


def _without(found: Iterable[Found], family: frozenset[bytes]) -> list[Found]:
    """Those that are about nobody of a family."""
    return [(row, said) for row, said in found if said.declarant is None or digest(said.declarant) not in family]


def decisions(session: Session, finding_id: int) -> Sequence[Decision]:
    """The steps of deciding on a finding, in order."""
    return session.scalars(select(Decision).where(Decision.finding_id == finding_id).order_by(Decision.position)).all()


def kinds(session: Session, found: Iterable[Said]) -> Mapping[str, str]:
    """The kind of every work record and extract these findings point at, by name: work/3, extract/4."""
    asked = [place.record.split("/") for said in found for place in said.where if place.record]
    work = [int(parts[1]) for parts in asked if parts[0] == "work"]
    extracts = [int(parts[1]) for parts in asked if parts[0] == "extract"]
    worked = session.execute(select(WorkRow.id, WorkRow.kind).where(WorkRow.id.in_(work)).order_by(WorkRow.id))
    loaded = session.execute(select(Extract.id, Extract.kind).where(Extract.id.in_(extracts)).order_by(Extract.id))
    return {f"work/{id}": kind for id, kind in worked} | {f"extract/{id}": kind for id, kind in loaded}


def _chosen(*, done: bool) -> Select[FindingRow]:
    """These findings: those still to be done, or those done."""
    mine = select(FindingRow).where(FindingRow.person_id.is_(None))
    return mine.where(FindingRow.state.not_in(OPEN_STATES) if done else FindingRow.state.in_(OPEN_STATES))


def _reaches(actor: Actor, path: str) -> bool:
    """Whether somebody may read these findings, which lie with the unit of that path."""
    return decide(actor, Action.READ_OFFICE_FINDING, Resource("finding", unit=path)).allowed


def _family(session: Session, person_id: int | None) -> frozenset[bytes]:
    """The blind digests of the identity numbers of the family somebody declared; none for an account without a person."""
    chosen = select(Trace.digest).where(Trace.person_id == person_id, Trace.table == FAMILY, Trace.index == "id_number")
    return frozenset(session.scalars(chosen))
