"""The rule book on screen: everybody finds the rules that are theirs, with article, numbers and examples; nobody else's."""

import html
import re

import pytest

from declare.rules.book import all_rules
from declare.rules.finding import Audience

RULES = all_rules()
OPEN = [rule.id for rule in RULES if rule.audience is Audience.DECLARANT]
CLOSED = [rule.id for rule in RULES if rule.audience is Audience.REVIEWER]
SEES_ALL = ("reviewer", "discipline-lead", "auditor")
SEES_OPEN = ("cadre01", "personnel", "releasing-officer", "system-admin", "security-admin", "audit-admin")


def listed(page):
    """The rules a page lists, in order."""
    return re.findall(r'<th[^>]*><a href="/rules/([A-H]\d\d[a-z]?)/"', page)


def words(page):
    """What a page says, without its marks."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.fixture(scope="module")
def browsers(bureau_folder, tmp_path_factory):
    """Signed-in browsers of one bureau that only looks things up."""
    from tests.bureau import Bureau

    made, known = Bureau(bureau_folder, tmp_path_factory.mktemp("reading") / "bureau"), {}
    yield lambda login: known.setdefault(login, None) or known.update({login: made.visitor(login)}) or known[login]
    made.close()


@pytest.fixture
def reviewer(browsers):
    browser = browsers("reviewer")
    browser.client.set_cookie("lang", "zh")
    return browser


@pytest.mark.parametrize("login", SEES_ALL)
def test_who_reviews_leads_or_audits_sees_every_rule(browsers, login):
    assert listed(browsers(login).get("/rules/").text) == [rule.id for rule in RULES]


@pytest.mark.parametrize("login", SEES_OPEN)
def test_everybody_else_sees_those_a_declarant_is_told_about(browsers, login):
    browser = browsers(login)
    assert listed(browser.get("/rules/").text) == OPEN
    assert {browser.get(f"/rules/{id}/").status_code for id in CLOSED} <= {404}
    assert listed(browser.get(f"/rules/?q={CLOSED[0] if CLOSED else 'Z99'}").text) == []


def test_without_signing_in_there_is_nothing(bureau):
    from tests.office import Browser

    assert Browser(bureau.app).get("/rules/").status_code == 302


def test_every_rule_has_a_page_in_both_languages(reviewer):
    for rule in RULES:
        page = words(reviewer.get(f"/rules/{rule.id}/").text)
        assert rule.doc in page
        assert rule.title.zh in page
        for case in rule.examples:
            assert case.name in page, (rule.id, case.name)
        for cited in rule.basis:
            assert cited.instrument.name.zh in page
            assert cited.verified or "条款待核实" in page
    reviewer.client.set_cookie("lang", "en")
    for rule in RULES:
        assert rule.title.en[1:] in words(reviewer.get(f"/rules/{rule.id}/").text)


def test_no_placeholder_reaches_a_reader(reviewer):
    for lang in ("zh", "en"):
        reviewer.client.set_cookie("lang", lang)
        for rule in RULES:
            assert not re.search(r"\{\w+\}", words(reviewer.get(f"/rules/{rule.id}/").text)), rule.id


def test_a_parameter_says_that_no_law_sets_it(reviewer):
    page = words(reviewer.get("/rules/B21/").text)
    assert page.count("参数，无法定数值") == 2
    assert "2026年11月1日" in page


def test_rules_are_found_by_group_severity_law_article_and_words(reviewer):
    def found(**asked):
        return listed(reviewer.get("/rules/", query_string=asked).text)

    assert found(group="A") == [rule.id for rule in RULES if rule.id[0] == "A"]
    assert found(severity="1") == [rule.id for rule in RULES if 1 in rule.severity]
    assert "B31" in found(law="GWY") and "A01" not in found(law="GWY")
    assert set(found(article="GWY-74")) <= set(found(law="GWY"))
    assert found(q="b20") == ["B20"]
    assert found(q="保障性住房 多套") == ["B22"]
    assert found(q="没有这样的词") == []
    assert found(group="Z", severity="9", law="nothing") == [rule.id for rule in RULES]


def test_a_day_chooses_the_article_that_was_in_force(reviewer):
    before = reviewer.get("/rules/B07/?on=2020-05-01").text
    assert before.index("第八十二条") < before.index("第九十一条")
    assert "该日不适用" in before
    assert "请按 2026-01-31 的样子填写日期" in reviewer.get("/rules/B07/?on=yesterday").text


@pytest.mark.parametrize("address", ["/rules/Z99/", "/rules/a01/", "/rules/A01%00/"])
def test_what_is_no_rule_is_not_found(reviewer, address):
    assert reviewer.get(address).status_code == 404
