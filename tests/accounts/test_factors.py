"""A second factor: set up, asked for, used once, taken away; and nothing else before it where it is required."""

import re
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from declare import create_app
from declare.access import Role
from declare.accounts.factors import queries
from declare.config import Settings
from declare.extensions import Model, db
from declare.vault import codes
from tests.conftest import dispose
from tests.office import PASSWORD, Clock, Office

KEY = re.compile(r'<code class="key">([A-Z2-7 =]+)</code>')
CODE = re.compile(r"<li><code>([0-9A-Z-]{14})</code></li>")


def app_code(key, clock, *, later=0):
    """What an app shows that was given this key."""
    import base64

    secret = base64.b32decode(key.replace(" ", ""))
    return TOTP(secret, 6, SHA1(), 30).generate(int(clock().timestamp()) + later).decode()


def office_with(tmp_path, **settings):
    clock = Clock()
    app = create_app(Settings(instance=tmp_path / "instance", **settings), clock=clock)
    with app.app_context():
        Model.metadata.create_all(db.engine)
    return Office(app, clock)


@pytest.fixture
def office(tmp_path):
    made = office_with(tmp_path)
    yield made
    dispose(made.app)


@pytest.fixture
def zheng(office):
    """Somebody with an authenticator app: their browser, and its key."""
    office.account("zheng", Role.DECLARANT, person=True)
    browser = office.visitor("zheng")
    return browser, enrolled(browser, office.clock)


def enrolled(browser, clock):
    """Sets up an app; its key."""
    key = KEY.search(browser.get("/factors/app").text)[1]
    assert browser.post("/factors/app", code=app_code(key, clock)).status_code == 303
    return key


def paper(browser):
    """Ten fresh codes."""
    browser.get("/factors/")
    return CODE.findall(browser.post("/factors/codes").text)


def halfway(office, login="zheng"):
    """A browser that has shown the password."""
    browser = office.visitor()
    browser.get("/sign-in")
    answer = browser.post("/sign-in?next=/sessions/", login=login, password=PASSWORD)
    assert (answer.status_code, answer.location) == (303, "/sign-in/second")
    browser.get("/sign-in/second")
    return browser


def test_the_password_alone_lets_nobody_in_any_more(office, zheng):
    browser = halfway(office)
    assert browser.get("/sessions/").status_code == 302
    assert browser.get("/password").location.startswith("/sign-in")


def test_a_code_of_the_app_lets_in_and_leads_where_one_wanted_to_go(office, zheng):
    _, key = zheng
    office.clock.go(seconds=60)
    browser = halfway(office)
    answer = browser.post("/sign-in/second", code=app_code(key, office.clock))
    assert (answer.status_code, answer.location) == (303, "/sessions/")
    assert browser.get("/sessions/").status_code == 200


@pytest.mark.parametrize("later", [-30, 0, 30])
def test_the_code_before_and_the_one_after_do_too(office, zheng, later):
    office.clock.go(minutes=5)
    assert (
        halfway(office).post("/sign-in/second", code=app_code(zheng[1], office.clock, later=later)).status_code == 303
    )


@pytest.mark.parametrize("later", [-90, -60, 60, 90])
def test_older_and_later_ones_do_not(office, zheng, later):
    office.clock.go(minutes=5)
    answer = halfway(office).post("/sign-in/second", code=app_code(zheng[1], office.clock, later=later))
    assert answer.status_code == 422
    assert "验证码不正确" in answer.text


def test_a_code_serves_once(office, zheng):
    office.clock.go(seconds=60)
    code = app_code(zheng[1], office.clock)
    assert halfway(office).post("/sign-in/second", code=code).status_code == 303
    assert halfway(office).post("/sign-in/second", code=code).status_code == 422


def test_the_code_that_set_the_app_up_does_not_sign_in(office, zheng):
    assert halfway(office).post("/sign-in/second", code=app_code(zheng[1], office.clock)).status_code == 422


@pytest.mark.parametrize("code", ["", "1", "000000", "１２３４５６", "ABCD-EFGH-JKLM", "x" * 5000, "\u0000"])
def test_what_is_no_code_is_refused_in_a_sentence(office, zheng, code):
    answer = halfway(office).post("/sign-in/second", code=code)
    assert answer.status_code == 422
    assert "验证码" in answer.text


def test_guessing_is_slowed_down(office, zheng):
    browser = halfway(office)
    tried = [browser.post("/sign-in/second", code="000000").status_code for _ in range(6)]
    assert tried == [422, 422, 422, 422, 429, 429]
    assert len(office.leaves("session.step_up_refused")) == 4


