"""Writing a draft: opened, answered table by table, row by row. Every saving is sealed, counted and written into the audit.

A part is saved over the revision the draft was read at; StaleRevision where it has been saved since. Nothing commits here.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import CursorResult, insert, update
from sqlalchemy.orm import Session

from declare.accounts import people
from declare.accounts.models import Person
from declare.audit import Act
from declare.declarations import prefill, queries, remarks, sheets
from declare.declarations.drafts import Draft, same_as_last, unchanged_state
from declare.declarations.models import DRAFT, Campaign, Declaration, Section
from declare.declarations.sheets import BASIC, BEFORE, FAMILY, Sheet
from declare.extensions import vault
from declare.items.choices import FilingKind
from declare.items.filing import Filing as Document
from declare.items.filing import Member
from declare.items.spec import Entry, Mode, State, Table
from declare.law import Text
from declare.units import Unit
from declare.vault import Reader
from declare.web import Authority, StaleRevision, leaf

OPENING = "prepare the report"
REMOVE_FIRST = Text("请先删除已填的 {n} 条，再选“无”。", "Remove the {n} entries below before you answer “none”.")
NOT_THE_SAME = Text("内容与去年不同，请选“有变化”。", "This differs from last year’s report: answer “changed”.")
IN_USE = Text(
    "“{name}”还出现在“{table}”中，请先修改那里的内容。",
    "“{name}” still appears under “{table}”: change it there first.",
)


class NotPossible(Exception):
    """Something cannot be saved as asked; the sentence says what to do first."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


def open_campaign(session: Session, year: int, *, opens: date, deadline: date, by: Authority) -> Campaign:
    """Opens the annual reporting on a year, or changes its days."""
    found = session.get(Campaign, year)
    if found is None:
        found = Campaign(year=year, opens=opens, deadline=deadline, edition="2017")
        session.add(found)
    act = Act.CAMPAIGN_CHANGE if found.opens != opens or found.deadline != deadline else Act.CAMPAIGN_OPEN
    found.opens, found.deadline = opens, deadline
    leaf(session, by, act, f"campaign/{year}")
    session.flush()
    return found


def open_declaration(
    session: Session, person: Person, campaign: Campaign, *, at: datetime, by: Authority
) -> Declaration:
    """The full report of a person for a campaign: the one there is, or a new draft that starts with what is known."""
    found = queries.full_of(session, person.id, campaign.year)
    if found is not None:
        return found
    reader = Reader(by.account, by.role, OPENING)
    before = queries.last_full(session, person.id, reader, before=campaign.year)
    kind = FilingKind.ANNUAL if before else FilingKind.FIRST
    head = _head(session, person, year=campaign.year, kind=kind, edition=campaign.edition, at=at)
    kept = _kept(session, person, before, reader)
    basic, family = sheets.basic_of(kept[BASIC]), kept[FAMILY].entries
    _start(session, head, dict(prefill.parts(edition=head.edition, basic=basic, family=family, before=before)), before)
    leaf(session, by, Act.DECLARATION_CREATE, head.record)
    return head


def open_correction(
    session: Session, filed: Declaration, chosen: Iterable[str], *, at: datetime, by: Authority
) -> Declaration:
    """A draft that corrects chosen tables of a filed report; they start as they were filed."""
    filing = queries.latest_filing(session, filed.id)
    person = session.get(Person, filed.person_id)
    if filing is None or person is None:
        raise LookupError(f"{filed.record} has not been filed")
    reader = Reader(by.account, by.role, OPENING)
    document = queries.document(session, filing, reader)
    before = queries.last_full(session, person.id, reader, before=filed.year)
    head = _head(session, person, year=filed.year, kind=FilingKind.CORRECTION, edition=filed.edition, at=at)
    head.corrects = filing.ref if document.ref == filing.ref else ""
    _start(session, head, dict(prefill.corrected(document, chosen)), before)
    leaf(session, by, Act.DECLARATION_CREATE, head.record)
    return head


def answer(session: Session, draft: Draft, table: Table, state: State, *, by: Authority) -> None:
    """Says of a table as a whole whether there is anything to report; NotPossible where its rows say otherwise."""
    sheet = draft.sheet(table.key)
    if state is State.NONE and sheet.entries:
        raise NotPossible(REMOVE_FIRST.filled(n=len(sheet.entries)))
    if state is State.UNCHANGED and not same_as_last(draft, table):
        raise NotPossible(NOT_THE_SAME)
    _save(session, draft, table.key, replace(sheet, state=state), by=by)


def confirm(session: Session, draft: Draft, tables: Iterable[Table], *, by: Authority) -> None:
    """Confirms several tables as they were the year before."""
    for table in tables:
        answer(session, draft, table, unchanged_state(draft.sheet(table.key)), by=by)


def save_entry(session: Session, draft: Draft, table: Table, at: int | None, entry: Entry, *, by: Authority) -> None:
    """Replaces row `at` of a table, or adds a row where `at` is None. The table's answer follows from what is done."""
    sheet = draft.sheet(table.key)
    if isinstance(entry, Member) and not entry.key:
        entry = replace(entry, key=member_key(draft))
    rows = sheet.entries
    changed = (*rows, entry) if at is None else (*rows[:at], entry, *rows[at + 1 :])
    state = sheet.state if changed == sheet.entries else _reported(draft, table)
    _save(session, draft, table.key, Sheet(state=state, entries=changed), by=by)


