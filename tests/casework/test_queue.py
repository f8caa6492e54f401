"""The queue: everybody in one's charge with something to look at, nobody else, the most pressing first."""

from collections import Counter

import msgspec
import pytest
from sqlalchemy import event, select, update

from declare.accounts.models import Account, Grant, Person
from declare.accounts.people import card
from declare.casework.queries import PAGE
from declare.casework.weights import WEIGHTS, total
from declare.checks.models import Finding
from declare.declarations import submission
from declare.declarations.queries import history
from declare.extensions import db
from declare.items.choices import Relation
from declare.items.profile import Member
from declare.vault import Reader
from declare.web import SYSTEM, now, transaction
from tests.casework.conftest import person, queued

READER = Reader(None, "system", "test")


def pressing(bureau):
    """Persons by the sum of their findings, as the page should list them."""
    sums = Counter()
    for finding in (row[0] for row in bureau.ask(select(Finding).where(Finding.state == "open"))):
        sums[finding.person_id] += WEIGHTS[finding.severity]
    return sorted(sums, key=lambda one: (-sums[one], one))


def related(bureau, to, *, declared_by):
    """Files a report in which one person names another as family."""
    with bureau.app.app_context(), transaction() as session:
        kin, own = session.get_one(Person, to), session.get_one(Person, declared_by)
        number, name = card(session, kin, READER).id_number, card(session, own, READER)
        template = next(iter(history(session, [pressing_first(session)], READER).values()))[-1]
        member = Member(key="br", relation=Relation.OTHER if hasattr(Relation, "OTHER") else None, id_number=number)
        document = msgspec.structs.replace(
            template, declarant=name.id_number, family=(member,), ref=f"kin {to} {declared_by}"
        )
        submission.file_document(session, document, own, at=now(), by=SYSTEM)


def pressing_first(session):
    return session.scalar(select(Finding.person_id).order_by(Finding.id).limit(1))


def own_person(bureau, login):
    return bureau.ask(select(Account.person_id).where(Account.login == login))[0][0]


def test_the_most_pressing_come_first_and_ties_stay_in_order(bureau, reviewer):
    assert queued(reviewer.get("/people/").text) == pressing(bureau)[:PAGE]


def test_the_sum_can_be_added_up_again():
    assert total([("B30", 4), ("B20", 2), ("A01", 1)], {}) == WEIGHTS[4] + WEIGHTS[2] + WEIGHTS[1]
    assert list(WEIGHTS.values()) == sorted(WEIGHTS.values())


def test_nobody_outside_ones_units_is_listed_or_found(bureau):
    target = pressing(bureau)[0]
    away = next(path for path in ("/ZD/JD/", "/ZD/HD/") if not person(bureau, target).unit_path.startswith(path))
    with bureau.app.app_context(), transaction() as session:
        account = session.scalars(select(Account.id).where(Account.login == "reviewer")).one()
        session.execute(update(Grant).where(Grant.account_id == account, Grant.role == "reviewer").values(scope=away))
        name = card(session, session.get_one(Person, target), READER).name
    browser = bureau.visitor("reviewer")
    listed = queued(browser.get("/people/").text)
    assert listed
    assert all(person(bureau, one).unit_path.startswith(away) for one in listed)
    assert queued(browser.get(f"/people/?name={name}").text) == []
    assert browser.get(f"/people/{target}/").status_code == 403


@pytest.mark.parametrize("reversed_", [False, True])
def test_who_is_of_the_same_household_is_absent_and_closed(bureau, reversed_):
    target, reviewer = pressing(bureau)[0], own_person(bureau, "reviewer")
    pair = {"to": reviewer, "declared_by": target} if reversed_ else {"to": target, "declared_by": reviewer}
    related(bureau, **pair)
    browser = bureau.visitor("reviewer")
    assert target not in queued(browser.get("/people/").text)
    assert browser.get(f"/people/{target}/").status_code == 403
    finding = bureau.ask(select(Finding.id).where(Finding.person_id == target))[0][0]
    assert browser.get(f"/findings/{finding}/").status_code == 403
    assert target in queued(bureau.visitor("reviewer2").get("/people/").text)


