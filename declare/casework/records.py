"""The disclosures, registry rows and work records that findings point at, opened for whoever consults the person.

Found in one statement and opened in one list. What another person disclosed, or a work record about another, is not
among them: it takes a consultation of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, literal, null, or_, select, tuple_, type_coerce, union_all
from sqlalchemy.orm import Session
from sqlalchemy.types import Date

from declare.casework.subject import Subject
from declare.checks.models import WorkRow
from declare.declarations.kept_rows import DisclosedRow, ExtractedRow, WorkedRow
from declare.disclosures.models import Disclosure
from declare.extensions import vault
from declare.registries.models import KEPT, Extract, ExtractRow
from declare.rules.around import Kept
from declare.rules.finding import Finding as Said
from declare.vault import Reader

Records = Mapping[str, Kept]
"""Records by the names findings point at them with: disclosure/9, extract/4/17, work/3."""

Row = DisclosedRow | ExtractedRow | WorkedRow


class Whose(NamedTuple):
    """Whom records may be about: a person by id and blind digest, or nobody."""

    person: int | None = None
    digest: bytes | None = None


def named(found: Iterable[Said]) -> list[str]:
    """The records that findings point at, each once, in order."""
    return list(dict.fromkeys(place.record for said in found for place in said.where if place.record))


def opened(session: Session, about: Subject, names: Sequence[str]) -> Records:
    """These records, opened under the consultation of the person; those that are gone or another's are left out."""
    return of(session, names, about.reader(), Whose(about.person.id, about.person.id_digest))


def of(session: Session, names: Sequence[str], reader: Reader, whose: Whose) -> Records:
    """These records, opened; those that are gone, or about somebody else than `whose`, are left out."""
    rows = _rows(session, whose, names) if names else []
    if not rows:
        return {}
    openers = vault.openings(session, list(dict.fromkeys(row.record for row in rows)), reader, what="records")
    kept = [row.opened(openers[row.record]) for row in rows]
    return {one.place: one for one in kept}


def _rows(session: Session, whose: Whose, names: Sequence[str]) -> list[Row]:
    """The records, sealed."""
    asked = [tuple(name.split("/")) for name in names]
    disclosed = [int(parts[1]) for parts in asked if parts[0] == "disclosure"]
    extracted = [(int(parts[1]), int(parts[2])) for parts in asked if parts[0] == "extract" and len(parts) == 3]
    worked = [int(parts[1]) for parts in asked if parts[0] == "work"]
    together = union_all(_disclosed(whose, disclosed), _extracted(extracted), _worked(whose, worked)).subquery()
    ordered = select(together).order_by(together.c.source, together.c.id, together.c.position)
    return [_row(*row) for row in session.execute(ordered)]


def _row(source: str, id: int, position: int, kind: str, on: date | None, ref: str, sealed: bytes) -> Row:
    """One record of the statement; `position` is the revision of a disclosure, the place of a row in its extract."""
    if source == "disclosure":
        return DisclosedRow(0, id, kind, on or date.min, ref, position, sealed)
    if source == "extract":
        return ExtractedRow(id, position, kind, on, sealed)
    return WorkedRow(id, kind, None, sealed)


def _disclosed(whose: Whose, ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Disclosures of the person."""
    columns = (Disclosure.revision.label("position"), Disclosure.kind, Disclosure.filed_on.label("on"), Disclosure.ref)
    chosen = select(literal("disclosure").label("source"), Disclosure.id, *columns, Disclosure.sealed)
    return chosen.where(Disclosure.id.in_(ids), Disclosure.person_id == whose.person)


def _extracted(places: Sequence[tuple[int, int]]) -> Select[*tuple[Any, ...]]:
    """Rows of extracts."""
    columns = (Extract.id, ExtractRow.position, Extract.kind, Extract.received, literal(""), ExtractRow.sealed)
    chosen = select(literal("extract"), *columns).join(ExtractRow, ExtractRow.extract_id == Extract.id)
    here = tuple_(ExtractRow.extract_id, ExtractRow.position).in_(places)
    return chosen.where(Extract.state == KEPT, here)


def _worked(whose: Whose, ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Work records about the person, or about nobody."""
    columns = (WorkRow.id, literal(0), WorkRow.kind, type_coerce(null(), Date), literal(""), WorkRow.sealed)
    mine = or_(WorkRow.about.is_(None), WorkRow.about == whose.digest)
    return select(literal("work"), *columns).where(WorkRow.id.in_(ids), mine)
