"""Puts records of a file where the features keep theirs."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from declare import checks
from declare.access import Role
from declare.accounts import people
from declare.accounts import service as account_service
from declare.accounts.cards import PersonCard
from declare.accounts.models import Person
from declare.audit import Act
from declare.checks.models import WorkRow
from declare.declarations import queries as declarations
from declare.declarations import submission
from declare.disclosures import service as disclosures
from declare.extensions import vault
from declare.interchange.records import (
    AnyRecord,
    DisclosureRecord,
    ExtractRecord,
    PersonRecord,
    UnitRecord,
    WorkRecord,
)
from declare.items.filing import Filing
from declare.items.reading import Unreadable
from declare.law import Text
from declare.registries import service as registries
from declare.rules.assembly import ABOUT
from declare.rules.history import in_order
from declare.units import queries as units
from declare.units import service as unit_service
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import SYSTEM, leaf

UNKNOWN_UNIT = Text("没有编号为“{code}”的单位，请先导入该单位。", "there is no unit “{code}”: load it first.")
TOO_LONG = Text("不能超过 {most} 个字符，请缩短。", "may have {most} characters at most: shorten it.")

LONGEST = {"name": 80, "region": 6, "site": 20}
IMPORTING = Reader(None, "system", "import")
ROLES = {role.value: role for role in Role}
UNIT_FIELDS = {"managed": "unit", "roster": "unit", "awards": "buyer_unit"}
"""Fields of an extract that hold the code of a unit."""
KINDS = {
    UnitRecord: "unit",
    PersonRecord: "person",
    Filing: "declaration",
    DisclosureRecord: "disclosure",
    ExtractRecord: "registry",
    WorkRecord: "work",
}


def kind_of(record: AnyRecord) -> str:
    """The type a record travels as."""
    return KINDS[type(record)]


def unit(session: Session, record: UnitRecord) -> Unit:
    """A unit, below its parent."""
    for key, most in LONGEST.items():
        if len(getattr(record, key)) > most:
            raise Unreadable(key, TOO_LONG.filled(most=most))
    parent = _unit(session, record.parent, "parent") if record.parent else None
    try:
        return unit_service.create(
            session,
            record.code,
            record.name,
            parent=parent,
            region=record.region,
            site=record.site,
            by=SYSTEM,
        )
    except unit_service.NotPossible as refusal:
        raise Unreadable("code", refusal.says) from None


def person(session: Session, record: PersonRecord, *, login: str = "") -> Person:
    """A person with an account that waits for its rights; known already, the newer record replaces the card."""
    basic = record.basic
    home = _unit(session, basic.unit, "unit")
    manager = _unit(session, record.managed_by, "managed_by") if record.managed_by else None
    sex = basic.sex.value if basic.sex else ""
    card = PersonCard(name=basic.name, id_number=basic.id_number, post=basic.post, grade=basic.grade, sex=sex)
    found = people.find(session, basic.id_number)
    if found is not None:
        return _renewed(session, found, card, home)
    made = people.enter(
        session, card, unit_id=home.id, unit_path=home.path, managed_by=manager.id if manager else None, by=SYSTEM
    )
    roles = [ROLES[role] for role in record.roles]
    name = login or f"{home.code.lower()}{made.id:05d}"
    account_service.create_account(session, name, by=SYSTEM, person=made, roles=roles)
    return made


def filing(session: Session, document: Filing, person: Person, *, at: datetime) -> None:
    """A declaration, as it was filed."""
    named = document.basic.unit
    known = {name for one in units.tree(session) for name in (one.code, one.name)}
    if named and named not in known:
        raise Unreadable("basic.unit", UNKNOWN_UNIT.filled(code=named[:40]))
    submission.file_document(session, document, person, at=at, by=SYSTEM)


def check_extract(session: Session, record: ExtractRecord) -> None:
    """Raises Unreadable where an extract names a unit nobody knows."""
    field = UNIT_FIELDS.get(record.table.key)
    if field and (code := getattr(record.row, field)):
        _unit(session, code, field)


def family_keys(session: Session, person: Person) -> set[str]:
    """The family keys of the latest report of a person."""
    filed = in_order(declarations.history(session, [person.id], IMPORTING).get(person.id, ()))
    family = filed[-1].family if filed else None
    return {member.key for member in family or ()}


def disclosure(session: Session, record: DisclosureRecord, person: Person, *, at: datetime) -> None:
    """A disclosure."""
    table, entry = record.table, record.entry
    disclosures.keep(session, person, table, entry, filed_on=record.filed_on, at=at, by=SYSTEM, ref=record.ref)


def extract(session: Session, records: Sequence[ExtractRecord], *, at: datetime) -> None:
    """Rows of one registry that were received on one day."""
    first = records[0]
    rows = [record.row for record in records]
    registries.keep(session, first.table, rows, received=first.received, at=at, by=SYSTEM)


def work(session: Session, record: WorkRecord, *, at: datetime) -> None:
    """A work record."""
    field = ABOUT.get(type(record.row), "")
    number = getattr(record.row, field) if field else ""
    about = people.digest(number) if number else None
    concerned = people.find(session, number) if number else None
    if concerned:
        checks.stale(session, [concerned.id])
    row = WorkRow(kind=record.table.key, about=about, sealed=b"", loaded_at=at)
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal("work", 1, msgspec.json.encode(record.row))
    leaf(session, SYSTEM, Act.WORK_RECORD, row.record)


def _renewed(session: Session, found: Person, card: PersonCard, home: Unit) -> Person:
    """A person who is known, as they are now."""
    people.rewrite(session, found, card, by=SYSTEM)
    if found.unit_id != home.id:
        people.move(session, found, unit_id=home.id, unit_path=home.path, by=SYSTEM)
    return found


def _unit(session: Session, code: str, field: str) -> Unit:
    """A unit that is known; raises Unreadable."""
    found = units.by_code(session, code)
    if found is None:
        raise Unreadable(field, UNKNOWN_UNIT.filled(code=code[:40]))
    return found
