"""A report is its owner's: nobody else reads or writes it, whatever their role, and the attempt is written down."""

import pytest

from declare.access import Role
from declare.audit import AuditLeaf
from declare.extensions import db
from tests.declarations.conftest import OTHER_ID, Browser, cadre

PAGES = ("/", "/profile", "/family/", "/real_estate/", "/answers", "/unchanged", "/real_estate/add", "/sign")


@pytest.fixture
def stage():
    return "filled"


def other(app, *roles):
    cadre(app, "wang", OTHER_ID, name="王远", roles=roles)
    return Browser(app.test_client()).sign_in("wang")


@pytest.mark.parametrize("role", list(Role))
def test_nobody_else_reads_or_writes_a_report(app, draft, role):
    browser = other(app, role)
    for page in PAGES:
        assert "郑怀川" not in browser.get(draft + page, status=403)
    fields = browser.hidden(browser.get("/password")) | {"revision": "1", "state": "none", "key": "k" * 20}
    for page in ("/wages/", "/wages/add", "/real_estate/0/remove", "/profile", "/closing", "/unchanged", "/sign"):
        browser.send(draft + page, fields, status=403)


def test_a_refusal_is_written_down(app, draft):
    browser = other(app, Role.DECLARANT)
    browser.get(f"{draft}/answers", status=403)
    with app.app_context():
        leaf = db.session.query(AuditLeaf).order_by(AuditLeaf.seq.desc()).first()
        assert (leaf.action, leaf.object) == ("access.refused", f"declaration.read declaration/{draft.split('/')[-1]}")


def test_whoever_is_not_signed_in_is_asked_to(app, draft):
    answer = app.test_client().get(f"{draft}/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in")


def test_a_form_from_elsewhere_is_refused(browser, draft):
    browser.send(f"{draft}/wages/", {"state": "none", "revision": "1"}, status=400)


def test_the_others_own_list_is_empty(app):
    assert "还没有提交过报告" in other(app, Role.DECLARANT).get("/declarations/")
