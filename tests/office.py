"""A small office for tests: two units, a few accounts, a clock that can be moved, and a browser that signs in."""

import re
from datetime import UTC, datetime, timedelta

from declare.access import Role
from declare.accounts import PersonCard, people, queries, service
from declare.extensions import db
from declare.units import service as units
from declare.web import SYSTEM, transaction

PASSWORD = "four quiet herons at dusk"
START = datetime(2026, 1, 10, 1, 0, tzinfo=UTC)
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
NAMES = {"zheng": ("郑怀川", "11010519491231002X"), "he.zhiqiu": ("贺知秋", "320102198003072434")}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at=START):
        self.at = at

    def __call__(self):
        return self.at

    def go(self, **by):
        self.at += timedelta(**by)


class Office:
    """The application with people in it."""

    def __init__(self, app, clock):
        self.app, self.clock = app, clock
        with app.app_context(), transaction() as session:
            corps = units.create(session, "ZD", "总队", by=SYSTEM)
            self.unit = units.create(session, "JD", "江东支队", by=SYSTEM, parent=corps)

    def account(self, login, *roles, person=False, waiting=()):
        """Makes an account with roles in force, and with a person of its own where one is asked for."""
        with self.app.app_context(), transaction() as session:
            who = self._person(session, login) if person else None
            account = service.create_account(session, login, person=who, by=SYSTEM)
            service.set_password(session, account, PASSWORD)
            for role in roles:
                service.grant(session, account, role)
            for role in waiting:
                service.ask_for(session, account, role, by=SYSTEM)
            return account.id

    def _person(self, session, login):
        name, number = NAMES[login]
        card = PersonCard(name=name, id_number=number)
        return people.enter(session, card, unit_id=self.unit.id, unit_path=self.unit.path, by=SYSTEM)

    def visitor(self, login=None, password=PASSWORD):
        """A browser, signed in where a name is given."""
        browser = Browser(self.app)
        if login:
            assert browser.sign_in(login, password).status_code == 303
        return browser

    def leaves(self, action):
        """The objects of the audit leaves of one action."""
        from sqlalchemy import select

        from declare.audit import AuditLeaf, settle

        with self.app.app_context():
            settle()
            wanted = select(AuditLeaf.object).where(AuditLeaf.action == action).order_by(AuditLeaf.seq)
            return list(db.session.scalars(wanted))

    def read(self, login):
        """The account as it stands in the database."""
        with self.app.app_context():
            return queries.by_login(db.session, login)


class Browser:
    """A client that sends the token of its page along, as a form does."""

    def __init__(self, app):
        self.client = app.test_client()
        self.token, self.password = "", PASSWORD

    def get(self, address, **more):
        answer = self.client.get(address, **more)
        found = TOKEN.search(answer.text) if answer.mimetype == "text/html" else None
        self.token = found.group(1) if found else self.token
        return answer

    def post(self, address, *, shows=True, **fields):
        """Sends a form; where it is asked once more who this is, the password is shown (or what `shows` says, if anything)."""
        sent = {"csrf_token": self.token, **fields}
        answer = self.client.post(address, data=sent)
        if shows and answer.mimetype == "text/html" and "data-step-up" in answer.text:
            answer = self.client.post(address, data={**sent, "password": self.password if shows is True else shows})
        return answer

    def sign_in(self, login, password=PASSWORD, target=""):
        self.get("/sign-in")
        self.password = password
        answer = self.post(f"/sign-in{target}", login=login, password=password)
        if answer.status_code == 303:
            self.get("/sessions/")
        return answer


EVERY = tuple(Role)
