"""Asked once more who it is, before what weighs most: what the page keeps, what is remembered, and for how long."""

import threading

import pytest

from declare.access import Action, Role
from declare.accounts.stepping import EACH_TIME, REMEMBERED
from tests.accounts.test_factors import app_code, enrolled
from tests.office import PASSWORD

STEP_UP, REFUSED = "session.step_up", "session.step_up_refused"


@pytest.fixture
def granting(office):
    """The security administrator's browser, and the grants that wait."""
    office.account("security", Role.SECURITY_ADMIN)
    for login in ("zheng", "he.zhiqiu", "new.one"):
        office.account(login, waiting=(Role.PERSONNEL,))
    browser = office.visitor("security")
    browser.get("/grants/")
    return browser


def grants(office):
    return [
        f"/grants/{grant.id}/give" for login in ("zheng", "he.zhiqiu", "new.one") for grant in office.read(login).grants
    ]


def given(office):
    return len(office.leaves("grant.give")) - 1


def test_what_weighs_most_stands_here():
    assert {Action.GIVE_GRANT, Action.APPROVE_RELEASE, Action.APPROVE_PARAMETER, Action.REMOVE_FACTOR} <= REMEMBERED
    assert Action.SUBMIT_DECLARATION in EACH_TIME


def test_without_showing_it_nothing_happens_and_what_was_filled_in_is_kept(office, granting):
    answer = granting.post(grants(office)[0], shows=None, note="<b>核实过</b>")
    assert answer.status_code == 422 and "确认是您本人" in answer.text
    assert 'name="note" value="&lt;b&gt;核实过&lt;/b&gt;"' in answer.text
    assert f'action="{grants(office)[0]}"' in answer.text
    assert given(office) == 0


def test_a_wrong_password_is_said_written_down_and_never_repeated(office, granting):
    answer = granting.post(grants(office)[0], shows=None, password="certainly not this")
    assert answer.status_code == 422 and "不正确，请重新填写" in answer.text
    assert "certainly not" not in answer.text
    assert given(office) == 0
    assert office.leaves(REFUSED) == ["account/1 grant.give"]


def test_it_holds_five_minutes_for_that_action_alone(office, granting):
    first, second, third = grants(office)
    assert granting.post(first).status_code == 303
    assert office.leaves(STEP_UP) == ["account/1 grant.give"]
    office.clock.go(minutes=4, seconds=59)
    assert granting.post(second, shows=None).status_code == 303
    office.clock.go(seconds=2)
    assert granting.post(third, shows=None).status_code == 422
    assert given(office) == 2


def test_one_session_does_not_open_another(office, granting):
    first, second, _ = grants(office)
    assert granting.post(first).status_code == 303
    elsewhere = office.visitor("security")
    assert elsewhere.post(second, shows=None).status_code == 422


def test_signing_in_is_not_enough_and_whoever_may_not_is_not_asked(office, granting):
    office.account("clerk", Role.PERSONNEL)
    assert office.visitor("clerk").post(grants(office)[0], shows=None).status_code == 403


def test_the_session_gets_another_secret_and_the_old_one_is_not_raised_with_it(office, granting):
    first, second, third = grants(office)
    before = granting.client.get_cookie("declare").value
    granting.post(first)
    after = granting.client.get_cookie("declare").value
    assert before != after
    granting.client.set_cookie("declare", before)
    assert granting.post(second, shows=None).status_code == 422
    office.clock.go(seconds=61)
    assert granting.get("/sessions/").status_code == 302
    granting.client.set_cookie("declare", after)
    assert granting.post(third, shows=None).status_code == 303


def test_the_old_secret_lasts_no_longer_for_being_used(office, granting):
    before = granting.client.get_cookie("declare").value
    granting.post(grants(office)[0])
    granting.client.set_cookie("declare", before)
    for _ in range(6):
        assert granting.get("/grants/").status_code == 200
        office.clock.go(seconds=10)
    office.clock.go(seconds=1)
    assert granting.get("/grants/").status_code == 302


def test_signing_out_ends_both(office, granting):
    before = granting.client.get_cookie("declare").value
    granting.post(grants(office)[0])
    granting.get("/sessions/")
    granting.post("/sign-out")
    granting.client.set_cookie("declare", before)
    assert granting.get("/sessions/").status_code == 302


def test_the_list_of_sessions_shows_one(office, granting):
    granting.post(grants(office)[0])
    assert granting.get("/sessions/").text.count("登录于") == 1


def test_a_code_of_the_app_shows_it_once(office, granting):
    key = enrolled_at(granting, office)
    office.clock.go(minutes=1)
    code = app_code(key, office.clock)
    first, second, _ = grants(office)
    assert granting.post(first, shows=code).status_code == 303
    elsewhere = office.visitor()
    elsewhere.get("/sign-in")
    elsewhere.post("/sign-in", login="security", password=PASSWORD)
    elsewhere.get("/sign-in/second")
    assert elsewhere.post("/sign-in/second", code=code).status_code == 422
    office.clock.go(minutes=6)
    assert granting.post(second, shows=code).status_code == 422


def enrolled_at(browser, office):
    """An app set up at that browser, which goes on under the same session."""
    return enrolled(browser, office.clock)


def test_one_code_in_many_requests_at_once_is_taken_once(office, granting):
    office.account("lead", Role.SYSTEM_ADMIN)
    key = enrolled_at(granting, office)
    office.clock.go(minutes=1)
    code, answers = app_code(key, office.clock), []
    browsers = [halfway_in(office, "security") for _ in range(6)]

    def try_it(browser):
        answers.append(browser.post("/sign-in/second", code=code).status_code)

    tries = [threading.Thread(target=try_it, args=[browser]) for browser in browsers]
    for one in tries:
        one.start()
    for one in tries:
        one.join()
    assert answers.count(303) == 1
    assert set(answers) <= {303, 422, 429}


def halfway_in(office, login):
    """A browser that has shown the password."""
    browser = office.visitor()
    browser.get("/sign-in")
    browser.post("/sign-in", login=login, password=PASSWORD)
    browser.get("/sign-in/second")
    return browser


def test_guessing_here_is_slowed_down_as_at_the_door(office, granting):
    tried = [granting.post(grants(office)[0], shows=None, password="wrong").status_code for _ in range(5)]
    assert tried == [422, 422, 422, 422, 429]
    office.clock.go(seconds=1)
    assert granting.post(grants(office)[0]).status_code == 303


@pytest.mark.parametrize("proof", ["{}", "x", '{"id": "AAAA"}', "\u0000"])
def test_what_is_no_passkey_does_not_show_it(office, granting, proof):
    assert granting.post(grants(office)[0], shows=None, proof=proof).status_code == 422
    assert given(office) == 0


def test_whoever_came_in_just_now_sets_a_factor_up_without_being_asked(office):
    office.account("zheng")
    browser = office.visitor("zheng")
    browser.get("/factors/app")
    assert browser.post("/factors/app", shows=None, code="000000").status_code == 422
    assert "登记验证器" in browser.get("/factors/app").text
    office.clock.go(minutes=6)
    answer = browser.post("/factors/app", shows=None, code="000000")
    assert "确认是您本人" in answer.text
