"""Signing in and out: one answer for every refusal, waiting instead of a lock-out, the first password replaced."""

import threading

import pytest
from sqlalchemy import select

from declare.access import Role
from declare.accounts import service
from declare.accounts.attempts import delay
from declare.accounts.models import Account, SessionRow
from declare.extensions import db
from declare.web import SYSTEM, transaction
from tests.office import PASSWORD

WRONG = "登录名或密码不正确"


def rows(office):
    with office.app.app_context():
        return list(db.session.scalars(select(SessionRow).order_by(SessionRow.id)))


def test_a_right_password_signs_in_and_leaves_a_leaf(office):
    who = office.account("zheng", Role.DECLARANT, person=True)
    browser = office.visitor()
    answer = browser.sign_in("ZHENG　")
    assert (answer.status_code, answer.location) == (303, "/")
    assert "郑怀川" in browser.get("/sessions/").text
    assert office.leaves("session.sign_in") == [f"account/{who}"]


@pytest.mark.parametrize("login", ["zheng", "nobody", "no such name", "\x00", "\u200b", "x" * 5000])
def test_every_refusal_reads_the_same(office, login):
    office.account("zheng")
    answer = office.visitor().sign_in(login, "wrong password here")
    assert answer.status_code == 422 and WRONG in answer.text
    assert "wrong password" not in answer.text
    assert office.leaves("session.sign_in_refused") == ["session"]


def test_a_disabled_account_is_refused_like_an_unknown_one(office):
    office.account("zheng")
    with office.app.app_context(), transaction() as session:
        service.disable(session, session.scalars(select(Account)).one(), by=SYSTEM)
    assert WRONG in office.visitor().sign_in("zheng").text


def test_disabling_ends_every_session_at_once(office):
    office.account("zheng")
    browser = office.visitor("zheng")
    with office.app.app_context(), transaction() as session:
        service.disable(session, session.scalars(select(Account)).one(), by=SYSTEM)
    assert browser.get("/sessions/").location.startswith("/sign-in")


def test_empty_fields_are_asked_for_by_name(office):
    answer = office.visitor().sign_in("", "")
    assert answer.status_code == 422
    assert "请填写登录名。" in answer.text and "请填写密码。" in answer.text


def test_after_signing_in_one_is_where_one_wanted_to_be(office):
    office.account("zheng")
    assert office.visitor().get("/sessions/").location == "/sign-in?next=/sessions/"
    assert office.visitor().sign_in("zheng", target="?next=/sessions/").location == "/sessions/"


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/sign-out", "javascript:1"]
)
def test_nobody_is_sent_elsewhere(office, target):
    office.account("zheng")
    assert office.visitor().sign_in("zheng", target=f"?next={target}").location == "/"


def test_the_secret_changes_when_one_signs_in(office):
    office.account("zheng")
    browser = office.visitor()
    browser.get("/sign-in")
    before = browser.client.get_cookie("declare").value
    browser.sign_in("zheng")
    after = browser.client.get_cookie("declare").value
    assert before != after
    browser.client.set_cookie("declare", before)
    assert browser.get("/sessions/").status_code == 302


def test_signing_out_ends_the_session_for_good(office):
    office.account("zheng")
    browser = office.visitor("zheng")
    secret = browser.client.get_cookie("declare").value
    assert browser.post("/sign-out").location == "/sign-in"
    browser.client.set_cookie("declare", secret)
    assert browser.get("/sessions/").status_code == 302
    assert len(office.leaves("session.sign_out")) == 1


def test_the_first_three_failures_cost_no_waiting_then_each_costs_more():
    assert [delay(n) for n in range(1, 12)] == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize("login", ["zheng", "nobody"])
def test_failures_are_answered_with_the_seconds_to_wait(office, login):
    office.account("zheng")
    browser = office.visitor()
    for _ in range(4):
        assert browser.sign_in(login, "wrong").status_code == 422
    answer = browser.sign_in(login, "wrong")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")
    assert "请在 1 秒后再试" in answer.text
    office.clock.go(seconds=1)
    assert browser.sign_in(login, "wrong").status_code == 422


def test_waiting_is_never_a_lock_out_and_success_forgets(office):
    office.account("zheng")
    browser = office.visitor()
    for _ in range(20):
        browser.sign_in("zheng", "wrong")
        office.clock.go(seconds=30)
    assert browser.sign_in("zheng").status_code == 303
    assert office.visitor().sign_in("zheng", "wrong").status_code == 422


def test_many_at_once_do_not_slip_through_the_waiting(office):
    office.account("zheng")
    answers = []

    def guess():
        answers.append(office.visitor().sign_in("zheng", "wrong").status_code)

    guesses = [threading.Thread(target=guess) for _ in range(8)]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join()
    assert sorted(answers) == [422] * 4 + [429] * 4


def test_the_first_password_must_be_replaced_before_anything_else(office):
    with office.app.app_context(), transaction() as session:
        account = service.create_account(session, "new.one", by=SYSTEM)
        first = service.first_password(session, account, by=SYSTEM)
    browser = office.visitor("new.one", first)
    for address in ("/", "/sessions/"):
        assert browser.get(address).location == "/password"
    browser.get("/password")
    assert browser.post("/password", old=first, new=PASSWORD).location == "/"
    assert browser.get("/sessions/").status_code == 200
    assert office.visitor().sign_in("new.one", first).status_code == 422


def test_an_account_without_a_password_cannot_be_entered(office):
    with office.app.app_context(), transaction() as session:
        service.create_account(session, "new.one", by=SYSTEM)
    for guess in ("", " ", "new.one"):
        assert office.visitor().sign_in("new.one", guess).status_code == 422


def test_changing_the_password_ends_every_other_session(office):
    office.account("zheng")
    here, elsewhere = office.visitor("zheng"), office.visitor("zheng")
    here.get("/password")
    assert here.post("/password", old=PASSWORD, new="another set of quiet herons").status_code == 303
    assert here.get("/sessions/").status_code == 200
    assert elsewhere.get("/sessions/").status_code == 302
    assert len(rows(office)) == 1
    assert office.leaves("account.password_change") == ["account/1"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("wrong", "another set of quiet herons", "原密码不正确"),
        (PASSWORD, "short", "至少 12 个字符"),
        (PASSWORD, PASSWORD, "与原密码相同"),
        (PASSWORD, "password123456", "容易被猜到"),
        (PASSWORD, "zheng is my name here", "请不要含登录名"),
    ],
)
def test_a_password_that_will_not_do_is_refused_beside_its_field(office, old, new, says):
    office.account("zheng")
    browser = office.visitor("zheng")
    browser.get("/password")
    answer = browser.post("/password", old=old, new=new)
    assert answer.status_code == 422 and answer.text.count(says) >= 2
    assert new not in answer.text
    assert office.visitor().sign_in("zheng").status_code == 303
