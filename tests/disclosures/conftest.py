"""An office with a cadre, a colleague and a reviewer; what each kind of disclosure says; where it was kept."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from declare.access import Role
from declare.audit import AuditLeaf
from declare.config import Settings
from declare.disclosures.models import Disclosure
from declare.extensions import db
from tests.conftest import dispose, whole_app
from tests.declarations.conftest import ID_NUMBER, OTHER_ID, Browser, Clock, begun, cadre

REVIEWER_ID = "320102198003072434"
PLANTED = "旧砚台一方"


def on(name, day):
    """A day as the three boxes of a form."""
    return {f"{name}-year": str(day.year), f"{name}-month": str(day.month), f"{name}-day": str(day.day)}


TODAY = date(2026, 1, 18)
GIFT = on("happened", date(2026, 1, 5)) | {
    "giver": "周启明", "relation": "partner", "occasion": "工作交流", "place": "江东市", "kind": "goods", "what": PLANTED,
    "quantity": "1", "value": "320.00", "outcome": "handed_over", "refusal": "散会后留在会场",
} | on("handed_over_on", date(2026, 1, 9))  # fmt: skip
INVITATION = on("happened", date(2026, 1, 16)) | {
    "kind": "banquet", "host": "周启明", "relation": "managed", "participants": "周启明\n何其昌", "payer": "host", "declined": "yes",
}  # fmt: skip
RECEPTION = on("happened", TODAY) | {
    "guest_unit": "海东市应急管理局", "guests": "来访人员甲，科长", "guest_count": "2", "escorts": "陪同人员甲", "escort_count": "1",
    "support_count": "0", "activity": "联合检查", "venue": "支队食堂", "work_meals": "1", "cost": "160.00", "alcohol": "no",
    "cigarettes": "no",
}  # fmt: skip
CEREMONY = on("happened", date(2026, 2, 14)) | {
    "kind": "wedding", "for_whom": "self", "place": "江东饭店", "tables": "12", "persons": "118", "relatives": "90",
}  # fmt: skip
INTERFERENCE = on("happened", TODAY) | {
    "by": "周启明", "by_unit": "某公司经理", "kind": "inquiry", "content": "打听核查进展", "response": "当场拒绝",
}  # fmt: skip
OF_EVERYBODY = {
    "gift": GIFT,
    "foreign_gift": GIFT | {"country": "FR", "activity": "友城访问"},
    "invitation": INVITATION,
    "reception": RECEPTION,
    "ceremony": CEREMONY,
}


WHO = {
    "zheng": (ID_NUMBER, "郑怀川", Role.DECLARANT),
    "colleague": (OTHER_ID, "贺知秋", Role.DECLARANT),
    "reviewer": (REVIEWER_ID, "苏见微", Role.REVIEWER),
}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """The office, made once, with everybody signed in: the folder to copy, and the cookies by name."""
    folder = tmp_path_factory.mktemp("office") / "instance"
    made, cookies = begun(folder, Clock()), {}
    for login, (number, name, role) in WHO.items():
        cadre(made, login, number, name=name, roles=(role,))
        cookies[login] = dict(Browser(made.test_client()).sign_in(login).client._cookies)
    dispose(made)
    return folder, cookies


@pytest.fixture
def app(tmp_path, clock, office):
    """The office as it was."""
    shutil.copytree(office[0], tmp_path / "instance")
    made = whole_app(replace(Settings(instance=tmp_path / "instance"), clock=clock))
    yield made
    dispose(made)


@pytest.fixture
def signed_in(app, office):
    """A browser in which somebody has signed in."""

    def opened(login):
        client = app.test_client()
        client._cookies = dict(office[1][login])
        return Browser(client)

    return opened


@pytest.fixture
def browser(signed_in):
    """The cadre."""
    return signed_in("zheng")


@pytest.fixture
def reviewer(signed_in):
    return signed_in("reviewer")


def disclose(browser, kind="gift", status=303, **change):
    """Fills in and sends the form of a kind, once more where it asks to; answers the address of the disclosure, or the page."""
    fields = INTERFERENCE if kind == "interference" else OF_EVERYBODY[kind]
    address, fields = f"/disclosures/{kind}/add", fields | change
    sent = browser.hidden(browser.get(address)) | fields
    answer = browser.client.post(address, data=sent)
    if status == 303 and answer.status_code == 200:
        answer = browser.client.post(address, data=sent | browser.hidden(answer.text))
    assert answer.status_code == status, answer.text[:4000]
    return answer.headers["Location"] if status == 303 else answer.text


def kept(app):
    """The heads of all disclosures, in order."""
    with app.app_context():
        return list(db.session.scalars(select(Disclosure).order_by(Disclosure.id)))


def leaves(app, act):
    """The objects of the leaves of one act, in order."""
    with app.app_context():
        chosen = select(AuditLeaf.object).where(AuditLeaf.action == act.value)
        return list(db.session.scalars(chosen.order_by(AuditLeaf.seq)))
