"""Accounts made by one, rights given by the second, both looked over by the third: on paper, on the page, and in the database."""

import threading

import pytest
from sqlalchemy.exc import IntegrityError

import declare
from declare.access import ADMINISTRATORS, Role
from declare.accounts import queries
from declare.accounts.models import ACTIVE, Grant
from declare.config import Settings
from declare.extensions import Model, db
from tests.conftest import dispose
from tests.office import Clock, Office

THREE = ("sys.admin", Role.SYSTEM_ADMIN), ("sec.admin", Role.SECURITY_ADMIN), ("aud.admin", Role.AUDIT_ADMIN)


@pytest.fixture
def three(office, clock):
    """The three administrators, in browsers of their own; a day has passed since they were made."""
    for login, role in THREE:
        office.account(login, role)
    clock.go(days=1)
    return [office.visitor(login) for login, _ in THREE]


def text_of(browser):
    answer = browser.get("/access-review/")
    assert answer.status_code == 200
    return answer.text


def test_what_one_made_and_another_gave_is_seen_by_the_third(office, clock, three):
    system, security, auditor = three
    assert "本季度尚未复核" in text_of(auditor) and "上次复核以来有 12 项变动" in text_of(auditor)
    assert auditor.post("/access-review/", note="逐一核对，均有批准文件。").status_code == 303
    assert "本季度尚未复核" not in text_of(auditor) and "上次复核以来没有变动" in text_of(auditor)
    clock.go(minutes=1)
    system.get("/accounts/add")
    assert system.post("/accounts/add", login="new.reviewer", roles=["reviewer"]).status_code == 201
    clock.go(minutes=1)
    page = text_of(auditor)
    assert "上次复核以来有 3 项变动" in page and "new.reviewer" in page and "（待授予）" in page
    security.get("/grants/")
    given = office.read("new.reviewer").grants[0].id
    assert security.post(f"/grants/{given}/give").status_code == 303
    page = text_of(auditor)
    assert "上次复核以来有 4 项变动" in page and "授予角色" in page and "sec.admin" in page


def test_a_review_is_a_leaf_with_a_sealed_note_and_is_due_again_next_quarter(office, clock, three):
    auditor = three[2]
    auditor.get("/access-review/")
    auditor.post("/access-review/", note="逐一核对，均有批准文件。")
    assert office.leaves("access.review") == ["access_review/1 accounts 3 roles 3"]
    assert "aud.admin" in text_of(auditor)
    for day, due in ((80 - 11, False), (90 - 80 + 11, True)):
        clock.go(days=day)
        again = office.visitor("aud.admin")
        assert ("本季度尚未复核" in text_of(again)) is due


@pytest.mark.parametrize("note", ["", "   ", "好", "长" * 2001])
def test_a_review_without_a_word_is_none(office, three, note):
    three[2].get("/access-review/")
    assert three[2].post("/access-review/", note=note).status_code == 422
    assert office.leaves("access.review") == []


@pytest.mark.parametrize("which", [0, 1])
def test_the_other_two_do_not_review(three, which):
    assert three[which].get("/access-review/").status_code == 403
    assert three[which].post("/access-review/", note="逐一核对，均有批准文件。").status_code == 403


def test_each_does_their_own_part_and_no_other(three):
    pages = ("/accounts/", "/grants/", "/access-review/")
    assert [[browser.get(page).status_code for page in pages] for browser in three] == [
        [200, 403, 403],
        [403, 200, 403],
        [403, 403, 200],
    ]


@pytest.fixture
def either(database_url, tmp_path):
    """An office on either kind of database."""
    app = declare.create_app(Settings(instance=tmp_path / "instance", database_url=database_url, clock=Clock()))
    with app.app_context():
        Model.metadata.create_all(db.engine)
    yield Office(app, app.extensions["clock"])
    dispose(app)


def test_of_three_that_are_given_at_the_same_time_to_one_account_one_holds(either):
    account = either.account("one.person")
    gate, ended = threading.Barrier(3), []

    def give(role):
        with either.app.app_context():
            gate.wait()
            try:
                with db.sessionmaker.begin() as session:
                    held = Grant(
                        account_id=account, role=role.value, state=ACTIVE, asked_at=Clock()(), given_at=Clock()()
                    )
                    session.add(held)
                ended.append("given")
            except IntegrityError:
                ended.append("refused")

    givers = [threading.Thread(target=give, args=(role,)) for role in sorted(ADMINISTRATORS, key=str)]
    for one in givers:
        one.start()
    for one in givers:
        one.join()
    assert sorted(ended) == ["given", "refused", "refused"]
    with either.app.app_context():
        assert len(queries.by_login(db.session, "one.person").active) == 1
