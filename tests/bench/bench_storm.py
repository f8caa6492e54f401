"""W3: the slowest of a hundred pages while strangers try passwords as fast as half the machine lets them, and in quiet."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen
from time import perf_counter, sleep

from declare.access import Role
from declare.config import Settings
from declare.declarations import service as declarations
from declare.web import SYSTEM, transaction
from tests.bench.bench_pages import filled
from tests.bench.harness import Pair, goal
from tests.bench.strangers import Visitor
from tests.conftest import dispose, whole_app
from tests.office import PASSWORD, Clock, Office
from tests.serving import ROOT, Site, environment, new_tables, serving

PAGES, TURNS = 200, 3
"""How many pages are timed at a time, and how often in turn in quiet and under the storm; the medians count."""


def slowest(visitor: Visitor, page: str) -> float:
    """Microseconds ninety-nine of a hundred pages stay under."""
    taken = []
    visitor.connection.close()
    for _ in range(PAGES):
        began = perf_counter()
        status, _page = visitor.ask("GET", page)
        taken.append(perf_counter() - began)
        if status != 200:
            raise AssertionError(f"the page answers {status}")
    return sorted(taken)[PAGES * 99 // 100] * 1e6


@contextmanager
def storm(site: Site) -> Iterator[Popen[str]]:
    """Strangers trying passwords from a process of their own, as long as this lasts; it says at the end what they were answered."""
    command = [sys.executable, "-m", "tests.bench.strangers", site.url]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, cwd=ROOT) as strangers:
        sleep(2)
        yield strangers


def under_storm(site: Site, visitor: Visitor, page: str) -> float:
    """The same while strangers are at the door."""
    with storm(site) as strangers:
        taken = slowest(visitor, page)
        tried, refused = map(int, strangers.communicate("")[0].split())
    if not 0 <= refused < tried // 2:
        raise AssertionError(f"of {tried} attempts {refused} were turned away before they cost anything")
    return taken


@goal("W3", "登录风暴（一半处理器）下页面的 p99，微秒，相对平静时 · login storm", at_most=3)
def login_storm() -> Iterator[Pair]:
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        page = prepared(instance)
        with serving(instance, Path(folder) / "log", DECLARE_PROXIES="1", DECLARE_DEMO="0") as site:
            visitor = Visitor(site.url)
            if visitor.sign_in("zheng", PASSWORD) != 303:
                raise AssertionError("nobody is let in")
            slowest(visitor, page)
            turns = [(slowest(visitor, page), under_storm(site, visitor, page)) for _ in range(TURNS)]
            quiet, stormy = map(median, zip(*turns, strict=True))
            yield Pair(floor=lambda: quiet, ours=lambda: stormy, counted=True)


def prepared(instance: Path) -> str:
    """An instance with a draft of forty homes in it; its page."""
    new_tables(environment(instance))
    clock = Clock()
    app = whole_app(Settings(instance=instance, clock=clock, log_level="ERROR"))
    office = Office(app, clock)
    office.account("zheng", Role.DECLARANT, person=True)
    with app.app_context(), transaction() as session:
        declarations.open_campaign(session, 2025, opens=date(2026, 1, 1), deadline=date(2026, 1, 31), by=SYSTEM)
    browser = office.visitor("zheng")
    browser.get("/declarations/")
    draft = int(browser.post("/declarations/").headers["Location"].strip("/").rsplit("/", 1)[-1])
    filled(app, draft)
    dispose(app)
    return f"/declarations/{draft}/real_estate/"
