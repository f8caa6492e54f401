"""Every route answers with exactly the headers of its class, whoever asks and whatever becomes of it: a header more or less fails."""

import re
from itertools import product

import pytest

from declare.config import Settings
from declare.web import public
from tests.access.routes import taken
from tests.bureau import Bureau
from tests.office import Browser
from tests.web.expected_headers import EVERY, class_of, wrong

LOGINS = (None, "cadre01", "reviewer", "auditor", "audit-admin")
KEPT_APART = ("/sign-out", "/sign-in", "/sessions/", "/password", "/factors", "/language")
STEPPED_UP = ("/unmaskings/<int:number>/show",)
"""Who it is was asked once more before anything was looked for: the session has another secret even where nothing is found."""
SEEN = {"page", "redirect", "text", "json", "download", "ours", "options"}
WORDS = (
    (r"<int:\w+>", "1"),
    (r"<table:\w+>", "real_estate"),
    (r"<disclosure:\w+>", "ceremony"),
    (r"<path:filename>", "vendor/site.css"),
    ("<rule_id>", "B25"),
    ("<key>", "reception_escorts"),
)


@pytest.fixture(scope="module")
def site(bureau_folder, tmp_path_factory):
    """The corps, open to all these tests at once."""
    made = Bureau(bureau_folder, tmp_path_factory.mktemp("headers") / "site")
    yield made
    made.close()


def addressed(address):
    for pattern, word in WORDS:
        address = re.sub(pattern, word, address)
    assert "<" not in address, address
    return address


def asked(browser, method, address):
    if method == "POST":
        return browser.post(address)
    return browser.get(address) if method == "GET" else browser.client.open(address, method=method)


def test_every_route_for_everybody(site):
    seen, faults = set(), []
    for login in LOGINS:
        every = [(method, rule, endpoint) for rule, method, endpoint in taken(site.app)]
        if not login:
            every += [(method, rule, one) for rule, _, one in taken(site.app) for method in ("OPTIONS", "PATCH")]
        browser = site.visitor(login) if login else Browser(site.app)
        for method, rule, endpoint in sorted(set(every), key=lambda one: (one[1].startswith(KEPT_APART), one)):
            answer = asked(browser, method, addressed(rule))
            seen.add((class_of(answer, endpoint), answer.status_code))
            renewed = answer.status_code < 400 or rule in STEPPED_UP
            cookie = ("Set-Cookie" in answer.headers and renewed) or rule.startswith(KEPT_APART)
            if found := wrong(answer, endpoint, cookie=cookie or not login):
                faults.append((login, method, rule, answer.status_code, found))
    assert faults == [], "\n".join(map(str, faults))
    assert {kind for kind, _ in seen} >= SEEN
    assert {status for _, status in seen} >= {200, 303, 302, 400, 401, 403, 404, 405, 422}


@pytest.mark.parametrize("status", [400, 404, 409, 413, 429, 500, 503])
def test_every_kind_of_fault(app, status):
    @public
    def failing():
        return Browser(app).client.application.aborter(status)

    app.add_url_rule("/failing", "failing", failing)
    answer = app.test_client().get("/failing")
    assert answer.status_code == status
    assert set(wrong(answer, cookie=True)) - {"Retry-After"} == set()


def test_our_own_files_and_those_that_are_not_there(app):
    for address in ("/static/vendor/site.css", "/static/vendor/page.js?v=1", "/static/none.css", "/static/../wsgi.py"):
        assert wrong(app.test_client().get(address), "static", cookie="none" in address or ".." in address) == {}, (
            address
        )
    kept = app.test_client().get("/static/vendor/site.css")
    again = app.test_client().get("/static/vendor/site.css", headers={"If-None-Match": kept.headers["ETag"]})
    assert again.status_code == 304 and {name: again.headers.get(name) for name in EVERY} == EVERY


def test_only_where_it_is_secure_the_browser_is_told_to_stay_so(tmp_path):
    from declare import create_app

    plain, secure = (
        create_app(Settings(instance=tmp_path / name, secure_cookies=name == "secure")) for name in ("plain", "secure")
    )
    for app, address in product((plain, secure), ("/health/live", "/static/vendor/site.css", "/nowhere")):
        endpoint = "static" if "static" in address else ""
        assert wrong(app.test_client().get(address), endpoint, cookie=address == "/nowhere", secure=app is secure) == {}


def test_a_header_more_or_less_is_noticed(app):
    answer = app.test_client().get("/health/live")
    assert wrong(answer) == {}
    answer.headers["X-Powered-By"] = "x"
    assert set(wrong(answer)) == {"X-Powered-By"}
    del answer.headers["X-Powered-By"], answer.headers["X-Frame-Options"]
    assert set(wrong(answer)) == {"X-Frame-Options"}
