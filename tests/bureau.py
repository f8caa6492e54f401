"""The demo corps, loaded and checked once, then copied for every test that wants people with findings."""

import shutil
from datetime import UTC, datetime

from declare import checks, create_app
from declare.accounts import queries as accounts
from declare.checks.source import source
from declare.config import Settings
from declare.demo.corps import corps
from declare.demo.loading import PASSWORD, load_corps
from declare.extensions import Model, db
from declare.web import transaction
from tests.office import Browser, Clock

TODAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MADE = corps(2025)


def prepared(folder):
    """A folder with the corps in it, every rule run."""
    app = create_app(Settings(instance=folder, demo=True), clock=Clock(TODAY))
    with app.app_context():
        Model.metadata.create_all(db.engine)
        with transaction() as session:
            load_corps(session, MADE, progress=lambda _: None)
        with transaction() as session:
            checks.check(session, source().persons(session, None))
        db.engine.dispose()
    return folder


class Bureau:
    """One copy of the corps, and the application on it."""

    def __init__(self, folder, place, **settings):
        shutil.copytree(folder, place)
        self.clock = Clock(TODAY)
        self.app = create_app(Settings(instance=place, demo=True), clock=self.clock, **settings)

    def visitor(self, login):
        """A browser, signed in."""
        browser = Browser(self.app)
        assert browser.sign_in(login, PASSWORD).status_code == 303
        return browser

    def account(self, login):
        """The account of a sign-in name."""
        with self.app.app_context():
            return accounts.by_login(db.session, login)

    def ask(self, statement):
        """The rows of a query."""
        with self.app.app_context():
            return list(db.session.execute(statement))

    def close(self):
        """Closes every connection."""
        with self.app.app_context():
            db.engine.dispose()
