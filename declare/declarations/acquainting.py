"""The people whom declarants mention by name and unit, and those who looked into their matters, found by blind digest."""

from collections.abc import Iterable, Mapping

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from declare.accounts.models import Person
from declare.accounts.people import digest, name_digest
from declare.declarations import gathering
from declare.extensions import vault
from declare.items.work import Consult
from declare.rules.around import Around, Directory, PersonFacts
from declare.rules.mentions import mentioned
from declare.rules.spelling import plain
from declare.rules.subject import Subject
from declare.vault import Reader


def acquaint(
    session: Session, subjects: Mapping[int, Subject], around: Around, reader: Reader
) -> Mapping[int, Subject]:
    """The declarants, knowing whom they mention; nothing is read where nobody is mentioned."""
    names = {one for subject in subjects.values() for one in mentioned(subject)}
    numbers = {consult.by for subject in subjects.values() for consult in subject.each(Consult) if plain(consult.by)}
    found = _people(session, names, numbers, reader)
    if not found:
        return subjects
    wider = around.with_people(Directory(found.values()))
    others = gathering.read(session, sorted(set(found) - set(subjects)), around, reader)()
    known = {plain(one.declarant): one for one in (*others.values(), *subjects.values())}
    return {person: subject.beside(_met(subject, known, wider), wider) for person, subject in subjects.items()}


def _met(subject: Subject, known: Mapping[str, Subject], around: Around) -> Iterable[Subject]:
    """Those whom one declarant mentions, each without company of their own."""
    numbers = {plain(around.who(*one)) for one in mentioned(subject)} - {""}
    return [known[number].beside((), around) for number in sorted(numbers) if number in known]


def _people(
    session: Session, names: Iterable[tuple[str, str]], numbers: Iterable[str], reader: Reader
) -> dict[int, PersonFacts]:
    """The persons who may be meant."""
    named = [made for name, _unit in names if (made := name_digest(name))]
    numbered = [digest(number) for number in numbers]
    if not named and not numbered:
        return {}
    wanted = or_(Person.name_digest.in_(named), Person.id_digest.in_(numbered))
    ids = session.scalars(select(Person.id).where(wanted).order_by(Person.id)).all()
    heads = gathering.heads(session, ids)
    openers = vault.openings(session, [head.record for head in heads], reader, what="mentioned")
    return {head.id: head.opened(openers[head.record]) for head in heads}
