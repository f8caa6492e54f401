"""Who may enter, what is committed, which language is spoken, which places are shown, what time it is."""

from datetime import UTC, date, datetime

import pytest
from flask_babel import lazy_gettext

from declare.access import Action, Resource, Role
from declare.extensions import db
from declare.units.models import Unit
from declare.web import apart, decided, language, may, navigation, now, public, today, transaction

ENGLISH = {"Accept-Language": "en-GB,en;q=0.9,zh;q=0.5"}


class Thing:
    """Something of a person in a unit."""

    def __init__(self, number):
        self.number = number

    def resource(self):
        return Resource("thing", self.number, owner=None, unit="/ZD/JD/" if self.number < 10 else "/QT/")


def find(number):
    return Thing(number) if number else None


@pytest.fixture
def guarded(office):
    """A page about a thing of a unit, and one that writes."""

    @may(Action.READ_PERSON, on=find)
    def show(thing, part):
        return f"{thing.number} {part} {decided().row}"

    @public
    def write(status):
        db.session.add(Unit(code=f"W{status}", name="x", path=f"/W{status}/"))
        return "said", status

    office.app.add_url_rule("/things/<int:number>/<part>", "show", show)
    office.app.add_url_rule("/write/<int:status>", "write", write)
    office.account("re.viewer", Role.REVIEWER)
    office.account("zheng", Role.DECLARANT, person=True)
    return office


def reach(office, login, path):
    from declare.accounts import queries

    with office.app.app_context(), transaction() as session:
        for grant in queries.by_login(session, login).grants:
            grant.scope = path


def test_the_view_gets_what_was_loaded_and_the_rest_of_the_address(guarded):
    reach(guarded, "re.viewer", "/ZD/")
    answer = guarded.visitor("re.viewer").get("/things/3/left")
    assert answer.text == "3 left reviewer person.read unit"


def test_what_is_outside_is_refused_and_written_down(guarded):
    reach(guarded, "re.viewer", "/ZD/")
    assert guarded.visitor("re.viewer").get("/things/12/left").status_code == 403
    assert guarded.leaves("access.refused") == ["person.read thing/12"]


def test_without_the_role_nobody_learns_whether_it_exists(guarded):
    browser = guarded.visitor("zheng")
    assert browser.get("/things/0/left").status_code == browser.get("/things/3/left").status_code == 403


def test_what_is_not_there_is_not_found(guarded):
    reach(guarded, "re.viewer", "/ZD/")
    assert guarded.visitor("re.viewer").get("/things/0/left").status_code == 404


def test_who_is_not_signed_in_is_asked_to_and_a_form_is_refused(guarded):
    browser = guarded.visitor()
    assert browser.get("/things/3/left?a=1").location == "/sign-in?next=/things/3/left?a%3D1"
    browser.get("/sign-in")
    assert browser.post("/sessions/1/end").status_code == 401


@pytest.mark.parametrize(("status", "kept"), [(200, True), (302, True), (422, True), (500, False), (503, False)])
def test_one_place_commits_what_went_well(guarded, status, kept):
    guarded.visitor().get(f"/write/{status}")
    with guarded.app.app_context():
        found = {unit.code for unit in db.session.query(Unit)}
    assert (f"W{status}" in found) is kept


def write_and_fail(session):
    session.add(Unit(code="B", name="x", path="/B/"))
    session.flush()
    raise ZeroDivisionError


def test_a_command_commits_all_or_nothing(app):
    with app.app_context():
        with transaction() as session:
            session.add(Unit(code="A", name="x", path="/A/"))
        with pytest.raises(ZeroDivisionError), transaction() as session:
            write_and_fail(session)
        assert {unit.code for unit in db.session.query(Unit)} == {"A"}


def test_a_transaction_apart_never_waits_for_its_own(session):
    session.add(Unit(code="A", name="x", path="/A/"))
    session.flush()
    with pytest.raises(RuntimeError), apart():
        pass


def test_chinese_is_spoken_unless_a_browser_prefers_english_or_somebody_chose(office):
    browser = office.visitor()
    assert '<html lang="zh-CN">' in browser.get("/sign-in").text
    assert '<html lang="en">' in browser.get("/sign-in", headers=ENGLISH).text
    assert browser.post("/language", lang="zh", next="/sign-in?next=/units/").location == "/sign-in?next=/units/"
    assert '<html lang="zh-CN">' in browser.get("/sign-in", headers=ENGLISH).text
    browser.post("/language", lang="en")
    assert "Sign in" in browser.get("/sign-in").text


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("/units/", "/units/"),
        ("/sign-in?next=/", "/sign-in?next=/"),
        ("//evil.example", "/"),
        ("https://evil.example/units/", "/"),
        ("/\\evil.example", "/"),
        ("units/", "/"),
        ("/language", "/"),
        ("/no/such/page", "/"),
        ("", "/"),
        ("javascript:alert(1)", "/"),
        ("/units", "/"),
        ("http:///units/", "/"),
        ("/%2F/evil.example", "/"),
        ("//[", "/"),
    ],
)
def test_a_way_back_stays_within_the_site(app, target, safe):
    with app.test_request_context("/"):
        assert language.safe(target) == safe


def test_the_places_are_those_one_may_enter_in_their_order(office):
    navigation.add(lazy_gettext("单位"), "no.such.endpoint", Action.START, 1)
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    page = office.visitor("sys.admin").get("/units/").text
    nav = page.split("<nav")[1].split("</nav>")[0]
    assert nav.index("账号") < nav.index("单位") < nav.index("登录记录") and "授权" not in nav
    assert nav.count('aria-current="page"') == 1 and 'href="/units/" aria-current="page"' in nav


def test_home_is_the_first_of_ones_places(office):
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    office.account("nobody.yet")
    assert office.visitor().get("/").location == "/sign-in"
    assert office.visitor("sys.admin").get("/").location == "/accounts/"
    assert office.visitor("nobody.yet").get("/").location == "/sessions/"


def test_the_day_is_beijings(office):
    office.clock.at = datetime(2026, 1, 31, 16, 30, tzinfo=UTC)
    with office.app.app_context():
        assert today() == date(2026, 2, 1) and now() == office.clock.at
