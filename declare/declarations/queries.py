"""Reading reports: heads, drafts opened part by part, whole filings, receipts. Always in order."""

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from declare.declarations import remarks, sheets
from declare.declarations.drafts import Draft
from declare.declarations.models import SUBMITTED, Campaign, Declaration, Filing, Profile, Receipt, Section
from declare.declarations.sheets import BASIC, BEFORE, CLOSING, FAMILY, Sheet
from declare.extensions import vault
from declare.items.filing import Filing as Document
from declare.items.filing import Member
from declare.items.spec import State
from declare.rules.facts import full
from declare.rules.history import in_order
from declare.vault import Reader

FILED = "filing"
"""The one part of a filed report's record."""


class Past(NamedTuple):
    """A filed report as a list shows it."""

    declaration: Declaration
    filing: Filing


def campaign(session: Session, *, today: date) -> Campaign | None:
    """The newest campaign that has begun."""
    chosen = select(Campaign).where(Campaign.opens <= today).order_by(Campaign.year.desc()).limit(1)
    return session.scalars(chosen).first()


def campaign_of(session: Session, year: int) -> Campaign | None:
    """The campaign on one year."""
    return session.get(Campaign, year)


def declaration(session: Session, declaration_id: int) -> Declaration | None:
    """The head of one report."""
    return session.get(Declaration, declaration_id)


def of_person(session: Session, person_id: int) -> list[Declaration]:
    """The reports of one person, the newest first."""
    chosen = select(Declaration).where(Declaration.person_id == person_id)
    return list(session.scalars(chosen.order_by(Declaration.year.desc(), Declaration.id.desc())))


def full_of(session: Session, person_id: int, year: int) -> Declaration | None:
    """The full report of a person on a year, filed or not."""
    chosen = select(Declaration).where(
        Declaration.person_id == person_id, Declaration.year == year, Declaration.kind.in_(("first", "annual"))
    )
    return session.scalars(chosen.order_by(Declaration.id).limit(1)).first()


def past(session: Session, person_id: int) -> list[Past]:
    """What a person has filed, the newest first."""
    chosen = (
        select(Declaration, Filing)
        .join(Filing, Filing.declaration_id == Declaration.id)
        .where(Declaration.person_id == person_id)
        .order_by(Filing.filed_at.desc(), Filing.id.desc())
    )
    return [Past(*row) for row in session.execute(chosen)]


def latest_filing(session: Session, declaration_id: int) -> Filing | None:
    """The version of a report that stands; Destroyed where its time was over."""
    chosen = select(Filing).where(Filing.declaration_id == declaration_id).order_by(Filing.version.desc()).limit(1)
    found = session.scalars(chosen).first()
    if found is None:
        vault.demand_kept(session, f"declaration/{declaration_id}")
    return found


def filing_by_key(session: Session, idempotency_key: str) -> Filing | None:
    """The filing that one submission made."""
    return session.scalars(select(Filing).where(Filing.idempotency_key == idempotency_key)).first()


def receipt(session: Session, declaration_id: int) -> Receipt | None:
    """The receipt of the version that stands; Destroyed where its time was over."""
    chosen = (
        select(Receipt)
        .join(Filing, Filing.id == Receipt.filing_id)
        .where(Filing.declaration_id == declaration_id)
        .order_by(Filing.version.desc())
    )
    found = session.scalars(chosen.limit(1)).first()
    if found is None:
        vault.demand_kept(session, f"declaration/{declaration_id}")
    return found


def progress(session: Session, year: int, *, unit_path: str) -> dict[str, int]:
    """How many full reports on a year have been filed and are being written below a unit, by state."""
    chosen = (
        select(Declaration.state, func.count())
        .where(Declaration.year == year, Declaration.unit_path.startswith(unit_path, autoescape=True))
        .where(Declaration.kind.in_(("first", "annual")))
        .group_by(Declaration.state)
        .order_by(Declaration.state)
    )
    found = session.execute(chosen).all()
    return dict(zip((state for state, _ in found), (number for _, number in found), strict=True))


