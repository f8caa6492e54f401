"""People: entered once under a blind digest, sealed, opened by name and purpose with one leaf a list."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from declare.access import Role
from declare.accounts import PersonCard, people
from declare.audit import AuditLeaf
from declare.units import service as units
from declare.vault import Reader, Refused
from declare.web import SYSTEM

READER = Reader(1, "reviewer", "test")
OLD, NEW = "320102800307243", "320102198003072434"


@pytest.fixture
def unit(session):
    return units.create(session, "JD", "江东支队", by=SYSTEM)


def enter(session, unit, number, name="贺知秋"):
    return people.enter(
        session, PersonCard(name=name, id_number=number), unit_id=unit.id, unit_path=unit.path, by=SYSTEM
    )


def leaves(session):
    return session.scalar(select(func.count()).select_from(AuditLeaf))


def test_a_person_is_found_however_the_number_is_written(session, unit):
    person = enter(session, unit, NEW)
    for written in (NEW, NEW.lower(), f" {NEW[:6]} {NEW[6:]} ", "３２０１０２" + NEW[6:]):
        assert people.find(session, written) is person
    assert people.find(session, "11010519491231002X") is None


def test_the_same_number_is_entered_once(session, unit):
    enter(session, unit, NEW)
    with pytest.raises(IntegrityError):
        enter(session, unit, NEW)


def test_a_card_comes_back_as_it_was_written_and_moved_cards_are_refused(session, unit):
    one, other = enter(session, unit, NEW), enter(session, unit, "11010519491231002X", name="郑怀川")
    assert people.card(session, one, READER) == PersonCard(name="贺知秋", id_number=NEW)
    one.card, other.card = other.card, one.card
    with pytest.raises(Refused):
        people.card(session, one, READER)


def test_an_older_card_is_not_accepted_in_place_of_the_newer(session, unit):
    person = enter(session, unit, NEW)
    before = person.card
    people.rewrite(session, person, PersonCard(name="贺知秋", id_number=NEW, post="支队长"), by=SYSTEM)
    assert people.card(session, person, READER).post == "支队长"
    person.card = before
    with pytest.raises(Refused):
        people.card(session, person, READER)


def test_a_list_of_many_is_one_leaf(session, unit):
    many = [enter(session, unit, f"P{number:07}", name=f"第{number}人") for number in range(30)]
    before = leaves(session)
    opened = people.cards(session, many, READER, what="roster")
    assert [opened[person.id].name for person in many] == [f"第{number}人" for number in range(30)]
    assert leaves(session) == before + 1
    assert people.cards(session, [], READER, what="roster") == {} and leaves(session) == before + 1


def test_no_name_and_no_number_stands_in_the_database_in_plain(office):
    office.account("zheng", Role.DECLARANT, person=True)
    office.visitor("zheng").get("/sessions/")
    instance = office.app.extensions["settings"].instance
    found = [
        path.name
        for path in instance.rglob("*")
        if path.is_file()
        for word in ("郑怀川", "11010519491231002X")
        if word.encode() in path.read_bytes()
    ]
    assert found == []


def test_ones_own_name_is_opened_once_not_on_every_page(office):
    office.account("zheng", Role.DECLARANT, person=True)
    browser = office.visitor("zheng")
    for _ in range(5):
        assert "郑怀川" in browser.get("/sessions/").text
    assert office.leaves("content.open") == ["person/1"]
