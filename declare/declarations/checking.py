"""What the rules get from the features: who there is anything of, the corps, what belongs to nobody who is entered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Select, func, select, union
from sqlalchemy.orm import Session

from declare import checks, jobs
from declare.accounts.models import Person
from declare.checks import Beyond, Source
from declare.checks.models import WorkRow
from declare.declarations.acquainting import acquaint
from declare.declarations.gathering import read
from declare.declarations.house import house
from declare.declarations.kept_rows import ExtractedRow, WorkedRow
from declare.declarations.models import Declaration, Filing, Trace
from declare.declarations.sharing import everybody, neighbours
from declare.disclosures.models import FILED, Disclosure
from declare.extensions import vault
from declare.items.registries import Promotion, RosterEntry, Sanction
from declare.items.spec import Entry, table_of
from declare.items.work import Custody
from declare.registries import concern
from declare.registries.models import KEPT, Extract, ExtractRow, ExtractTrace
from declare.rules.around import LISTS, Around, Kept, UnitFacts
from declare.rules.assembly import ABOUT, OF_THE_OFFICE
from declare.rules.office import Office
from declare.rules.spelling import plain
from declare.rules.subject import Subject
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import today

AT_ONCE = 500
"""Rows of a roster fetched at a time."""

NAMED = (RosterEntry, Promotion, Sanction)
"""Registers that make somebody a declarant to be looked at, whether or not they ever filed."""


def connect() -> None:
    """Lets the rules be run on what was filed and kept; a filing asks for it."""
    from declare.declarations import submission

    checks.register(Source(persons, around, read, everybody, concerned, acquaint, stamp, beyond))
    if ask_for_check not in submission.on_submitted:
        submission.on_submitted.append(ask_for_check)
    concern.also(of_their_families)


def of_their_families(session: Session, extract_id: int) -> Iterable[int]:
    """The declarants whose reports name somebody whom a row of an extract names."""
    named = select(ExtractTrace.digest).where(ExtractTrace.extract_id == extract_id, ExtractTrace.index == "id_number")
    traced = select(Trace.person_id).where(Trace.index == "id_number", Trace.digest.in_(named))
    return session.scalars(traced.distinct().order_by(Trace.person_id)).all()


def ask_for_check(session: Session, row: Filing) -> None:
    """Writes the job that checks the person, with the filing."""
    head = session.get_one(Declaration, row.declaration_id)
    checks.stale(session, [head.person_id])
    jobs.enqueue(session, "check", person=head.person_id)


def persons(session: Session, year: int | None) -> Sequence[int]:
    """Everybody there is anything of, those who filed on one year at least, by id."""
    disclosed = select(Disclosure.person_id).where(Disclosure.state == FILED)
    worked = select(Person.id).join(WorkRow, WorkRow.about == Person.id_digest)
    listed = (
        select(Person.id)
        .join(ExtractTrace, ExtractTrace.digest == Person.id_digest)
        .join(Extract, Extract.id == ExtractTrace.extract_id)
        .where(Extract.kind.in_(_keys(NAMED)), Extract.state == KEPT)
    )
    return sorted({*filers(session, year), *session.scalars(union(disclosed, worked, listed))})


def filers(session: Session, year: int | None) -> Sequence[int]:
    """Everybody who filed, or who filed on one year, by id."""
    filed = select(Declaration.person_id).join(Filing, Filing.declaration_id == Declaration.id).distinct()
    if year is not None:
        filed = filed.where(Declaration.year == year)
    return session.scalars(filed.order_by(Declaration.person_id)).all()


def concerned(session: Session, person_ids: Sequence[int]) -> Sequence[int]:
    """Those who share an identifier with these persons, without them."""
    near = neighbours(session, person_ids).values()
    return sorted({other for others in near for other in others} - set(person_ids))


def around(session: Session, reader: Reader) -> Around:
    """The whole corps: its units, and the lists it keeps itself."""
    above = {unit.id: unit.code for unit in session.scalars(select(Unit).order_by(Unit.path))}
    units = [
        UnitFacts(unit.code, unit.name, above.get(unit.parent_id or 0, ""), unit.region, unit.site)
        for unit in session.scalars(select(Unit).order_by(Unit.path))
    ]
    kinds = [table for table in LISTS if table is not Custody]
    lists = _opened(session, _extracted(session, kinds), reader, what="lists")
    custody = _opened(session, _worked(session, [Custody]), reader, what="custody")
    return Around(units=units, lists=[*lists, *custody])


def stamp(session: Session) -> str:
    """What is another once a list of the corps, a work record or a unit is added or removed, without opening any."""
    listed = select(func.count(Extract.id), func.max(Extract.id)).where(Extract.kind.in_(_keys(LISTS)))
    worked = select(func.count(WorkRow.id), func.max(WorkRow.id)).where(WorkRow.about.is_(None))
    units = select(Unit.code, Unit.name, Unit.path, Unit.region, Unit.site).order_by(Unit.id)
    return repr([session.execute(one).all() for one in (listed, worked, units)])


def beyond(session: Session, around: Around, reader: Reader) -> Beyond:
    """The office, and declarants that only a register or a work record names."""
    office = Office(
        kept=_opened(session, _worked(session, OF_THE_OFFICE), reader, what="office"),
        sources=_sources(session),
        today=today(),
        around=around,
        house=house(session, _roster(session, reader)),
    )
    return Beyond(office, _strangers(session, around, reader))


def _roster(session: Session, reader: Reader) -> Iterator[RosterEntry]:
    """Every entry of the rosters, opened one by one: they are as many as there are people."""
    chosen = select(Extract.id).where(Extract.kind.in_(_keys([RosterEntry])), Extract.state == KEPT)
    extracts = [f"extract/{one}" for one in session.scalars(chosen.order_by(Extract.id))]
    openers = vault.openings(session, extracts, reader, what="roster")
    for row in session.execute(_rows([RosterEntry]).execution_options(yield_per=AT_ONCE)):
        found = ExtractedRow(*row)
        entry = found.opened(openers[found.record]).row
        if isinstance(entry, RosterEntry):
            yield entry


def _strangers(session: Session, around: Around, reader: Reader) -> list[Subject]:
    """Those who are on a roster or in a work record, and are not entered."""
    listed = _extracted(session, NAMED, unknown=True)
    rows: list[ExtractedRow | WorkedRow] = [*listed, *_worked(session, tuple(ABOUT), unknown=True)]
    named: dict[str, list[Kept]] = {}
    for kept in _opened(session, rows, reader, what="not entered"):
        field = ABOUT.get(type(kept.row), "subject")
        named.setdefault(plain(getattr(kept.row, field)), []).append(kept)
    found = sorted((number, kept) for number, kept in named.items() if number)
    return [Subject(number, kept=kept, today=today(), around=around) for number, kept in found]


def _sources(session: Session) -> Mapping[str, date]:
    """The registries in use, each since its first extract came."""
    chosen = select(Extract.kind, func.min(Extract.received)).where(
        Extract.state == KEPT, Extract.received.is_not(None)
    )
    found = session.execute(chosen.group_by(Extract.kind).order_by(Extract.kind))
    return {row[0]: row[1] for row in found if row[1]}


def _keys(kinds: Iterable[type[Entry]]) -> list[str]:
    """The keys of registers or work records."""
    return [table_of(kind).key for kind in kinds]


def _extracted(session: Session, kinds: Iterable[type[Entry]], *, unknown: bool = False) -> list[ExtractedRow]:
    """All rows of some registers, or those about nobody who is entered."""
    chosen = _rows(kinds)
    if unknown:
        here = (ExtractTrace.extract_id == Extract.id) & (ExtractTrace.position == ExtractRow.position)
        known = select(Person.id).where(Person.id_digest == ExtractTrace.digest).exists()
        chosen = chosen.join(ExtractTrace, here).where(ExtractTrace.index == "id_number", ~known)
    return [ExtractedRow(*row) for row in session.execute(chosen)]


def _rows(kinds: Iterable[type[Entry]]) -> Select[int, int, str, date | None, bytes]:
    """Asks for all rows of some registers, in the order they came."""
    return (
        select(Extract.id, ExtractRow.position, Extract.kind, Extract.received, ExtractRow.sealed)
        .join(ExtractRow, ExtractRow.extract_id == Extract.id)
        .where(Extract.kind.in_(_keys(kinds)), Extract.state == KEPT)
        .order_by(Extract.id, ExtractRow.position)
    )


def _worked(session: Session, kinds: Iterable[type[Entry]], *, unknown: bool = False) -> list[WorkedRow]:
    """All work records of some kinds, or those about somebody who is not entered."""
    columns = (WorkRow.id, WorkRow.kind, WorkRow.about, WorkRow.sealed)
    chosen = select(*columns).where(WorkRow.kind.in_(_keys(kinds))).order_by(WorkRow.id)
    if unknown:
        known = select(Person.id).where(Person.id_digest == WorkRow.about).exists()
        chosen = chosen.where(WorkRow.about.is_not(None), ~known)
    return [WorkedRow(*row) for row in session.execute(chosen)]


def _opened(session: Session, rows: Sequence[ExtractedRow | WorkedRow], reader: Reader, *, what: str) -> list[Kept]:
    """Rows opened, the reading written down once."""
    openers = vault.openings(session, list(dict.fromkeys(row.record for row in rows)), reader, what=what)
    return [row.opened(openers[row.record]) for row in rows]
