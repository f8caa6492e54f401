"""A real browser before the real server, on the demo corps. Whatever page is opened, it behaves: see `watched`."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.watching import Watch
from tests.serving import PASSWORD, copied, serving

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    """Everything in this folder is a journey."""
    for item in items:
        if "/journeys/" in item.nodeid:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole run."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is absent")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(served_corps, chromium, tmp_path_factory):
    """The demo corps, served afresh for each file of tests."""
    folder = tmp_path_factory.mktemp("site")
    with serving(copied(served_corps, folder / "instance"), folder / "log") as served:
        yield served


@pytest.fixture
def visit(chromium, site):
    """Opens browsers that share nothing: `visit("reviewer", lang="en")`; all are watched until the test ends."""
    watches = []

    def opened(login=None, *, lang="zh", host="127.0.0.1", **options):
        address = site.url.replace("127.0.0.1", host)
        context = chromium.new_context(viewport={"width": 1180, "height": 900}, base_url=address, **options)
        context.add_cookies([{"name": "lang", "value": lang, "url": address}])
        watches.append(Watch(context, address))
        page = watches[-1].page
        if login:
            sign_in(page, login)
        return page

    yield opened
    for watch in watches:
        watch.context.close()
    assert [fault for watch in watches for fault in watch.faults] == []


def prove(page, password=PASSWORD):
    """Shows once more who one is, where the step is weighty."""
    page.locator("form[data-step-up] #password").fill(password)
    page.locator("form[data-step-up] button[type=submit]").last.click()


def sign_in(page, login, password=PASSWORD):
    """Signs in as a person does."""
    page.goto("/sign-in")
    page.locator("#login").fill(login)
    page.locator("#password").fill(password)
    page.locator("main form:not([data-passkey]) button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