def test_ones_own_report_is_nobodys_case_of_ones_own(bureau):
    target = pressing(bureau)[0]
    with bureau.app.app_context(), transaction() as session:
        session.execute(update(Account).where(Account.person_id == target).values(person_id=None))
        session.execute(update(Account).where(Account.login == "reviewer").values(person_id=target))
        account = session.scalars(select(Account.id).where(Account.login == "reviewer")).one()
        session.execute(update(Grant).where(Grant.account_id == account).values(scope="/ZD/"))
    browser = bureau.visitor("reviewer")
    assert target not in queued(browser.get("/people/").text)
    assert browser.get(f"/people/{target}/").status_code == 403


def test_filters_narrow_the_list(bureau, reviewer):
    severe = {row[0] for row in bureau.ask(select(Finding.person_id).where(Finding.severity >= 3))}
    assert set(queued(reviewer.get("/people/?severity=3").text)) == severe
    ruled = {row[0] for row in bureau.ask(select(Finding.person_id).where(Finding.rule == "B22"))}
    assert set(queued(reviewer.get("/people/?rule=B22").text)) == ruled
    unit = "/ZD/LJ/"
    inside = queued(reviewer.get(f"/people/?unit={unit}").text)
    assert inside
    assert all(person(bureau, one).unit_path == unit for one in inside)


@pytest.mark.parametrize(
    "query", ["severity=9", "severity=x", "page=999", "page=-1", "rule=%00", "unit=%25", "name=%25"]
)
def test_a_crooked_address_is_an_empty_list_at_most(reviewer, query):
    assert reviewer.get(f"/people/?{query}").status_code == 200


@pytest.mark.parametrize("state", ["inquired", "deferred"])
def test_what_was_put_off_or_asked_about_is_found_again(bureau, reviewer, state):
    target = pressing(bureau)[0]
    with bureau.app.app_context(), transaction() as session:
        session.execute(update(Finding).where(Finding.person_id == target).values(state=state))
    assert target not in queued(reviewer.get("/people/").text)
    assert queued(reviewer.get(f"/people/?state={state}").text) == [target]


def test_a_name_is_found_by_a_part_of_it(bureau, reviewer):
    target = pressing(bureau)[0]
    with bureau.app.app_context(), transaction() as session:
        name = card(session, session.get_one(Person, target), READER).name
    assert target in queued(reviewer.get(f"/people/?name={name[1:]}").text)
    assert queued(reviewer.get("/people/?name=无此人").text) == []


def test_an_empty_queue_says_what_will_stand_there(bureau, reviewer):
    with bureau.app.app_context(), transaction() as session:
        session.execute(update(Finding).values(state="cured"))
    assert "没有待处理的疑点" in reviewer.get("/people/").text


def test_a_list_costs_the_same_however_long_it_is(bureau, reviewer):
    reviewer.get("/people/")
    few = statements(bureau, reviewer, "/people/?rule=B30")
    assert statements(bureau, reviewer, "/people/") == few <= 4
    assert statements(bureau, reviewer, "/people/?name=一") <= 4


def statements(bureau, browser, address):
    """How many times a page asks the database, session, rights and audit apart."""
    said = []
    with bureau.app.app_context():
        engine = db.engine
    listener = lambda *given: said.append(given[2])  # noqa: E731 - a listener is one expression
    event.listen(engine, "before_cursor_execute", listener)
    assert browser.get(address).status_code == 200
    event.remove(engine, "before_cursor_execute", listener)
    apart = ("pace", "FROM session", "FROM account", "audit_", "UPDATE session", "BEGIN", "INSERT")
    return len([one for one in said if not any(word in " ".join(one.split()) for word in apart)])
