"""One person, one finding, one decision: evidence only under a registered purpose, secrets masked, two people where it is grave."""

import re

import pytest
from sqlalchemy import select

from declare.accounts.models import Person
from declare.accounts.people import card
from declare.audit import AuditLeaf
from declare.casework import cards
from declare.casework.models import Consultation
from declare.checks.models import Finding
from declare.declarations.queries import history
from declare.extensions import db
from declare.vault import Reader
from tests.casework.conftest import PURPOSE, consult, decide, finding_of, queued
from tests.casework.test_queue import statements

READER = Reader(None, "system", "test")


def said_by(bureau, person_id):
    """The card and the reports of a person, for comparison."""
    with bureau.app.app_context():
        card_ = card(db.session, db.session.get(Person, person_id), READER)
        reports = history(db.session, [person_id], READER)[person_id]
        db.session.rollback()
    return card_, reports


def test_before_a_purpose_is_given_nothing_but_the_name_is_shown(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    for address in (f"/people/{finding.person_id}/", f"/findings/{finding.id}/"):
        page = reviewer.get(address).text
        assert "查阅事由" in page
        assert "<article" not in page


@pytest.mark.parametrize("left_out", ["purpose", "approval", "approver"])
def test_purpose_and_approval_are_asked_for(bureau, reviewer, left_out):
    person = finding_of(bureau, "B30").person_id
    reviewer.get(f"/people/{person}/")
    answer = reviewer.post(f"/people/{person}/consultation", **(PURPOSE | {left_out: ""}))
    assert answer.status_code == 422
    assert bureau.ask(select(Consultation)) == []


def test_a_purpose_is_asked_for_once_and_again_after_thirty_days(bureau, reviewer):
    person = finding_of(bureau, "B30").person_id
    assert "<article" in consult(reviewer, person).text
    assert "<article" in bureau.visitor("reviewer").get(f"/people/{person}/").text
    assert "查阅事由" in bureau.visitor("reviewer2").get(f"/people/{person}/").text
    bureau.clock.go(days=31)
    assert "<article" not in bureau.visitor("reviewer").get(f"/people/{person}/").text


def test_every_opening_names_the_consultation_in_the_audit(bureau, reviewer):
    person = finding_of(bureau, "B30").person_id
    consult(reviewer, person)
    leaves = select(AuditLeaf.object).where(AuditLeaf.action == "content.open", AuditLeaf.row == "consultation/1")
    opened = bureau.ask(leaves)
    assert opened
    assert f"person/{person}" in opened[-1][0]
    assert "filing/" in opened[-1][0]


def test_what_was_typed_as_purpose_stands_nowhere_in_plain(bureau, reviewer, tmp_path):
    consult(reviewer, finding_of(bureau, "B30").person_id)
    bureau.close()
    raw = b"".join(path.read_bytes() for path in (tmp_path / "bureau").glob("declare.db*"))
    assert PURPOSE["purpose"].encode() not in raw
    assert PURPOSE["approval"].encode() not in raw


def test_secrets_are_masked_everywhere(bureau, reviewer):
    for finding in (row[0] for row in bureau.ask(select(Finding).order_by(Finding.id))):
        consult(reviewer, finding.person_id)
        pages = reviewer.get(f"/people/{finding.person_id}/").text + reviewer.get(f"/findings/{finding.id}/").text
        card_, reports = said_by(bureau, finding.person_id)
        secrets = {card_.id_number, *(member.id_number for one in reports for member in one.family or ())}
        secrets |= {
            home.address for one in reports if one.tables.real_estate for home in one.tables.real_estate.entries
        }
        assert [secret for secret in secrets - {""} if secret in pages] == []


def test_a_person_shows_the_sum_the_sentence_and_the_rows_concerned(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    page = consult(reviewer, finding.person_id).text
    _, reports = said_by(bureau, finding.person_id)
    assert reports[-1].tables.businesses.entries[0].company in page
    assert "风险 " in page
    assert "第一百零七条" in page
    assert queued(page) == [] or finding.person_id not in queued(page)


def test_a_finding_shows_this_year_beside_the_last(bureau, reviewer):
    both = [row[0] for row in bureau.ask(select(Finding).where(Finding.year == 2025).order_by(Finding.id))]
    pages = []
    for finding in both:
        consult(reviewer, finding.person_id)
        pages.append(reviewer.get(f"/findings/{finding.id}/").text)
    assert any("2025 年度" in page and "2024 年度" in page for page in pages)


@pytest.mark.parametrize(
    ("sentence", "bold"),
    [
        ("本年购房860.00万元，收入39.98万元", ["860.00万元", "39.98万元"]),
        ("第2项自2025-01-10至2025-09-10不满一年", ["2025-01-10", "2025-09-10"]),
        ("第1次出行没有填写审批机构", []),
        ("Row 3 of the table: 30.00 against 45.00%", ["30.00", "45.00%"]),
        ("表<14>有2套", ["2套"]),
    ],
)
def test_the_numbers_of_a_sentence_are_bold_those_of_rows_are_not(sentence, bold):
    shown = str(cards.bold(sentence))
    assert re.findall("<strong>(.*?)</strong>", shown) == bold
    assert "<14>" not in shown


def test_pages_cost_the_same_whatever_they_show(bureau, reviewer):
    costs = set()
    for finding in (finding_of(bureau, "B30"), finding_of(bureau, "B22"), finding_of(bureau, "A01")):
        consult(reviewer, finding.person_id)
        costs.add(statements(bureau, reviewer, f"/people/{finding.person_id}/"))
        costs.add(statements(bureau, reviewer, f"/findings/{finding.id}/"))
    assert max(costs) <= 4 + 3  # whom, which finding and whether one is too close: rights; what the menu counts


def test_after_a_decision_comes_the_next_finding_of_the_person(bureau, reviewer):
    findings = [row[0] for row in bureau.ask(select(Finding).where(Finding.state == "open").order_by(Finding.id))]
    several = next(one for one in findings if sum(other.person_id == one.person_id for other in findings) > 1)
    consult(reviewer, several.person_id)
    first = decide(reviewer, several, "defer").headers["Location"]
    number = int(re.search(r"/findings/(\d+)/", first).group(1))
    assert number != several.id
    following = next(one for one in findings if one.id == number)
    assert following.person_id == several.person_id


@pytest.mark.parametrize(
    "login", ["cadre01", "personnel", "auditor", "releasing-officer", "system-admin", "security-admin", "audit-admin"]
)
def test_nobody_else_comes_in(bureau, login):
    finding = finding_of(bureau, "B30")
    browser = bureau.visitor(login)
    for address in ("/people/", f"/people/{finding.person_id}/", f"/findings/{finding.id}/", "/findings/"):
        assert browser.get(address).status_code == 403
    for address in (
        f"/people/{finding.person_id}/consultation",
        f"/findings/{finding.id}/decision",
        f"/findings/{finding.id}/answer",
    ):
        assert browser.post(address).status_code == 403


def test_there_is_nothing_where_there_is_nobody(reviewer):
    assert reviewer.get("/people/99999/").status_code == 404
    assert reviewer.get("/findings/99999/").status_code == 404


def test_english_pages_have_english_sentences(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    consult(reviewer, finding.person_id)
    reviewer.client.set_cookie("lang", "en")
    page = reviewer.get(f"/findings/{finding.id}/").text
    assert "Record the decision" in page
    assert "Please check and explain" in page