def remove_entry(session: Session, draft: Draft, table: Table, at: int, *, by: Authority) -> None:
    """Removes row `at` of a table; without rows it waits for an answer again. NotPossible for a member still named elsewhere."""
    sheet = draft.sheet(table.key)
    if table.key == FAMILY:
        _demand_unnamed(draft, sheet.entries[at])
    rest = sheet.entries[:at] + sheet.entries[at + 1 :]
    state = _reported(draft, table) if rest else None
    _save(session, draft, table.key, Sheet(state=state, entries=rest), by=by)
    save_remarks(session, draft, remarks.without_row(draft.remarks, table.key, at), by=by)


def save_remarks(session: Session, draft: Draft, answers: remarks.Remarks, *, by: Authority) -> None:
    """Saves what the declarant answers to the self-check; a draft begun before there were answers gets the part now."""
    if answers == draft.remarks:
        return
    if remarks.PART not in draft.revisions:
        draft = _with_remarks(session, draft)
    _write(session, draft, remarks.PART, remarks.encoded(answers), by=by)


def save_single(session: Session, draft: Draft, part: str, entry: Entry, *, by: Authority) -> None:
    """Saves a part that has one row only: the profile, other matters."""
    _save(session, draft, part, Sheet(entries=(entry,)), by=by)


def member_key(draft: Draft) -> str:
    """A key for a new member of the family, one that nobody in this or the last report has: m1, m2 …"""
    known = {one.key for one in (*draft.family, *((draft.before and draft.before.family) or ()))}
    return next(key for key in (f"m{number}" for number in range(1, len(known) + 2)) if key not in known)


def _reported(draft: Draft, table: Table) -> State:
    """What having rows of one's own in a table answers."""
    if table.mode is Mode.EVENT:
        return State.SOME
    return State.FIRST if draft.last(table) is None else State.CHANGED


def _demand_unnamed(draft: Draft, member: Member) -> None:
    """Refuses to remove a member whom a row still names."""
    for table in draft.tables:
        for entry in draft.sheet(table.key).entries:
            named = (getattr(entry, field.key) for field in table.fields if field.kind.widget in ("person", "people"))
            if any(member.key == one or (isinstance(one, tuple) and member.key in one) for one in named):
                raise NotPossible(
                    Text(
                        IN_USE.zh.format(name=member.name, table=table.title.zh),
                        IN_USE.en.format(name=member.name, table=table.title.en),
                    )
                )


def _save(session: Session, draft: Draft, part: str, sheet: Sheet[Any], *, by: Authority) -> None:
    """Seals a table anew, where nobody has saved it since the person saw it."""
    _write(session, draft, part, sheets.encoded(sheet), by=by)


def _write(session: Session, draft: Draft, part: str, document: bytes, *, by: Authority) -> None:
    """Seals a part anew, where nobody has saved it since the person saw it."""
    revision = draft.revisions.get(part)
    if draft.opener is None or revision is None:
        raise StaleRevision
    sealed = draft.opener.seal(part, revision + 1, document)
    head = draft.declaration
    change = update(Section).where(
        Section.declaration_id == head.id, Section.table == part, Section.revision == revision
    )
    done = session.execute(change.values(revision=revision + 1, sealed=sealed))
    if not isinstance(done, CursorResult) or done.rowcount != 1:
        raise StaleRevision
    leaf(session, by, Act.DECLARATION_SAVE, f"{head.record} {part}")


def _with_remarks(session: Session, draft: Draft) -> Draft:
    """The draft with the part for answers, empty."""
    sealed = vault.sealer(session, draft.declaration.record).seal(remarks.PART, 1, remarks.encoded(()))
    first = {"declaration_id": draft.declaration.id, "table": remarks.PART, "revision": 1, "sealed": sealed}
    session.execute(insert(Section), first)
    return dataclasses.replace(draft, revisions={**draft.revisions, remarks.PART: 1})


def _head(session: Session, person: Person, *, year: int, kind: FilingKind, edition: str, at: datetime) -> Declaration:
    """The head of a new draft."""
    head = Declaration(
        person_id=person.id,
        unit_id=person.unit_id,
        unit_path=person.unit_path,
        year=year,
        kind=kind.value,
        edition=edition,
        state=DRAFT,
        opened_at=at,
    )
    session.add(head)
    session.flush()
    return head


def _start(session: Session, head: Declaration, parts: Mapping[str, Sheet[Any]], before: Document | None) -> None:
    """Seals the first revision of every part of a new draft."""
    sealer = vault.create(session, head.record)
    documents = {part: sheets.encoded(sheet) for part, sheet in parts.items()}
    documents[remarks.PART] = remarks.encoded(())
    if before is not None:
        documents[BEFORE] = sheets.encoded(before)
    sealed = [
        {"declaration_id": head.id, "table": part, "revision": 1, "sealed": sealer.seal(part, 1, document)}
        for part, document in documents.items()
    ]
    session.execute(insert(Section), sealed)


def _kept(session: Session, person: Person, before: Document | None, reader: Reader) -> dict[str, Sheet[Any]]:
    """Profile and family to start with: those kept of the person, else last report's, else what the system knows."""
    kept = queries.profile(session, person.id, reader)
    card = people.card(session, person, reader)
    if BASIC not in kept:
        unit = session.get(Unit, person.unit_id)
        known = prefill.from_card(card, unit.name if unit else "")
        kept[BASIC] = Sheet(entries=(before.basic if before and before.basic.name else known,))
    kept[BASIC] = Sheet(entries=(replace(sheets.basic_of(kept[BASIC]), id_number=card.id_number),))
    if FAMILY not in kept:
        kept[FAMILY] = Sheet(entries=(before.family if before and before.family else ()))
    return kept
