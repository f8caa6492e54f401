"""Everything known of some declarants, read sealed in a few statements and opened for the rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from declare.accounts.models import Person
from declare.checks.judgements import judged
from declare.checks.models import WorkRow
from declare.checks.source import Near, Opening, Standing
from declare.declarations.kept_rows import DisclosedRow, ExtractedRow, FiledRow, Head, WorkedRow
from declare.declarations.models import Declaration, Filing, Trace
from declare.declarations.sharing import neighbours
from declare.disclosures.models import FILED, Disclosure
from declare.extensions import vault
from declare.registries.models import KEPT, Extract, ExtractRow, ExtractTrace
from declare.rules.around import Around, Kept, PersonFacts
from declare.rules.history import in_order
from declare.rules.matching import UNJUDGED, Judgements
from declare.rules.spelling import plain
from declare.rules.subject import Subject
from declare.units.models import Unit
from declare.vault import Opener, Reader
from declare.web import today

OF_A_PERSON = ("basic", "family")
"""Tables whose identity numbers name the declarant and the family."""


@dataclass(slots=True)
class Sealed:
    """The sealed rows of some declarants, and of those who share an identifier with them."""

    heads: Mapping[int, Head]
    asked: Sequence[int]
    near: Near
    filings: list[FiledRow] = field(default_factory=list)
    disclosures: list[DisclosedRow] = field(default_factory=list)
    extracts: dict[int, list[ExtractedRow]] = field(default_factory=dict)
    work: dict[int, list[WorkedRow]] = field(default_factory=dict)
    judged: Mapping[int, Judgements] = field(default_factory=dict)

    def unreported(self) -> list[Head]:
        """Those who have filed nothing, so that only their card says who they are."""
        reported = {row.person_id for row in self.filings}
        return [head for head in self.heads.values() if head.id not in reported]

    def records(self) -> list[str]:
        """The names of everything that is opened."""
        names = [row.record for row in self.unreported()]
        names += [row.record for row in self.filings]
        names += [row.record for row in self.disclosures]
        names += [row.record for rows in self.extracts.values() for row in rows]
        names += [row.record for rows in self.work.values() for row in rows]
        return list(dict.fromkeys(names))


@dataclass(slots=True)
class Opened:
    """The same, opened, by person."""

    cards: dict[int, PersonFacts] = field(default_factory=dict)
    filings: dict[int, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    kept: dict[int, list[Kept]] = field(default_factory=lambda: defaultdict(list))


def read(
    session: Session, person_ids: Sequence[int], around: Around, reader: Reader, near: Near | None = None
) -> Opening:
    """Reads what is known of some declarants, sealed; the reading is written down once, for all of it.

    `near` says who shares an identifier with whom where that is known already.
    """
    if near is None:
        near = neighbours(session, person_ids)
    sealed = _sealed(session, person_ids, {one: near[one] for one in person_ids if one in near})
    openers = vault.openings(session, sealed.records(), reader, what="check")
    return lambda: _subjects(sealed, _opened(sealed, openers), around)


def _sealed(session: Session, person_ids: Sequence[int], near: Near) -> Sealed:
    """Every row that concerns the declarants, in a fixed number of statements."""
    everybody = sorted({*person_ids, *(other for others in near.values() for other in others)})
    known = {head.id: head for head in heads(session, everybody)}
    sealed = Sealed(known, [one for one in person_ids if one in known], near)
    sealed.filings = filed(session, everybody)
    sealed.disclosures = _disclosed(session, everybody)
    families = _families(session, sealed.asked, known)
    sealed.extracts = _extracted(session, families)
    sealed.work = _worked(session, {known[one].digest: one for one in sealed.asked})
    sealed.judged = judged(session, sealed.asked)
    return sealed


def heads(session: Session, person_ids: Iterable[int]) -> list[Head]:
    """Who these persons are: unit and managing unit by code."""
    home, above = aliased(Unit), aliased(Unit)
    chosen = (
        select(Person.id, Person.id_digest, home.code, func.coalesce(above.code, ""), Person.revision, Person.card)
        .join(home, home.id == Person.unit_id)
        .outerjoin(above, above.id == Person.managed_by)
        .where(Person.id.in_(person_ids))
        .order_by(Person.id)
    )
    return [Head(*row) for row in session.execute(chosen)]


def filed(session: Session, person_ids: Sequence[int], *, year: int | None = None) -> list[FiledRow]:
    """Everything these persons filed (on one year only, if given), sealed, the earliest first."""
    chosen = (
        select(Declaration.person_id, Filing.declaration_id, Filing.id, Filing.version, Filing.sealed)
        .join(Filing, Filing.declaration_id == Declaration.id)
        .where(Declaration.person_id.in_(person_ids))
        .order_by(Declaration.person_id, Filing.filed_on, Filing.id)
    )
    if year is not None:
        chosen = chosen.where(Declaration.year == year)
    return [FiledRow(*row) for row in session.execute(chosen)]


def _disclosed(session: Session, person_ids: Sequence[int]) -> list[DisclosedRow]:
    """Every disclosure of these persons that stands."""
    columns = (Disclosure.id, Disclosure.kind, Disclosure.filed_on, Disclosure.ref, Disclosure.revision)
    chosen = (
        select(Disclosure.person_id, *columns, Disclosure.sealed)
        .where(Disclosure.person_id.in_(person_ids), Disclosure.state == FILED)
        .order_by(Disclosure.id)
    )
    return [DisclosedRow(*row) for row in session.execute(chosen)]


def _families(session: Session, person_ids: Sequence[int], heads: Mapping[int, Head]) -> dict[bytes, set[int]]:
    """The digests of the identity numbers of the declarants and their families, and whose they are."""
    chosen = select(Trace.digest, Trace.person_id).where(
        Trace.person_id.in_(person_ids), Trace.index == "id_number", Trace.table.in_(OF_A_PERSON)
    )
    found: dict[bytes, set[int]] = defaultdict(set)
    for digest, person in session.execute(chosen.distinct()):
        found[digest].add(person)
    for one in person_ids:
        found[heads[one].digest].add(one)
    return found


def _extracted(session: Session, families: Mapping[bytes, set[int]]) -> dict[int, list[ExtractedRow]]:
    """The rows of extracts in which somebody of the families stands, by declarant."""
    chosen = (
        select(
            ExtractTrace.digest, Extract.id, ExtractTrace.position, Extract.kind, Extract.received, ExtractRow.sealed
        )
        .join(Extract, Extract.id == ExtractTrace.extract_id)
        .join(ExtractRow, (ExtractRow.extract_id == Extract.id) & (ExtractRow.position == ExtractTrace.position))
        .where(ExtractTrace.digest.in_(families), ExtractTrace.index == "id_number", Extract.state == KEPT)
        .order_by(Extract.id, ExtractTrace.position)
    )
    found: dict[int, dict[ExtractedRow, None]] = defaultdict(dict)
    for row in session.execute(chosen):
        for person in families[row[0]]:
            found[person][ExtractedRow(row[1], row[2], row[3], row[4], row[5])] = None
    return {person: list(rows) for person, rows in found.items()}


def _worked(session: Session, digests: Mapping[bytes, int]) -> dict[int, list[WorkedRow]]:
    """The work records about the declarants."""
    chosen = select(WorkRow.id, WorkRow.kind, WorkRow.about, WorkRow.sealed).where(WorkRow.about.in_(digests))
    found: dict[int, list[WorkedRow]] = defaultdict(list)
    for row in session.execute(chosen.order_by(WorkRow.id)):
        found[digests[row.about]].append(WorkedRow(*row))
    return found


def _opened(sealed: Sealed, openers: Mapping[str, Opener]) -> Opened:
    """Everything that was read, opened and decoded."""
    opened = Opened({head.id: head.opened(openers[head.record]) for head in sealed.unreported()})
    for report in sealed.filings:
        opened.filings[report.person_id].append(report.opened(openers[report.record]))
    for disclosure in sealed.disclosures:
        opened.kept[disclosure.person_id].append(disclosure.opened(openers[disclosure.record]))
    for found in (sealed.extracts, sealed.work):
        for person, rows in found.items():
            opened.kept[person].extend(row.opened(openers[row.record]) for row in rows)
    return opened


def _subjects(sealed: Sealed, opened: Opened, around: Around) -> dict[int, Subject]:
    """The declarants that were asked for."""
    near = {other for others in sealed.near.values() for other in others}
    alone = {one: _subject(sealed.heads[one], opened, around) for one in sorted(near) if one in sealed.heads}
    found = {}
    for one in sealed.asked:
        others = sorted((alone[other] for other in sealed.near.get(one, ()) if other in alone), key=_number)
        found[one] = _subject(sealed.heads[one], opened, around, others, judged=sealed.judged.get(one, UNJUDGED))
    return found


def _subject(
    head: Head, opened: Opened, around: Around, others: Sequence[Subject] = (), *, judged: Judgements = UNJUDGED
) -> Subject:
    """One declarant."""
    history = in_order(opened.filings.get(head.id, ()))
    card = opened.cards.get(head.id) or PersonFacts(history[-1].declarant, history[-1].basic.name)
    return Subject(
        plain(card.id_number),
        history=history,
        kept=opened.kept.get(head.id, ()),
        name=card.name,
        unit=head.unit,
        managed_by=head.managed_by,
        today=today(),
        others=tuple(others),
        around=around,
        judged=judged,
    )


def _number(subject: Subject) -> str:
    """What declarants are ordered by."""
    return plain(subject.declarant)
