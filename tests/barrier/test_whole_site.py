"""The whole site in the role the application works in: every page is the same as for somebody who goes past the policies."""

import re

import pytest

from declare import create_app
from declare.config import Settings
from declare.demo.loading import PASSWORD
from tests.access.test_gets import addresses
from tests.barrier.test_server import admitted
from tests.conftest import dispose
from tests.office import Browser, Clock

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
LOGINS = (
    "cadre01",
    "personnel",
    "reviewer",
    "discipline-lead",
    "auditor",
    "system-admin",
    "security-admin",
    "audit-admin",
)
CHANGING = re.compile(r'nonce="[^"]*"|type="hidden"[^>]*>|value="[^"]{16,}"|<code>[0-9a-f]{16}</code>')

NEW_EACH_TIME = frozenset({"/audit/", "/factors/app", "/sessions/"})
"""The audit and the list of sessions, which grow, and a fresh secret for a second factor."""


def pages(app, login):
    """Every page as one account sees it: status and text without what differs each time."""
    browser = Browser(app)
    assert browser.sign_in(login, PASSWORD).status_code == 303
    for address in addresses(app):
        answer = browser.get(address)
        text = CHANGING.sub("", answer.text) if answer.mimetype == "text/html" else ""
        yield address, answer.status_code, text


def test_no_page_misses_a_row_it_shows(postgres_url, tmp_path):
    clock = Clock()
    working = admitted(postgres_url, tmp_path / "instance", demo=True, clock=clock)
    for words in (["demo"], ["check", "--workers", "1"]):
        done = working.test_cli_runner().invoke(args=words)
        assert done.exit_code == 0, (done.output, done.exception)
    bypassing = create_app(
        Settings(instance=tmp_path / "instance", database_url=postgres_url, demo=True, log_level="ERROR"), clock=clock
    )
    for login in LOGINS:
        own, past = list(pages(working, login)), list(pages(bypassing, login))
        differ = [one[:2] for one, other in zip(own, past, strict=True) if one != other and one[0] not in NEW_EACH_TIME]
        assert differ == [], login
        assert sum(status == 200 for _, status, _ in own) > 2
    dispose(bypassing)
    dispose(working)