def opened(session: Session, declaration: Declaration, reader: Reader) -> Draft:
    """A report, opened for a reader: one query for its parts, one leaf. A filed report is read from what was filed."""
    if declaration.state == SUBMITTED:
        return _filed(session, declaration, reader)
    rows = session.execute(_sections(declaration)).all()
    opener = vault.opening(session, declaration.record, reader)
    found = {part: opener.open(part, revision, sealed) for part, revision, sealed in rows}
    before, answers = found.pop(BEFORE, None), found.pop(remarks.PART, None)
    return Draft(
        declaration,
        {part: sheets.decoded(part, document) for part, document in found.items()},
        {part: revision for part, revision, _ in rows if part != BEFORE},
        before=sheets.decoded_filing(before) if before else None,
        opener=opener,
        remarks=remarks.decoded(answers) if answers else (),
    )


def document(session: Session, filing: Filing, reader: Reader) -> Document:
    """One filed report, opened for a reader."""
    opener = vault.opening(session, filing.record, reader)
    return sheets.decoded_filing(opener.open(FILED, filing.version, filing.sealed))


def history(session: Session, person_ids: Iterable[int], reader: Reader) -> dict[int, list[Document]]:
    """Everything people have filed, by person, the earliest first: one query, one leaf for the whole list."""
    chosen = (
        select(Declaration.person_id, Filing.id, Filing.version, Filing.sealed)
        .join(Filing, Filing.declaration_id == Declaration.id)
        .where(Declaration.person_id.in_(list(person_ids)))
        .order_by(Declaration.person_id, Filing.filed_on, Filing.id)
    )
    rows = session.execute(chosen).all()
    openers = vault.openings(session, [f"filing/{number}" for _, number, _, _ in rows], reader, what="history")
    found: dict[int, list[Document]] = {}
    for person, number, version, sealed in rows:
        opened_document = openers[f"filing/{number}"].open(FILED, version, sealed)
        found.setdefault(person, []).append(sheets.decoded_filing(opened_document))
    return found


def last_full(session: Session, person_id: int, reader: Reader, *, before: int) -> Document | None:
    """The latest full report of a person on an earlier year, its corrections merged in."""
    standing = in_order(history(session, [person_id], reader).get(person_id, ()))
    return next((one for one in reversed(standing) if full(one) and one.year < before), None)


def profile(session: Session, person_id: int, reader: Reader) -> dict[str, Sheet[Any]]:
    """The profile and the family kept of a person, by part; nothing opens where nothing is kept."""
    chosen = select(Profile).where(Profile.person_id == person_id).order_by(Profile.part)
    rows: Sequence[Profile] = session.scalars(chosen).all()
    if not rows:
        return {}
    opener = vault.opening(session, f"person/{person_id}", reader)
    return {row.part: sheets.decoded(row.part, opener.open(row.part, row.revision, row.sealed)) for row in rows}


def family(session: Session, person_id: int, reader: Reader) -> tuple[Member, ...]:
    """The family kept of a person, else that of their latest report; empty where they have not reported yet."""
    kept = profile(session, person_id, reader)
    if FAMILY in kept:
        return kept[FAMILY].entries
    filed = last_full(session, person_id, reader, before=MAXYEAR)
    return (filed.family if filed else None) or ()


def _sections(declaration: Declaration) -> Select[str, int, bytes]:
    """The sealed parts of a draft."""
    return (
        select(Section.table, Section.revision, Section.sealed)
        .where(Section.declaration_id == declaration.id)
        .order_by(Section.table)
    )


def _filed(session: Session, declaration: Declaration, reader: Reader) -> Draft:
    """A filed report as its owner reads it again."""
    filing = latest_filing(session, declaration.id)
    if filing is None:
        raise LookupError(f"{declaration.record} is submitted without a filing")
    read = document(session, filing, reader)
    found: dict[str, Sheet[Any]] = {BASIC: Sheet(entries=(read.basic,)), CLOSING: Sheet(entries=(read.closing,))}
    found[FAMILY] = Sheet(state=State.UNCHANGED if read.family else State.NONE, entries=read.family or ())
    for table in sheets.tables_of(declaration.edition):
        answer = getattr(read.tables, table.key)
        if answer is not None:
            found[table.key] = Sheet(state=answer.state, entries=answer.entries)
    return Draft(declaration, found, dict.fromkeys(found, 0), late_reason=read.late_reason)
