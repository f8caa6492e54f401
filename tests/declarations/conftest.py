"""A cadre with an account, a running campaign, and a browser that finds the hidden fields of a form by itself."""

import re
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from declare.access import Role
from declare.accounts import people
from declare.accounts.cards import PersonCard
from declare.accounts.models import Account, Grant
from declare.config import Settings
from declare.declarations import service
from declare.extensions import Model, db, vault
from declare.units import Unit
from declare.vault.passwords import hashed
from declare.web import SYSTEM
from tests.conftest import dispose, whole_app

PASSWORD = "correct horse battery"
ID_NUMBER = "11010519491231002X"
OTHER_ID = "440524188001010014"
BASIC = {
    "name": "郑怀川", "sex": "male", "id_number": ID_NUMBER, "unit": "江东支队", "post": "副支队长", "grade": "三级指挥长",
    "jurisdiction": "320100", "home_address": "江苏省南京市玄武区和平路16号2幢1803室",
    "in_post_since-year": "2020", "in_post_since-month": "3", "in_post_since-day": "1",
}  # fmt: skip
SPOUSE = {"relation": "spouse", "name": "林晚晴", "sex": "female", "cohabiting": "yes"}
HOME = {
    "owners": ["self", "m1"], "ownership": "joint", "share": "100", "source": "bought",
    "address": "江苏省南京市玄武区和平路16号2幢1803室", "area": "121.30", "kind": "commodity",
    "traded-year": "2019", "traded-month": "6", "price": "238.00",
}  # fmt: skip


@dataclass
class Clock:
    """A clock that stands still until it is told."""

    at: datetime = datetime(2026, 1, 18, 2, 0, tzinfo=UTC)

    def __call__(self):
        return self.at

    def go(self, **change):
        self.at = self.at.replace(**change)


@dataclass
class Stages:
    """What was kept of the story: folders by stage, the person, the address of the report, the cookies."""

    folders: dict
    person: int
    address: str
    cookies: dict


class Browser:
    """Follows forms as a person does: the hidden fields come from the page itself."""

    def __init__(self, client):
        self.client = client

    def get(self, path, status=200, **options):
        answer = self.client.get(path, **options)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:2000])
        return answer.text

    def hidden(self, page, action=None):
        """The hidden fields of the form that posts to `action`, or of the first one in the content that posts at all."""
        forms = re.findall(r'<form method="post"([^>]*)>(.*?)</form>', page.split('id="main"')[1], re.DOTALL)
        inner = next(inner for marks, inner in forms if action is None or f'action="{action}' in marks)
        marks = [dict(re.findall(r'([\w-]+)="([^"]*)"', one)) for one in re.findall(r"<input([^>]*)>", inner)]
        return {one["name"]: one.get("value", "") for one in marks if one.get("type") == "hidden"}

    def post(self, path, data=None, *, page=None, status=303, action=None, **hidden):
        """Draws the page, fills in its form and sends it."""
        fields = self.hidden(self.get(page or path), action) | hidden | (data or {})
        return self.send(path, fields, status=status)

    def send(self, path, fields, *, status=303):
        answer = self.client.post(path, data=fields)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:4000])
        return answer

    def sign_in(self, login):
        fields = self.hidden(self.client.get("/sign-in").text)
        self.send("/sign-in", fields | {"login": login, "password": PASSWORD})
        return self


@pytest.fixture
def clock():
    return Clock()


def begun(folder, clock):
    """The application in a folder, with a clock of its own and a campaign for 2025."""
    made = whole_app(replace(Settings(instance=folder), clock=clock))
    with made.app_context():
        Model.metadata.create_all(db.engine)
        db.session.add(Unit(code="JD", name="江东支队", parent_id=None, path="/JD/", region="320100"))
        service.open_campaign(db.session, 2025, opens=date(2026, 1, 1), deadline=date(2026, 1, 31), by=SYSTEM)
        db.session.commit()
    return made


@pytest.fixture(scope="session")
def stages(tmp_path_factory):
    """Three stages of one story, each a folder to copy: signed in, report started, everything filled in."""
    folder, clock, kept = tmp_path_factory.mktemp("stages"), Clock(), {}
    made = begun(folder / "now", clock)
    person = cadre(made, "zheng", ID_NUMBER)
    browser = Browser(made.test_client()).sign_in("zheng")

    def keep(name):
        dispose(made)
        shutil.copytree(folder / "now", folder / name)
        kept[name] = folder / name

    keep("signed in")
    address = browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/")
    keep("started")
    fill(browser, address)
    keep("filled")
    return Stages(kept, person, address, dict(browser.client._cookies))


@pytest.fixture
def stage():
    """The stage a test begins with."""
    return "started"


@pytest.fixture
def app(tmp_path, clock, stages, stage):
    """The application as it was at that stage."""
    shutil.copytree(stages.folders[stage], tmp_path / "instance")
    made = whole_app(replace(Settings(instance=tmp_path / "instance"), clock=clock))
    yield made
    dispose(made)


@pytest.fixture
def person(stages):
    """The cadre's id."""
    return stages.person


@pytest.fixture
def browser(app, stages):
    """The cadre, signed in."""
    client = app.test_client()
    client._cookies = dict(stages.cookies)
    return Browser(client)


@pytest.fixture
def draft(stages):
    """The address of the report."""
    return stages.address


def cadre(app, login, id_number, name="郑怀川", roles=(Role.DECLARANT,)):
    """Enters a person with an account that can sign in; answers the person's id."""
    with app.app_context():
        unit = db.session.query(Unit).first()
        card = PersonCard(name=name, id_number=id_number, post="副支队长", grade="三级指挥长", sex="male")
        person = people.enter(db.session, card, unit_id=unit.id, unit_path=unit.path, by=SYSTEM)
        account = Account(
            login=login, secret=secret(), person=person, must_change=False, created=app.extensions["clock"]()
        )
        account.grants = [Grant(role=role.value, state="active", asked_at=account.created) for role in roles]
        db.session.add(account)
        db.session.commit()
        return person.id


def secret():
    """The hash of the one password of these tests."""
    return hashed(vault.ring, PASSWORD)


def fill(browser, draft):
    """Answers everything: profile, wife, marriage, one home, wages, and nothing else."""
    browser.post(f"{draft}/profile", BASIC)
    browser.post(f"{draft}/family/add", SPOUSE)
    browser.post(f"{draft}/marriage/add", {"state": "married", "change": "none"})
    browser.post(f"{draft}/real_estate/add", HOME)
    browser.post(f"{draft}/wages/add", {"salary": "20.00", "bonus": "3.50", "total": "23.50"})
    browser.post(
        f"{draft}/employment/add", {"who": "m1", "employer_kind": "retired", "senior": "no", "employer": "江东小学"}
    )
    for table in NOTHING:
        browser.post(f"{draft}/{table}/", {"state": "none"}, action=f"{draft}/{table}/")


NOTHING = (
    "passports", "trips_abroad", "permits", "trips_hkmt", "child_marriage_foreign", "child_marriage_hkmt", "emigration",
    "residence_abroad", "criminal_liability", "labour_income", "stocks", "funds", "insurance", "businesses",
    "deposits_abroad", "investments_abroad",
)  # fmt: skip


def sign(browser, draft, *, status=303, **change):
    """Hands the report in."""
    return browser.post(f"{draft}/sign", {"promise": "y", "password": PASSWORD} | change, status=status)
