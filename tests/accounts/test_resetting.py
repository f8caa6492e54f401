"""Lost second factors: one administrator asks, another agrees, neither gets in; and what lets in cannot be planted."""

import pytest
from sqlalchemy import select, update

from declare.access import Role
from declare.accounts.factors import Factor, queries
from declare.accounts.factors import service as factors
from declare.accounts.factors.models import Device
from declare.extensions import db
from declare.web import SYSTEM, transaction
from tests.accounts.test_factors import app_code, enrolled, halfway, paper
from tests.office import PASSWORD


@pytest.fixture
def lost(office):
    """Somebody with an app, codes on paper and a session; the two administrators."""
    office.account("zheng", Role.DECLARANT, person=True)
    system, security = office.account("system", Role.SYSTEM_ADMIN), office.account("security", Role.SECURITY_ADMIN)
    assert system != security
    browser = office.visitor("zheng")
    enrolled(browser, office.clock)
    paper(browser)
    return browser


def account(office):
    return office.read("zheng").id


def asked(office):
    """The request, made by the system administrator; the address of it."""
    system = office.visitor("system")
    assert "申请重置第二验证方式" in system.get("/accounts/").text
    assert system.post(f"/accounts/{account(office)}/factors").status_code == 303
    with office.app.app_context():
        return f"/resets/{queries.reset_of(db.session, account(office)).id}"


def kinds(office):
    with office.app.app_context():
        return queries.kinds(db.session, account(office))


def test_two_people_take_them_away_and_the_owner_sets_up_again(office, lost):
    address = asked(office)
    assert kinds(office)
    security = office.visitor("security")
    assert "等待同意：重置第二验证方式" in security.get("/grants/").text
    assert security.post(f"{address}/agree", shows=None).status_code == 422
    assert security.post(f"{address}/agree").status_code == 303
    assert kinds(office) == frozenset()
    assert lost.get("/sessions/").status_code == 302
    assert office.visitor().sign_in("zheng").location == "/"
    assert office.leaves("account.factor_reset_ask") == [f"account/{account(office)}"]
    assert office.leaves("account.factor_remove")[-1] == f"account/{account(office)} all"


def test_whoever_asked_does_not_agree_and_whoever_agrees_cannot_ask(office, lost):
    address = asked(office)
    assert office.visitor("system").post(f"{address}/agree").status_code == 403
    assert office.visitor("security").post(f"/accounts/{account(office)}/factors").status_code == 403
    assert kinds(office)


def test_neither_their_own(office, lost):
    system = office.visitor("system")
    system.get("/accounts/")
    assert system.post(f"/accounts/{office.read('system').id}/factors").status_code == 403
    security = office.visitor("security")
    enrolled(security, office.clock)
    system.post(f"/accounts/{office.read('security').id}/factors")
    with office.app.app_context():
        reset = queries.reset_of(db.session, office.read("security").id).id
    security.get("/grants/")
    security.post(f"/resets/{reset}/agree")
    assert "不能同意重置自己的" in security.get("/grants/").text
    with office.app.app_context():
        assert queries.kinds(db.session, office.read("security").id)


def test_refused_everything_stays(office, lost):
    address = asked(office)
    security = office.visitor("security")
    assert security.post(f"{address}/refuse").status_code == 303
    assert kinds(office)
    assert security.post(f"{address}/agree").status_code == 404
    assert office.leaves("account.factor_reset_refuse") == [f"account/{account(office)}"]


def test_asking_twice_is_asking_once_and_for_nothing_not_at_all(office, lost):
    asked(office)
    system = office.visitor("system")
    system.get("/accounts/")
    system.post(f"/accounts/{account(office)}/factors")
    system.post(f"/accounts/{office.read('security').id}/factors")
    with office.app.app_context():
        assert len(queries.resets(db.session)) == 1


def test_an_app_moved_to_another_account_shows_nothing_there(office, lost):
    other = office.account("he.zhiqiu", Role.DECLARANT, person=True)
    key, owner = enrolled(office.visitor("he.zhiqiu"), office.clock), account(office)
    with office.app.app_context(), transaction() as session:
        session.execute(update(Factor).where(Factor.account_id == owner).values(kind="recovery"))
        session.execute(update(Factor).where(Factor.account_id == other).values(account_id=owner))
    office.clock.go(minutes=1)
    answer = halfway(office).post("/sign-in/second", code=app_code(key, office.clock))
    assert answer.status_code == 422


def test_a_passkey_written_into_the_database_is_none(office, lost):
    class Given:
        credential_id, credential_public_key, sign_count = b"c" * 16, b"k" * 32, 0

    owner, other = account(office), office.read("security").id
    with office.app.test_request_context():
        with transaction() as session:
            factors.add_passkey(session, owner, Given, device=Device.PHONE, by=SYSTEM)
        made = db.session.scalars(select(Factor).where(Factor.kind == "passkey")).one()
        assert factors.genuine(made)
        made.account_id = other
        assert not factors.genuine(made)
        made.account_id, made.public = owner, b"another"
        assert not factors.genuine(made)
        db.session.rollback()


def test_whoever_forgot_the_password_still_shows_the_second_factor(office, lost):
    system = office.visitor("system")
    system.get("/accounts/")
    page = system.post(f"/accounts/{account(office)}/password").text
    assert kinds(office)
    assert PASSWORD not in page