def test_five_minutes_later_the_password_is_asked_for_again(office, zheng):
    browser = halfway(office)
    office.clock.at += timedelta(minutes=5, seconds=1)
    answer = browser.post("/sign-in/second", code=app_code(zheng[1], office.clock))
    assert answer.location == "/sign-in"
    assert browser.get("/sessions/").status_code == 302


def test_a_recovery_code_serves_once_and_says_how_many_are_left(office, zheng):
    first, *others = paper(zheng[0])
    assert len({first, *others}) == 10
    browser = halfway(office)
    assert browser.post("/sign-in/second", code=first.lower().replace("-", " ")).status_code == 303
    assert "还剩 9 个" in browser.get("/sessions/").text
    assert halfway(office).post("/sign-in/second", code=first).status_code == 422
    assert halfway(office).post("/sign-in/second", code=others[0]).status_code == 303


def test_new_recovery_codes_make_the_old_ones_worthless(office, zheng):
    old = paper(zheng[0])
    paper(zheng[0])
    assert halfway(office).post("/sign-in/second", code=old[0]).status_code == 422


def test_recovery_codes_alone_are_no_second_factor(office):
    office.account("zheng", Role.DECLARANT, person=True)
    browser = office.visitor("zheng")
    browser.get("/factors/")
    assert browser.post("/factors/codes").location == "/factors/"
    assert "请先登记" in browser.get("/factors/").text


def test_taking_it_away_takes_a_proof_and_the_paper_with_it(office, zheng):
    browser, key = zheng
    paper(browser)
    office.clock.go(minutes=6)
    address = re.search(r"/factors/\d+/remove", browser.get("/factors/").text)[0]
    assert "最后一个" in browser.get(address).text
    assert browser.post(address, shows=None).status_code == 422
    assert browser.post(address, shows="not this one").status_code == 422
    assert browser.post(address, shows=app_code(key, office.clock, later=30)).status_code == 303
    assert office.visitor().sign_in("zheng").location == "/"
    with office.app.app_context():
        assert queries.kinds(db.session, office.read("zheng").id) == frozenset()


def test_nobody_removes_what_is_anothers(office, zheng):
    office.account("he.zhiqiu", Role.DECLARANT, person=True)
    other = office.visitor("he.zhiqiu")
    address = re.search(r"/factors/\d+/remove", zheng[0].get("/factors/").text)[0]
    assert other.get(address).status_code == 403
    assert other.post(address).status_code == 403


def test_a_new_first_password_lets_nobody_past_the_second_factor(office, zheng):
    from declare.accounts import queries as accounts
    from declare.accounts import service
    from declare.web import SYSTEM, transaction

    with office.app.app_context(), transaction() as session:
        password = service.first_password(session, accounts.by_login(session, "zheng"), by=SYSTEM)
    assert office.visitor().sign_in("zheng", password).location == "/sign-in/second"


def test_what_happens_is_in_the_audit_and_holds_no_secret(office, zheng):
    code = paper(zheng[0])[0]
    assert office.leaves("account.factor_add")[0].endswith("totp")
    with office.app.app_context():
        stored = b"".join(
            row.material + row.public for row in db.session.query(queries.Factor).order_by(queries.Factor.id)
        )
    assert code.encode() not in stored
    assert code.replace("-", "").encode() not in stored


def test_one_secret_belongs_to_one_salt_and_one_pepper(floor):
    from declare.extensions import vault

    ring = vault.ring
    first = codes.app_secret(ring, 7, b"a" * 16, 1)
    assert first == codes.app_secret(ring, 7, b"a" * 16, 1)
    assert first != codes.app_secret(ring, 7, b"b" * 16, 1)
    ring.add("pepper")
    assert first == codes.app_secret(ring, 7, b"a" * 16, 1)
    assert first != codes.app_secret(ring, 7, b"a" * 16, 2)


@pytest.mark.parametrize("options", ["/sign-in/passkey/options", "/factors/passkeys/options"])
def test_a_challenge_is_never_the_same(office, zheng, options):
    browser, _ = zheng
    browser.get("/factors/")
    asked = {browser.post(options).json["challenge"] for _ in range(5)}
    assert len(asked) == 5


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": "x"}', '{"id": 7}', "x" * 9000])
def test_an_answer_that_is_none_is_refused(office, zheng, answer):
    stranger = office.visitor()
    stranger.get("/sign-in")
    stranger.post("/sign-in/passkey/options")
    assert stranger.post("/sign-in/passkey", answer=answer).location == "/sign-in"
    browser, _ = zheng
    browser.get("/factors/")
    browser.post("/factors/passkeys/options")
    assert browser.post("/factors/passkeys", answer=answer).location == "/factors/"
    assert "没有登记成功" in browser.get("/factors/").text
