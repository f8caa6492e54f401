"""People: found by the blind digest of their identity number, entered once, read only by name and purpose."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, defer

from declare.accounts.cards import PersonCard, read, written
from declare.accounts.models import FormerUnit, Person
from declare.audit import Act
from declare.barrier import Ground, Scope, declared
from declare.extensions import vault
from declare.items.kinds.identity import modern, normal
from declare.vault import Reader
from declare.web import Authority, leaf, today

PART = "card"


def digest(id_number: str) -> bytes:
    """The blind digest people are found by; the old number of 15 digits gives that of its successor."""
    return vault.digest("id_number", modern(normal(id_number)))


def name_digest(name: str) -> bytes | None:
    """The blind digest a name is found by within a unit, None where there is no name."""
    return vault.digest("name", name) if name.strip() else None


def find(session: Session, id_number: str) -> Person | None:
    """The person of an identity number, None where nobody is entered under it."""
    return session.scalars(select(Person).where(Person.id_digest == digest(id_number))).first()


def known(session: Session, id_number: str, *, account: int | None) -> Person | None:
    """The person of an identity number, for an account to be made for them; the card stays where it is."""
    wanted = select(Person).options(defer(Person.card, raiseload=True)).where(Person.id_digest == digest(id_number))
    with declared(Ground("account of a person", account, scope=Scope.ALL)):
        return session.scalars(wanted).first()


def lies_below(column: "InstrumentedAttribute[str]", path: str) -> ColumnElement[bool]:
    """Whether the path in a column begins with another, letter by letter; LIKE would not tell capitals from small letters."""
    return func.substr(column, 1, len(path)) == path


def within(session: Session, path: str) -> list[Person]:
    """Everybody in a unit and below it, by unit, then in the order they were entered."""
    below = select(Person).where(lies_below(Person.unit_path, path))
    return list(session.scalars(below.order_by(Person.unit_path, Person.id)))


def enter(
    session: Session,
    card: PersonCard,
    *,
    unit_id: int,
    unit_path: str,
    managed_by: int | None = None,
    by: Authority,
) -> Person:
    """Enters a person; IntegrityError where the identity number is known already."""
    person = Person(
        unit_id=unit_id,
        unit_path=unit_path,
        managed_by=managed_by,
        id_digest=digest(card.id_number),
        name_digest=name_digest(card.name),
        card=b"",
        revision=1,
    )
    session.add(person)
    session.flush()
    person.card = vault.create(session, person.record).seal(PART, person.revision, written(card))
    leaf(session, by, Act.PERSON_CREATE, person.record)
    session.flush()
    return person


def rewrite(session: Session, person: Person, card: PersonCard, *, by: Authority) -> None:
    """Replaces the card of a person; the identity number may be put right too."""
    person.revision += 1
    person.card = vault.sealer(session, person.record).seal(PART, person.revision, written(card))
    person.id_digest = digest(card.id_number)
    person.name_digest = name_digest(card.name)
    leaf(session, by, Act.PERSON_CHANGE, person.record)
    session.flush()


def move(session: Session, person: Person, *, unit_id: int, unit_path: str, by: Authority) -> None:
    """Puts a person into another unit; until when they were in the one before is kept."""
    if person.unit_id != unit_id:
        session.add(FormerUnit(person_id=person.id, unit_id=person.unit_id, until=today()))
    person.unit_id, person.unit_path = unit_id, unit_path
    leaf(session, by, Act.PERSON_MOVE, person.record)
    session.flush()


def card(session: Session, person: Person, reader: Reader) -> PersonCard:
    """The card of one person, opened for a reader."""
    opened = vault.opening(session, person.record, reader).open(PART, person.revision, person.card)
    return read(opened)


def cards(session: Session, people: Sequence[Person], reader: Reader, *, what: str) -> dict[int, PersonCard]:
    """The cards of many people by their id: one query for the keys and one leaf for the list, which `what` names."""
    openers = vault.openings(session, [person.record for person in people], reader, what=what)
    return {person.id: read(openers[person.record].open(PART, person.revision, person.card)) for person in people}


def by_id(session: Session, ids: Iterable[int]) -> dict[int, Person]:
    """People by their id."""
    chosen = select(Person).where(Person.id.in_(list(ids))).order_by(Person.id)
    return {person.id: person for person in session.scalars(chosen)}
