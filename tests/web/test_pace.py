"""Whoever does too much too fast waits, whichever worker they reach; an ordinary page writes nothing for it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from declare import create_app
from declare.access import Role
from declare.config import Settings
from declare.extensions import db
from declare.web import TooSoon, pace, paced, public, transaction
from declare.web.models import PaceRow
from tests.office import START, Browser

THREE = pace.Pace("three", 3, timedelta(seconds=20))
MARKED = {
    "accounts.sign_in": "sign-in",
    "entry.second": "sign-in",
    "entry.passkey": "sign-in",
    "releases.new": "export",
    "evidence.extract": "export",
    "registries.hand_over": "upload",
    "people.consult": "request",
    "people.queue": "search",
    "evidence.log": "search",
    "evidence.verify": "recount",
    "parameters.try_again": "recount",
}


def test_what_costs_much_is_paced(app):
    marked = {name: view.pace.name for name, view in app.view_functions.items() if hasattr(view, "pace")}
    assert MARKED.items() <= marked.items()


def taken(session, whom, seconds, *, pace_=THREE):
    """Whether there was a token, and how long to wait where there was none."""
    try:
        pace.take(session, pace_, whom, START + timedelta(seconds=seconds))
    except TooSoon as soon:
        return soon.seconds
    return 0


def test_three_at_once_then_one_every_twenty_seconds(floor):
    with transaction() as session:
        assert [taken(session, "a", at) for at in (0, 0, 0, 0, 1, 19, 20, 20, 39, 40, 41)] == [
            0, 0, 0, 20, 19, 1, 0, 20, 1, 0, 19,
        ]  # fmt: skip
        assert taken(session, "b", 0) == 0
        assert [taken(session, "a", 600) for _ in range(4)] == [0, 0, 0, 20]


def test_what_is_given_back_can_be_taken_again(floor):
    with transaction() as session:
        for _ in range(3):
            taken(session, "a", 0)
        pace.give_back(session, THREE, "a", START)
        assert [taken(session, "a", 0) for _ in range(2)] == [0, 20]


def test_nobodys_address_is_kept_in_the_clear(floor):
    with transaction() as session:
        taken(session, "address 203.0.113.77", 0)
        assert b"203" not in session.scalars(select(PaceRow.digest)).one()


@pytest.fixture
def paced_office(office):
    """A page that may be taken three times."""

    @paced(THREE)
    @public
    def often():
        return "done"

    office.app.add_url_rule("/often", "often", often, methods=["GET", "POST"])
    return office


def counted(office):
    with office.app.app_context():
        return db.session.scalar(select(func.count()).select_from(PaceRow))


def often(browser):
    browser.get("/sign-in")
    return browser.post("/often")


def test_the_fourth_time_is_a_page_that_says_how_long_to_wait(paced_office):
    browser = paced_office.visitor()
    assert [often(browser).status_code for _ in range(3)] == [200] * 3
    answer = often(browser)
    assert answer.status_code == 429 and answer.headers["Retry-After"] == "20"
    assert "请在 20 秒后再试" in answer.text
    paced_office.clock.go(seconds=20)
    assert often(browser).status_code == 200


def test_looking_is_not_counted_and_writes_nothing(paced_office):
    browser = paced_office.visitor()
    assert [browser.get("/often").status_code for _ in range(9)] == [200] * 9
    assert counted(paced_office) == 0


def test_two_workers_count_together(paced_office):
    """A second application on the same instance stands for a second process: they share the database alone."""
    settings = paced_office.app.extensions["settings"]
    other = create_app(settings, clock=paced_office.clock)
    other.add_url_rule("/often", "often", paced_office.app.view_functions["often"], methods=["GET", "POST"])
    one, two = paced_office.visitor(), Browser(other)
    assert [often(browser).status_code for browser in (one, two, one, two, one)] == [200, 200, 200, 429, 429]


def test_a_search_counts_and_the_list_does_not(office):
    office.account("audit.admin", Role.AUDIT_ADMIN)
    browser = office.visitor("audit.admin")
    before = counted(office)
    assert browser.get("/audit/?page=1").status_code == 200 and counted(office) == before
    codes = [browser.get("/audit/?object=account/1").status_code for _ in range(61)]
    assert codes == [200] * 60 + [429] and counted(office) == before + 1


def test_fifty_wrong_passwords_from_one_address_whatever_the_names(office):
    office.account("zheng", Role.DECLARANT)
    codes = [office.visitor().sign_in(f"name{number}", "wrong").status_code for number in range(51)]
    assert codes == [422] * 50 + [429]
    assert office.visitor().sign_in("zheng").status_code == 429
    office.clock.go(seconds=10)
    assert [office.visitor().sign_in("zheng").status_code for _ in range(3)] == [303] * 3


def address_of(app, **headers):
    """Where the application believes a request comes from."""
    from flask import request

    @public
    def whence():
        return f"{request.remote_addr} {request.scheme}"

    app.add_url_rule("/whence", "whence", whence)
    return app.test_client().get("/whence", headers=headers).text


@pytest.mark.parametrize(
    ("proxies", "said", "believed"),
    [
        (0, "203.0.113.7", "127.0.0.1 http"),
        (1, "203.0.113.7", "203.0.113.7 https"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7 https"),
        (2, "198.51.100.1, 203.0.113.7", "198.51.100.1 http"),
    ],
)
def test_nobody_forges_where_they_come_from(tmp_path, proxies, said, believed):
    app = create_app(Settings(instance=tmp_path, proxies=proxies))
    assert address_of(app, **{"X-Forwarded-For": said, "X-Forwarded-Proto": "https"}) == believed


def test_a_site_that_knows_its_name_answers_to_no_other(tmp_path):
    app = create_app(Settings(instance=tmp_path, origin="https://declare.example"))
    codes = [
        app.test_client().get("/health/live", headers={"Host": host}).status_code
        for host in ("declare.example", "localhost", "127.0.0.1", "evil.example", "declare.example.evil.example")
    ]
    assert codes == [200, 200, 200, 400, 400]
