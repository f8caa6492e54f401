"""Sessions on the server: hashed, fifteen idle minutes, eight hours in all, listed and ended from elsewhere."""

import hashlib

import pytest
from sqlalchemy import select

from declare.accounts.browsers import browser_of
from declare.accounts.models import SessionRow
from declare.extensions import db

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.fixture
def zheng(office):
    office.account("zheng")
    office.account("he.zhiqiu")
    return office.visitor("zheng")


def rows(office):
    with office.app.app_context():
        return list(db.session.scalars(select(SessionRow).order_by(SessionRow.id)))


def signed_in(browser):
    return browser.get("/sessions/").status_code == 200


def test_the_database_knows_only_the_hash_of_the_secret(office, zheng):
    secret = zheng.client.get_cookie("declare").value
    row = rows(office)[-1]
    assert row.digest == hashlib.sha256(secret.encode()).digest()
    assert len(secret) >= 43
    stored = (office.app.extensions["settings"].instance / "declare.db").read_bytes()
    assert secret.encode() not in stored


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(zheng):
    answer = zheng.sign_in("zheng")
    cookie = next(value for value in answer.headers.getlist("Set-Cookie") if value.startswith("declare="))
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Domain" not in cookie


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(tmp_path):
    from declare import create_app
    from declare.config import Settings
    from declare.extensions import Model

    app = create_app(Settings(instance=tmp_path / "other", secure_cookies=True))
    with app.app_context():
        Model.metadata.create_all(db.engine)
    answer = app.test_client().get("/sign-in", base_url="https://site.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-declare=") and "Secure" in cookie
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_fifteen_idle_minutes_end_it(office, zheng):
    office.clock.go(minutes=14, seconds=59)
    assert signed_in(zheng)
    office.clock.go(minutes=15)
    assert not signed_in(zheng)


def test_eight_hours_end_it_however_busy(office, zheng):
    for _ in range(47):
        office.clock.go(minutes=10)
        assert signed_in(zheng)
    office.clock.go(minutes=10)
    assert not signed_in(zheng)


def test_a_look_is_written_at_most_once_a_minute(office, zheng):
    before = rows(office)[-1].seen
    office.clock.go(seconds=59)
    zheng.get("/sessions/")
    assert rows(office)[-1].seen == before
    office.clock.go(seconds=1)
    zheng.get("/sessions/")
    assert rows(office)[-1].seen == office.clock.at


def test_what_is_over_is_swept_away_when_somebody_comes(office, zheng):
    office.clock.go(hours=9)
    office.visitor().get("/sign-in")
    assert len(rows(office)) == 1


def test_one_ends_ones_own_session_elsewhere(office, zheng):
    elsewhere = office.visitor("zheng")
    row = next(row for row in rows(office) if row.digest != rows(office)[-1].digest and row.account_id)
    elsewhere.get("/sessions/")
    assert elsewhere.post(f"/sessions/{row.id}/end").status_code == 303
    assert not signed_in(zheng) and signed_in(elsewhere)
    assert office.leaves("session.revoke") == [f"session/{row.id}"]


def test_nobody_ends_the_session_of_another(office, zheng):
    other = office.visitor("he.zhiqiu")
    row = next(row for row in rows(office) if row.account_id == office.read("zheng").id)
    assert other.post(f"/sessions/{row.id}/end").status_code == 403
    assert signed_in(zheng)
    assert office.leaves("access.refused") == [f"session.end session/{row.id}"]


def test_the_present_session_is_marked_and_cannot_be_ended_by_mistake(zheng):
    page = zheng.get("/sessions/").text
    assert "当前" in page and "/end" not in page


def test_a_made_up_secret_opens_nothing(office, zheng):
    browser = office.visitor()
    for secret in ("", "x", "../../etc", "A" * 43, "%00"):
        browser.client.set_cookie("declare", secret)
        assert not signed_in(browser)


def test_health_and_files_start_no_session(office):
    browser = office.visitor()
    for address in ("/health/live", "/health/ready", "/static/vendor/site.css", "/"):
        assert "declare=" not in browser.get(address).headers.get("Set-Cookie", "")


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (CHROME, "Chrome · Windows"),
        ("Mozilla/5.0 (iPhone) Version/18 Safari/604", "Safari · iPhone"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_browser_is_named_in_two_words(agent, words):
    assert browser_of(agent) == words
