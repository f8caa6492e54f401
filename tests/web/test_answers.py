"""What every answer carries: headers, a nonce, a page for every refusal and fault, one line in the log and no content in it."""

import json
import re

import pytest
from flask import abort
from sqlalchemy.exc import OperationalError

from declare.access import Role
from declare.extensions import db
from declare.units.models import Unit
from declare.vault import Refused
from declare.web import StaleRevision, TooSoon, public

PLANTED = "机密字样XYZZY"
FAULTS = {
    "stale": (StaleRevision(PLANTED), 409, "内容已在别处修改"),
    "soon": (TooSoon(7), 429, "请在 7 秒后再试"),
    "sealed": (Refused(), 500, "数据校验失败"),
    "fault": (RuntimeError(PLANTED), 500, "系统出了差错"),
    "database": (OperationalError(PLANTED, {}, Exception(PLANTED)), 503, "系统暂时不能使用"),
}


@pytest.fixture
def broken(office):
    """The application with a page for each way to fail, after something was written."""

    @public
    def failing(name):
        db.session.add(Unit(code=f"X{name}", name=PLANTED, path=f"/X{name}/"))
        db.session.flush()
        if name.isdigit():
            abort(int(name))
        raise FAULTS[name][0]

    office.app.add_url_rule("/failing/<name>", "failing", failing)
    return office


def units(office):
    with office.app.app_context():
        return {unit.code for unit in db.session.query(Unit)}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_page_without_content_and_leaves_nothing(broken, name, capfd):
    _, code, words = FAULTS[name]
    answer = broken.visitor().get(f"/failing/{name}")
    assert answer.status_code == code and words in answer.text
    assert answer.headers["X-Request-Id"] in answer.text
    logged = capfd.readouterr().err
    assert "request" in logged and PLANTED not in answer.text + logged
    assert not [code for code in units(broken) if code.startswith("X")]


@pytest.mark.parametrize("code", ["400", "401", "403", "404", "405", "409", "413", "422", "429", "500", "503"])
def test_every_refusal_has_its_page(broken, code):
    answer = broken.visitor().get(f"/failing/{code}")
    assert answer.status_code == int(code) and "<h1>" in answer.text and "Traceback" not in answer.text
    assert not [unit for unit in units(broken) if unit.startswith("X")]


def test_how_long_to_wait_is_said_to_programs_too(broken):
    assert broken.visitor().get("/failing/soon").headers["Retry-After"] == "7"


def test_a_refusal_of_the_router_keeps_its_headers(office):
    answer = office.visitor().client.post("/health/live")
    assert answer.status_code in {400, 405}
    answer = office.visitor().client.delete("/health/live", headers={"X-CSRFToken": "x"})
    assert answer.status_code in {400, 405}


def test_a_form_without_its_token_is_refused_in_plain_words(office):
    office.account("zheng")
    browser = office.visitor()
    browser.get("/sign-in")
    for token in ("", "x", browser.token[:-1]):
        answer = browser.client.post("/sign-in", data={"csrf_token": token, "login": "zheng", "password": "x"})
        assert answer.status_code == 400 and "填写的内容仍在原页面" in answer.text


def test_a_token_of_another_visitor_does_not_do(office):
    one, other = office.visitor(), office.visitor()
    one.get("/sign-in")
    other.get("/sign-in")
    assert one.client.post("/sign-out", data={"csrf_token": other.token}).status_code == 400


def test_even_without_a_database_somebody_answers(office):
    browser = office.visitor()
    path = office.app.extensions["settings"].instance
    with office.app.app_context():
        db.engine.dispose()
    for file in path.glob("declare.db*"):
        file.unlink()
    (path / "declare.db").mkdir()
    assert browser.get("/health/live").status_code == 200
    assert browser.get("/health/ready").status_code == 503
    answer = browser.get("/sign-in")
    assert answer.status_code in {500, 503} and "Traceback" not in answer.text


def test_a_script_runs_by_the_nonce_of_its_page_alone(office):
    browser = office.visitor()
    first, second = browser.get("/sign-in"), browser.get("/sign-in")
    nonces = [set(re.findall(r'nonce="([^"]+)"', answer.text)) for answer in (first, second)]
    assert len(nonces[0]) == len(nonces[1]) == 1 and nonces[0] != nonces[1]
    for answer, nonce in zip((first, second), nonces, strict=True):
        policy = answer.headers["Content-Security-Policy"]
        assert policy == (
            f"default-src 'none'; script-src 'nonce-{nonce.pop()}'; style-src 'self'; img-src 'self' data:; "
            "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )


def test_pages_are_not_kept_and_our_files_are(office):
    page = office.visitor().get("/sign-in")
    assert page.headers["Cache-Control"] == "no-store"
    sheet = re.search(r'href="(/static/vendor/site\.css\?v=[0-9a-f]{12})"', page.text).group(1)
    assert office.visitor().get(sheet).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "immutable" not in office.visitor().get("/static/vendor/site.css").headers["Cache-Control"]
    assert office.visitor().get("/static/none.css?v=1").headers["Cache-Control"] == "no-store"


def test_the_log_has_known_keys_alone_and_no_query(office, capfd):
    office.account("zheng", Role.DECLARANT)
    capfd.readouterr()
    office.visitor("zheng").get(f"/sessions/?word={PLANTED}")
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [line["endpoint"] for line in lines][-1] == "accounts.sessions"
    assert {key for line in lines for key in line} <= {
        "event",
        "level",
        "timestamp",
        "request_id",
        "method",
        "endpoint",
        "status",
        "ms",
    }
    assert PLANTED not in json.dumps(lines, ensure_ascii=False) and "zheng" not in json.dumps(lines)


def test_a_library_that_quotes_content_is_not_quoted(office, capfd):
    try:
        int(PLANTED)
    except ValueError:
        office.app.logger.exception("about %s", PLANTED)
    line = json.loads(capfd.readouterr().err.splitlines()[-1])
    assert PLANTED not in json.dumps(line, ensure_ascii=False) and line["fault"] == "ValueError"


def test_a_request_too_large_is_refused(office):
    browser = office.visitor()
    browser.get("/sign-in")
    assert browser.post("/sign-in", login="x" * 9_000_000, password="x").status_code == 413
