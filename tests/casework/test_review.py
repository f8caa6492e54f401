"""One person, one finding, one decision: evidence only under a registered purpose, secrets masked, two people where it is grave."""

import re

import pytest
from sqlalchemy import select

from declare.accounts.models import Person
from declare.accounts.people import card
from declare.audit import AuditLeaf
from declare.casework import cards
from declare.casework.models import Consultation, Decision
from declare.checks.models import Finding
from declare.declarations.queries import history
from declare.extensions import db
from declare.vault import Reader
from tests.casework.conftest import PURPOSE, again, consult, decide, finding_of, queued, seen
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


@pytest.mark.parametrize("left_out", ["purpose", "approval"])
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
    assert max(costs) <= 4 + 3  # whom, which finding and whether one is too close: rights


def test_a_light_finding_is_decided_by_one(bureau, reviewer):
    finding = finding_of(bureau, "B22")
    consult(reviewer, finding.person_id)
    assert decide(reviewer, finding, "accept").status_code == 303
    assert again(bureau, finding).state == "decided"
    leaves = select(AuditLeaf.object).where(AuditLeaf.action == "finding.decide")
    assert bureau.ask(leaves) == [(f"finding/{finding.id} decided accept",)]
    assert "材料齐全" in reviewer.get(f"/findings/{finding.id}/").text


@pytest.mark.parametrize(("outcome", "state"), [("inquire", "inquired"), ("defer", "deferred"), ("refer", "decided")])
def test_each_outcome_has_its_state(bureau, reviewer, outcome, state):
    finding = finding_of(bureau, "B30")
    consult(reviewer, finding.person_id)
    decide(reviewer, finding, outcome)
    assert again(bureau, finding).state == state


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [("", "材料齐全，情况属实。"), ("accept", ""), ("accept", "好的"), ("burn", "材料齐全，属实。")],
)
def test_outcome_and_reason_are_asked_for_and_what_was_typed_is_kept(bureau, reviewer, outcome, reason):
    finding = finding_of(bureau, "B22")
    consult(reviewer, finding.person_id)
    answer = decide(reviewer, finding, outcome, reason)
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text
    assert reason in answer.text
    assert again(bureau, finding).state == "open"


def test_letting_a_grave_finding_go_takes_two(bureau, reviewer, lead):
    finding = finding_of(bureau, "B30")
    consult(reviewer, finding.person_id)
    decide(reviewer, finding, "accept")
    assert again(bureau, finding).state == "waits"
    assert f"/findings/{finding.id}/" in lead.get("/findings/").text
    consult(lead, finding.person_id)
    page = lead.get(f"/findings/{finding.id}/").text
    answer = lead.post(f"/findings/{finding.id}/answer", agree="yes", reason="同意，材料可信。", seen=seen(page))
    assert answer.status_code == 303
    assert again(bureau, finding).state == "decided"
    steps = bureau.ask(select(Decision.step, Decision.account_id).order_by(Decision.position))
    assert [step for step, _ in steps] == ["proposed", "confirmed"]
    assert len({account for _, account in steps}) == 2


def test_what_is_returned_is_open_again(bureau, reviewer, lead):
    finding = finding_of(bureau, "B30")
    consult(reviewer, finding.person_id)
    decide(reviewer, finding, "accept")
    consult(lead, finding.person_id)
    page = lead.get(f"/findings/{finding.id}/").text
    lead.post(f"/findings/{finding.id}/answer", agree="no", reason="请再核实来源。", seen=seen(page))
    assert again(bureau, finding).state == "open"


def test_nobody_confirms_what_they_proposed(bureau, lead):
    finding = finding_of(bureau, "B30")
    consult(lead, finding.person_id)
    decide(lead, finding, "accept")
    assert f"/findings/{finding.id}/" not in lead.get("/findings/").text
    page = lead.get(f"/findings/{finding.id}/").text
    assert "提请人本人不能复核" in page
    answer = lead.post(f"/findings/{finding.id}/answer", agree="yes", reason="同意，材料可信。", seen="waits.1")
    assert answer.status_code == 403
    assert again(bureau, finding).state == "waits"


def test_a_reviewer_confirms_nothing(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    consult(reviewer, finding.person_id)
    decide(reviewer, finding, "accept")
    other = bureau.visitor("reviewer2")
    consult(other, finding.person_id)
    assert (
        other.post(f"/findings/{finding.id}/answer", agree="yes", reason="同意，可信。", seen="waits.1").status_code
        == 403
    )
    assert other.get("/findings/").status_code == 403


def test_who_decides_on_something_that_has_moved_is_told(bureau, reviewer):
    finding = finding_of(bureau, "B22")
    other = bureau.visitor("reviewer2")
    consult(reviewer, finding.person_id)
    consult(other, finding.person_id)
    late = seen(other.get(f"/findings/{finding.id}/").text)
    decide(reviewer, finding, "defer")
    answer = other.post(f"/findings/{finding.id}/decision", outcome="accept", reason="材料齐全，属实。", seen=late)
    assert answer.status_code == 409
    assert again(bureau, finding).state == "deferred"


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
