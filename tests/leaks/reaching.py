"""Every route and every command, taken by each of the three administrators on a site full of planted words."""

import re
from dataclasses import dataclass, field
from random import Random

from declare import create_app
from declare.config import Settings
from declare.extensions import db
from tests.access.routes import taken
from tests.leaks.planting import Garden
from tests.leaks.searching import number_of, person_of
from tests.leaks.test_leaks import control, hand_in, plant_everywhere
from tests.leaks.visiting import Visitor
from tests.office import TOKEN
from tests.serving import flask

ADMINISTRATORS = ("system-admin", "security-admin", "audit-admin")
WORDS = (("table", ("real_estate", "closing")), ("disclosure", ("gift",)), ("rule_id", ("B25",)))
QUIET = (
    "accounts list", "audit checkpoint", "audit head", "audit public-key", "audit verify", "audit verify --json",
    "campaign public-key", "check", "db barrier", "db current", "items", "items --json", "keys list", "registries purge",
    "rules list", "rules show B25",
)  # fmt: skip
"""What an administrator of the machine can run and that prints no content. One prints findings: `check --json`."""

LEAVES = ("/sign-out", "/language", "/sign-in")


@dataclass
class Reach:
    """What was tried, and where a planted word came up: nowhere, if all is well."""

    pages: int = 0
    commands: int = 0
    found: list = field(default_factory=list)
    allowed: list = field(default_factory=list)
    printed: set = field(default_factory=set)


def planted(site):
    """A report with a word of its own in every field, handed in and checked; the owner's own page shows every one."""
    garden, owner = Garden(Random(20261124)), Visitor(site.url, "cadre40")
    owner.send("/declarations/", {})
    home = owner.pages[-1][1].removeprefix(site.url)
    plant_everywhere(garden, owner, home)
    hand_in(owner, home)
    flask(site.environ, "worker", "--once")
    control(garden, owner, home)
    return garden, home


def reach(site):
    """Takes every way there is, as each administrator and as whoever sits at the machine."""
    garden, home = planted(site)
    tried = Reach()
    _pages(tried, garden, site, sorted(addresses(site, home)))
    _commands(tried, garden, site)
    tried.found += [("log", place) for place in garden.found(site.log.read_bytes())]
    return tried


def _pages(tried, garden, site, every):
    """Looks at everything as each administrator, then sends an empty form everywhere."""
    visitors = {login: Visitor(site.url, login) for login in ADMINISTRATORS}
    for login, visitor in visitors.items():
        for address in (address for method, address in every if method == "GET"):
            _take(tried, garden, visitor, login, address)
    for login, visitor in visitors.items():
        token = TOKEN.search(visitor.get("/sessions/").decode()).group(1)
        for address in (address for method, address in every if method == "POST"):
            _take(tried, garden, visitor, login, address, data=f"csrf_token={token}".encode())


def _commands(tried, garden, site):
    """Runs each command as whoever sits at the machine."""
    app = create_app(Settings(instance=site.instance, demo=True, log_level="ERROR"))
    runner = app.test_cli_runner()
    for words in QUIET:
        done = runner.invoke(args=words.split())
        assert done.exit_code == 0, (words, done.output, done.exception)
        _said(tried, garden, words, done.output)
    _said(tried, garden, "worker --once", flask(site.environ, "worker", "--once").stdout)
    tried.printed = garden.found(runner.invoke(args=["check", "--json"]).output.encode())
    with app.app_context():
        db.engine.dispose()


def _said(tried, garden, words, output):
    """What a command printed."""
    tried.commands += 1
    if garden.found(output.encode()):
        tried.found.append(("flask", words))


def _take(tried, garden, visitor, login, address, *, data=None):
    """One address, and what its answer holds."""
    body = visitor.get(address, data)
    tried.pages += 1
    assert visitor.status < 500, (login, address, visitor.status)
    if visitor.status == 200:
        tried.allowed.append((login, address))
    tried.found += [(login, address, *place) for place in garden.found(body)]


def addresses(site, home):
    """Every method and address of the site, with the numbers of the planted report and of the person."""
    app = create_app(Settings(instance=site.instance, log_level="ERROR"))
    found = set()
    for address, method, _ in taken(app):
        if address in LEAVES or "<path:" in address:
            continue
        for number in {number_of(home), person_of(site, home)}:
            found |= {(method, one) for one in _worded(re.sub(r"<int:\w+>", str(number), address))}
    return found


def _worded(address):
    """An address with a word in each place that takes one."""
    place = re.search(r"<[^>]*>", address)
    if place is None:
        return [address]
    words = next((words for name, words in WORDS if name in place.group()), ("csv",))
    return [one for word in words for one in _worded(address.replace(place.group(), word, 1))]
