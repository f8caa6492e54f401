"""A person sees who opened their report: the role, what for and what, and nothing of an inquiry that may still go on."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from declare.access import Role
from declare.accounts.models import Account
from declare.audit import append
from declare.casework.models import Consultation
from declare.checks.models import Finding
from declare.declarations.models import Declaration, Filing
from declare.evidence import openings
from declare.evidence.openings import of_person
from declare.evidence.searching import named
from declare.extensions import db
from declare.web import transaction

READER = 3
READ = {"action": "content.open", "actor": READER}


@pytest.fixture
def person(bureau):
    """A declarant of the corps with an open finding: account, person, one filing."""
    with bureau.app.app_context():
        yield db.session.execute(
            select(Account.id, Account.login, Account.person_id, Filing.id.label("filing"), Declaration.year)
            .join(Declaration, Declaration.person_id == Account.person_id)
            .join(Filing, Filing.declaration_id == Declaration.id)
            .join(Finding, Finding.person_id == Account.person_id)
            .order_by(Account.id, Filing.id)
            .limit(1)
        ).one()
        db.session.rollback()


def read(**leaf):
    with transaction() as session:
        append(session, **READ | leaf)


def seen(person):
    found = [(one.role, one.purpose, one.opened) for one in of_person(db.session, person.person_id)]
    db.session.rollback()
    return found


def undecided(person, state, seen_at):
    with transaction() as session:
        session.execute(
            update(Finding).where(Finding.person_id == person.person_id).values(state=state, first_seen=seen_at)
        )


def consulted(bureau, person):
    with transaction() as session:
        row = Consultation(
            account_id=1, person_id=person.person_id, begun=bureau.clock(), until=bureau.clock().date(), sealed=b"x"
        )
        session.add(row)
        session.flush()
        return row.record


def test_readings_of_others_are_listed_with_role_purpose_and_what_was_opened(bureau, person):
    before = seen(person)
    read(role="personnel", object=f"filing/{person.filing}", row="progress")
    bureau.clock.go(hours=2)
    read(role="auditor", object=f"export filing/1-{person.filing + 3}", row="release/4")
    assert seen(person)[0][:2] == ("auditor", "release")
    assert ("declaration", person.year) in seen(person)[0][2]
    assert seen(person)[1] == ("personnel", "progress", (("declaration", person.year),))
    assert len(seen(person)) == len(before) + 2


def test_ones_own_reading_another_persons_record_and_the_system_are_not_listed(person):
    before = seen(person)
    read(role="declarant", actor=person.id, object=f"filing/{person.filing}", row="own")
    read(role="personnel", object="filing/99999", row="progress")
    read(role="system", actor=None, object=f"filing/{person.filing}", row="check")
    assert seen(person) == before


def test_a_reviewers_reading_appears_after_half_a_year_once_all_before_it_is_settled(bureau, person):
    purpose = consulted(bureau, person)
    start = bureau.clock()
    undecided(person, "open", start - timedelta(days=1))
    before = seen(person)
    read(role="reviewer", object=f"dossier filing/{person.filing} person/{person.person_id}", row=purpose)
    assert seen(person) == before
    bureau.clock.go(days=181)
    assert seen(person) == before
    undecided(person, "decided", start - timedelta(days=1))
    [shown] = [one for one in seen(person) if one[0] == "reviewer"]
    assert shown[1] == "consultation"
    assert ("declaration", person.year) in shown[2]
    undecided(person, "open", start + timedelta(days=170))
    assert shown in seen(person)


def test_a_settled_matter_is_still_not_shown_before_half_a_year_has_passed(bureau, person):
    purpose = consulted(bureau, person)
    undecided(person, "decided", bureau.clock())
    read(role="discipline_lead", object=f"records filing/{person.filing}", row=purpose)
    bureau.clock.go(days=179)
    assert not [one for one in seen(person) if one[0] == "discipline_lead"]
    bureau.clock.go(days=2)
    assert [one for one in seen(person) if one[0] == "discipline_lead"]


def test_what_one_reader_opens_within_an_hour_is_one_line(bureau, person):
    before = len(seen(person))
    for record in (f"person/{person.person_id}", f"filing/{person.filing}", f"filing/{person.filing}"):
        read(role="personnel", object=record, row="progress")
    assert len(seen(person)) == before + 1


def test_the_page_names_the_role_and_never_the_reader(bureau, person):
    read(role="personnel", object=f"filing/{person.filing}", row="progress")
    login = person.login
    page = bureau.visitor(login).get("/openings/").text
    assert "组织人事" in page
    assert f"{person.year} 年度报告" in page
    assert "这里写明身份，不写姓名" in page
    with bureau.app.app_context():
        names = list(db.session.scalars(select(Account.login).where(Account.id == READER)))
    assert not any(f">{name}<" in page for name in names)


@pytest.mark.parametrize(
    ("object", "records"),
    [
        ("filing/3", ["filing/3"]),
        ("dossier filing/3-5 person/7", ["filing/3", "filing/4", "filing/5", "person/7"]),
        ("roster JD", []),
        ("finding/2 note", ["finding/2"]),
    ],
)
def test_a_leaf_names_its_records_and_runs_one_by_one(object, records):
    assert list(named(object)) == records


def test_the_discipline_side_is_who_reviews():
    assert {Role.REVIEWER.value, Role.DISCIPLINE_LEAD.value} == openings.DISCIPLINE
