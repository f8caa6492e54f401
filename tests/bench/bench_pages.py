"""W1: the page of a table with forty entries against the least the same server can answer with."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from declare.access import Role
from declare.config import Settings
from declare.declarations import queries
from declare.declarations import service as declarations
from declare.extensions import Model, db
from declare.items import table_by_key
from declare.items.choices import EstateKind, EstateSource, Ownership
from declare.items.real_estate import RealEstate
from declare.vault import Reader
from declare.web import SYSTEM, transaction
from tests.bench.harness import Pair, goal
from tests.conftest import dispose, whole_app
from tests.office import Clock, Office

HOMES = table_by_key("real_estate")


def home(number: int) -> RealEstate:
    """One of forty homes."""
    return RealEstate(
        owners=("self",),
        ownership=Ownership.SOLE,
        source=EstateSource.BOUGHT,
        address=f"江东市和平路{number}号2幢1803室",
        area=Decimal("108.60"),
        kind=EstateKind.COMMODITY,
        traded="2019-06",
        price=Decimal("132.00"),
    )


@contextmanager
def signed_in():
    """A cadre's browser, and the address of forty homes in the cadre's draft."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        app = whole_app(Settings(instance=Path(folder) / "instance", clock=clock, log_level="ERROR"))
        with app.app_context():
            Model.metadata.create_all(db.engine)
        office = Office(app, clock)
        office.account("zheng", Role.DECLARANT, person=True)
        with app.app_context(), transaction() as session:
            declarations.open_campaign(session, 2025, opens=date(2026, 1, 1), deadline=date(2026, 1, 31), by=SYSTEM)
        browser = office.visitor("zheng")
        yield app, browser
        dispose(app)


def filled(app, draft: int) -> None:
    """Puts forty homes into the draft."""
    with app.app_context(), transaction() as session:
        head = queries.declaration(session, draft)
        for number in range(40):
            opened = queries.opened(session, head, Reader(None, "system", "bench"))
            declarations.save_entry(session, opened, HOMES, None, home(number), by=SYSTEM)


@goal("W1", "四十条记录的页面，相对同一服务器上最简单的页面 · page of 40 entries", at_least=0.2)
def page_of_forty() -> Iterator[Pair]:
    with signed_in() as (app, browser):
        browser.get("/declarations/")
        draft = int(browser.post("/declarations/").headers["Location"].strip("/").rsplit("/", 1)[-1])
        filled(app, draft)
        page = f"/declarations/{draft}/real_estate/"
        if browser.get(page).text.count("/remove") != 40:
            raise AssertionError("the page does not show the forty homes")
        yield Pair(floor=lambda: browser.client.get("/health/live"), ours=lambda: browser.client.get(page))
