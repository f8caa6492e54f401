"""Who opened my report: every reading of a person's own records by somebody else, as the log tells it.

The role is said, never the name. Readings of the discipline side are shown once nothing found before them is open any more,
and not before half a year has passed: whoever is looked into must not learn it here (个人信息保护法 第三十五条).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from declare.access import Role
from declare.accounts.models import Account
from declare.audit import Act, AuditLeaf
from declare.casework.models import Consultation
from declare.checks.models import CURED, DECIDED, Finding
from declare.declarations.models import Declaration, Filing
from declare.disclosures.models import Disclosure
from declare.evidence.searching import named
from declare.web import now

WITHHELD = timedelta(days=180)
"""How long a reading of the discipline side is not shown."""

KEPT = timedelta(days=3 * 366)
"""How far back one sees."""

READINGS = (Act.CONTENT_OPEN.value, Act.CONTENT_UNMASK.value)
DISCIPLINE = frozenset({Role.REVIEWER.value, Role.DISCIPLINE_LEAD.value})


@dataclass(frozen=True, slots=True)
class Opening:
    """One reading as its owner sees it: when, in which role, what for (a kind of purpose), what was opened (kind, year or None)."""

    at: datetime
    role: str
    purpose: str
    opened: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Own:
    """A person's records by name, each with its kind and year, and the account that is theirs."""

    records: dict[str, tuple[str, int | None]]
    accounts: frozenset[int]


def of_person(session: Session, person_id: int) -> list[Opening]:
    """The readings of a person's records, newest first."""
    own = _own(session, person_id)
    open_since = _open_since(session, person_id)
    openings = []
    for leaf in _leaves(session, own, person_id):
        opened = tuple(dict.fromkeys(own.records[name] for name in named(leaf.object) if name in own.records))
        if opened and not _withheld(leaf, open_since):
            openings.append(Opening(leaf.at, leaf.role, leaf.row.partition("/")[0], opened))
    return list(_joined(openings))


def _own(session: Session, person_id: int) -> Own:
    """Everything sealed that is a person's own."""
    records: dict[str, tuple[str, int | None]] = {f"person/{person_id}": ("person", None)}
    heads = select(Declaration.id, Declaration.year).where(Declaration.person_id == person_id).order_by(Declaration.id)
    years = {row.id: row.year for row in session.execute(heads)}
    records |= {f"declaration/{number}": ("declaration", year) for number, year in years.items()}
    filings = select(Filing.id, Filing.declaration_id).where(Filing.declaration_id.in_(years)).order_by(Filing.id)
    records |= {f"filing/{number}": ("declaration", years[head]) for number, head in session.execute(filings)}
    events = select(Disclosure.id, Disclosure.filed_on).where(Disclosure.person_id == person_id).order_by(Disclosure.id)
    records |= {f"disclosure/{number}": ("disclosure", day.year) for number, day in session.execute(events)}
    theirs = session.scalars(select(Account.id).where(Account.person_id == person_id).order_by(Account.id))
    return Own(records, frozenset(theirs))


def _leaves(session: Session, own: Own, person_id: int) -> Iterable[AuditLeaf]:
    """Readings that may be of these records: of one alone, under a consultation of the person, or for an export."""
    consultations = select(Consultation.id).where(Consultation.person_id == person_id).order_by(Consultation.id)
    reasons = [f"consultation/{number}" for number in session.scalars(consultations)]
    begun = session.scalar(select(func.min(Consultation.begun)).where(Consultation.person_id == person_id))
    ways = [AuditLeaf.object.in_(own.records), AuditLeaf.object.startswith("export filing/")]
    if begun is not None:
        ways.append(AuditLeaf.row.in_(reasons) & (AuditLeaf.at >= begun))
    chosen = select(AuditLeaf).where(
        AuditLeaf.action.in_(READINGS),
        AuditLeaf.at >= now() - KEPT,
        AuditLeaf.actor.is_not(None),
        AuditLeaf.actor.not_in(own.accounts),
        or_(*ways),
    )
    return session.scalars(chosen.order_by(AuditLeaf.seq.desc()))


def _open_since(session: Session, person_id: int) -> datetime | None:
    """When the oldest finding that nobody has decided was first made; None where none is open."""
    undecided = Finding.state.not_in((DECIDED, CURED))
    return session.scalar(select(func.min(Finding.first_seen)).where(Finding.person_id == person_id, undecided))


def _withheld(leaf: AuditLeaf, open_since: datetime | None) -> bool:
    """Whether a reading is not shown yet."""
    if leaf.role not in DISCIPLINE:
        return False
    return leaf.at > now() - WITHHELD or (open_since is not None and leaf.at >= open_since)


def _joined(openings: list[Opening]) -> Iterator[Opening]:
    """What one reader opened within an hour for one purpose is one reading."""
    kept: Opening | None = None
    for one in openings:
        same = kept and (kept.role, kept.purpose) == (one.role, one.purpose) and kept.at - one.at < timedelta(hours=1)
        if kept and same:
            kept = Opening(kept.at, kept.role, kept.purpose, tuple(dict.fromkeys((*kept.opened, *one.opened))))
            continue
        if kept:
            yield kept
        kept = one
    if kept:
        yield kept
