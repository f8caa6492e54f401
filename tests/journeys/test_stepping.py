"""Where second factors are required: the first day, a weighty step, a signature, and taking one away; in a real browser."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from declare.access import Role
from declare.accounts import service as accounts
from declare.barrier import declared, system
from declare.config import Settings
from declare.declarations import service
from declare.units.models import Unit
from declare.web import SYSTEM, transaction
from tests.conftest import dispose, whole_app
from tests.declarations.conftest import ID_NUMBER, PASSWORD, Browser, cadre, fill
from tests.journeys.test_factors import code_of, key_at_hand  # noqa: F401 - a fixture
from tests.journeys.watching import look
from tests.serving import environment, new_tables, serving

FIRST = {"new.one": Role.DECLARANT, "security": Role.SECURITY_ADMIN}


@pytest.fixture(scope="module")
def first_passwords():
    """The first passwords of those who have never signed in."""
    return {}


@pytest.fixture(scope="module")
def site(chromium, tmp_path_factory, first_passwords):
    """A site that requires second factors, with a cadre whose report is complete and two people on their first day."""
    folder = tmp_path_factory.mktemp("strict")
    new_tables(environment(folder / "instance"))
    with ThreadPoolExecutor(1) as apart:  # a thread without the loop the browser's driver runs in
        apart.submit(prepare, folder / "instance", first_passwords).result()
    with serving(folder / "instance", folder / "log", DECLARE_SECOND_FACTOR="required") as served:
        yield served


def prepare(instance, first_passwords):
    """The people, and the report."""
    with declared(system("journey")):
        app = whole_app(Settings(instance=instance))
        people(app, first_passwords)
        dispose(app)


def people(app, first_passwords):
    """A cadre whose report is complete, two on their first day, one whose rights wait."""
    with app.app_context(), transaction() as session:
        session.add(Unit(code="JD", name="江东支队", parent_id=None, path="/JD/", region="320100"))
        service.open_campaign(session, 2025, opens=date(2026, 1, 1), deadline=date(2026, 1, 31), by=SYSTEM)
    cadre(app, "zheng", ID_NUMBER)
    browser = Browser(app.test_client()).sign_in("zheng")
    fill(browser, browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/"))
    for login, role in FIRST.items():
        with app.app_context(), transaction() as session:
            account = accounts.create_account(session, login, by=SYSTEM)
            accounts.grant(session, account, role)
            first_passwords[login] = accounts.first_password(session, account, by=SYSTEM)
            for grant in account.grants:
                accounts.give(session, grant, by=SYSTEM)
    with app.app_context(), transaction() as session:
        accounts.create_account(session, "clerk", by=SYSTEM, roles=(Role.PERSONNEL, Role.UNIT_HEAD))


def first_day(page, login, first):
    """The first password, and one's own in its place."""
    page.goto("/sign-in")
    page.locator("#login").fill(login)
    page.locator("#password").fill(first)
    press_plain(page)
    page.locator("#old").fill(first)
    page.locator("#new").fill(PASSWORD)
    press_plain(page)
    page.wait_for_url("**/factors/")


def press_plain(page):
    """The button of the form that needs no passkey."""
    page.locator("main form:not([data-passkey]) button[type=submit]").first.click()


def make_passkey(page, device):
    """A passkey, and ten codes after it."""
    page.locator(f"[name=device][value={device}]").check()
    page.locator("form[data-passkey=make] button").click()
    page.wait_for_selector(".tasks li")
    assert look(page, f"factors-second-step-{device}") == []
    page.get_by_role("button", name="生成恢复码").click()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="已经抄好，继续").click()


def test_the_first_day_of_the_security_administrator_and_a_right_given(key_at_hand, first_passwords):  # noqa: F811
    page = key_at_hand()
    first_day(page, "security", first_passwords["security"])
    assert "须用通行密钥" in page.content()
    assert look(page, "factors-first-step-passkey") == []
    page.goto("/grants/")
    assert page.url.endswith("/factors/")
    make_passkey(page, "key")
    page.goto("/grants/")
    page.get_by_role("button", name="授予").first.click()
    assert "确认是您本人" in page.content()
    assert look(page, "confirm") == []
    page.get_by_role("button", name="使用通行密钥").click()
    page.get_by_text("已授予 clerk").wait_for()
    page.get_by_role("button", name="授予").first.click()
    page.get_by_text("没有等待授予的角色").wait_for()
    page.goto("/factors/")
    page.get_by_role("link", name="移除").click()
    assert "不能移除" in page.content()
    assert look(page, "factor-needed") == []


def test_the_first_day_without_scripts(visit, first_passwords):
    page = visit(java_script_enabled=False)
    first_day(page, "new.one", first_passwords["new.one"])
    assert page.locator("form[data-passkey=make] button").is_hidden()
    page.get_by_role("link", name="登记验证器").click()
    app = code_of(page)
    page.locator("#code").fill(app.generate(int(time.time())).decode())
    press_plain(page)
    assert "第 2 步，共 2 步" in page.content()
    page.locator("form[action='/factors/codes'] button").click()
    paper = page.locator(".codes li").first.inner_text()
    page.get_by_role("link", name="已经抄好，继续").click()
    assert "/factors" not in page.url
    page.get_by_role("button", name="退出登录").first.click()
    page.locator("#login").fill("new.one")
    page.locator("#password").fill(PASSWORD)
    press_plain(page)
    page.locator("#code").fill(paper)
    press_plain(page)
    assert "还剩 9 个" in page.content()


def test_a_report_is_signed_with_a_passkey(key_at_hand):  # noqa: F811
    page = key_at_hand()
    page.goto("/sign-in")
    page.locator("#login").fill("zheng")
    page.locator("#password").fill(PASSWORD)
    press_plain(page)
    make_passkey(page, "office")
    page.goto("/declarations/")
    page.locator("main a[href^='/declarations/']").first.click()
    home = page.url
    page.goto(f"{home}sign")
    page.locator("#promise").check()
    if page.locator("#late_reason").count():
        page.locator("#late_reason").fill("出差在外，刚回单位。")
    assert look(page, "sign-with-passkey") == []
    page.get_by_role("button", name="用通行密钥签名提交").click()
    page.wait_for_url("**/receipt")
    assert "回执" in page.content()
