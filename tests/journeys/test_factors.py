"""Passkeys in a real browser with an authenticator of its own; an app, and codes on paper."""

import base64
import re
import time

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from tests.journeys.watching import look
from tests.serving import PASSWORD


@pytest.fixture
def key_at_hand(visit):
    """A page of somebody at `localhost` whose browser has an authenticator in it, which recognises its owner."""

    def opened(login=None, lang="zh"):
        page = visit(lang=lang, host="localhost")
        protocol = page.context.new_cdp_session(page)
        protocol.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        protocol.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        if login:
            enter(page, login)
        return page

    return opened


def enter(page, login):
    """Name and password."""
    page.goto("/sign-in")
    page.locator("#login").fill(login)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form:not([data-passkey]) button[type=submit]").click()


def code_of(page):
    """What an app shows that was given the key of the page."""
    key = page.locator("code.key").inner_text().replace(" ", "")
    return TOTP(base64.b32decode(key), 6, SHA1(), 30)


def test_a_passkey_is_set_up_and_signs_in_alone(key_at_hand):
    page = key_at_hand("cadre01")
    page.goto("/factors/")
    assert look(page, "factors", lang="zh") == []
    page.locator("form[data-passkey=make] button").click()
    page.wait_for_selector(".tasks li")
    assert "通行密钥已登记" in page.content()
    page.get_by_role("button", name="生成恢复码").click()
    assert page.locator(".codes li").count() == 10
    assert look(page, "recovery-codes", lang="zh") == []
    page.get_by_role("button", name="退出登录").first.click()
    page.goto("/sign-in")
    page.locator("form[data-passkey=show] button").click()
    page.wait_for_url("**/declarations/")
    page.goto("/factors/")
    assert "最近使用" in page.content()
    page.get_by_role("button", name="退出登录").first.click()
    enter(page, "cadre01")
    assert page.url.endswith("/sign-in/second")
    assert look(page, "second-step", lang="zh") == []
    page.locator("form[data-passkey=show] button").click()
    page.wait_for_url("**/declarations/")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_app_and_codes_on_paper(visit, lang):
    login = {"zh": "unit-head", "en": "personnel"}[lang]
    page = visit(login, lang=lang)
    page.goto("/factors/")
    assert look(page, "factors-none", lang=lang) == []
    page.goto("/factors/app")
    assert look(page, "factors-app", lang=lang) == []
    app = code_of(page)
    page.locator("#code").fill("000000")
    page.locator("main button[type=submit]").click()
    assert page.locator(".govuk-error-summary").is_visible()
    assert look(page, "factors-app-refused", lang=lang) == []
    page.locator("#code").fill(app.generate(int(time.time())).decode())
    page.locator("main button[type=submit]").click()
    assert re.search(r"/factors/#codes$", page.url)
    page.locator("form[action='/factors/codes'] button").click()
    paper = page.locator(".codes li").first.inner_text()
    page.context.clear_cookies(name="declare")
    enter(page, login)
    assert look(page, "second-step-app", lang=lang) == []
    page.locator("#code").fill(paper)
    page.locator("main form:not([data-passkey]) button[type=submit]").click()
    page.goto("/factors/")
    assert page.locator(".tasks li").count() == 1
    page.locator(".tasks li a").click()
    assert look(page, "factor-remove", lang=lang) == []
