"""Looking changes nothing: no GET writes, but for the leaf of a reading and the session's idle time."""

import re

import pytest
from sqlalchemy import event

from declare.access import ADMINISTRATORS, Role
from declare.extensions import db
from tests.access.routes import taken
from tests.office import Clock, Office

WRITES = re.compile(r"^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE)
MAY_GROW = frozenset({"audit_leaf", "audit_node", "session"})
HELD = {
    "zheng": (Role.DECLARANT, Role.REVIEWER, Role.DISCIPLINE_LEAD, Role.UNIT_HEAD),
    "he.zhiqiu": (Role.DECLARANT, Role.PERSONNEL),
}
ALONE = (Role.AUDITOR, Role.RELEASING_OFFICER, *sorted(ADMINISTRATORS, key=str))


@pytest.fixture
def office(app):
    app.extensions["clock"] = Clock()
    office = Office(app, app.extensions["clock"])
    for login, roles in HELD.items():
        office.account(login, *roles, person=True)
    for role in ALONE:
        office.account(role.value.replace("_", "-"), role)
    return office


def addresses(app):
    """Every address that can be looked at as it stands, or with a number that leads nowhere."""
    found = {address for address, method, _ in taken(app) if method == "GET" and "<path:" not in address}
    named = (
        (r"<int:\w+>", "1"),
        (r"<[^>]*table[^>]*>", "real_estate"),
        (r"<disclosure:\w+>", "ceremony"),
        ("<rule_id>", "B25"),
    )
    for pattern, word in named:
        found = {re.sub(pattern, word, one) for one in found}
    return sorted(found)


def test_no_look_writes(office):
    written = []
    with office.app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *said: written.append(said[2]))
    logins = [*HELD, *(role.value.replace("_", "-") for role in ALONE), None]
    for browser in [office.visitor(login) for login in logins]:
        written.clear()
        for address in addresses(office.app):
            assert browser.get(address).status_code < 500, address
        tables = {found.group(1) for said in written if (found := WRITES.match(said))}
        assert written and tables <= MAY_GROW
