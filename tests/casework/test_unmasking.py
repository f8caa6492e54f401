"""What is masked is seen whole only after another agreed, who one is was shown once more, and the showing is in the audit."""

import re

import pytest
from sqlalchemy import select

from declare.audit import AuditLeaf
from declare.casework.unmasking.models import ANSWERED_WITHIN, Unmasking
from tests.casework.conftest import consult, finding_of
from tests.casework.test_review import said_by

REASON = "核对登记的住址与报告的住址是否为同一处。"
HOME = "real_estate.address"


@pytest.fixture
def case(bureau):
    """Somebody with a home in the report that a finding points at: the finding, the person, the address."""
    finding = finding_of(bureau, "B22")
    _, reports = said_by(bureau, finding.person_id)
    return finding, finding.person_id, reports[-1].tables.real_estate.entries[0].address


def asked(browser, person, *fields, days="3", reason=REASON):
    """Asks as a person does; the answer."""
    browser.get(f"/people/{person}/unmasking")
    return browser.post(f"/people/{person}/unmasking", fields=list(fields), days=days, reason=reason)


def number_of(answer):
    return int(re.search(r"/unmaskings/(\d+)/", answer.headers["Location"]).group(1))


def granted(bureau, browser, lead, person, *fields, days="3"):
    """A request that was asked and agreed to; its number."""
    consult(browser, person)
    number = number_of(asked(browser, person, *(fields or (HOME,)), days=days))
    lead.get(f"/unmaskings/{number}/")
    assert lead.post(f"/unmaskings/{number}/decision", agree="yes", reason="确为核实所需。").status_code == 303
    return number


def shown(browser, number, *, shows=True):
    """Asks for the whole values; `shows` is what is given where it is asked once more who this is."""
    browser.get(f"/unmaskings/{number}/")
    return browser.post(f"/unmaskings/{number}/show", shows=shows)


def leaves(bureau, action):
    return [
        row[0] for row in bureau.ask(select(AuditLeaf.object).where(AuditLeaf.action == action).order_by(AuditLeaf.seq))
    ]


def row_of(bureau, number):
    return bureau.ask(select(Unmasking).where(Unmasking.id == number))[0][0]


def pages(browser, case):
    return browser.get(f"/people/{case[1]}/").text + browser.get(f"/findings/{case[0].id}/").text


def test_what_was_granted_is_shown_whole_and_nothing_else(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1])
    assert case[2] not in pages(reviewer, case)
    assert shown(reviewer, number).status_code == 303
    page = pages(reviewer, case)
    assert case[2] in page
    card, reports = said_by(bureau, case[1])
    numbers = {card.id_number, *(member.id_number for one in reports for member in one.family or ())} - {""}
    assert [one for one in numbers if one in page] == []


def test_every_page_that_shows_it_is_in_the_audit_with_its_fields(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1])
    shown(reviewer, number)
    assert leaves(bureau, "content.unmask") == []
    reviewer.get(f"/findings/{case[0].id}/")
    reviewer.get(f"/findings/{case[0].id}/")
    assert leaves(bureau, "content.unmask") == [f"unmasking/{number} person/{case[1]} {HOME}"] * 2
    reviewer.get("/people/")
    assert len(leaves(bureau, "content.unmask")) == 2


def test_without_showing_who_one_is_nothing_is_shown(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1])
    assert shown(reviewer, number, shows=False).status_code == 422
    assert shown(reviewer, number, shows="not the password at all").status_code == 422
    assert case[2] not in pages(reviewer, case)
    assert leaves(bureau, "content.unmask") == []


def test_it_is_shown_in_one_session_for_ten_minutes(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1])
    shown(reviewer, number)
    assert case[2] not in pages(bureau.visitor("reviewer"), case)
    bureau.clock.go(minutes=9)
    assert case[2] in pages(reviewer, case)
    bureau.clock.go(minutes=2)
    assert case[2] not in pages(reviewer, case)


def test_another_reviewer_sees_nothing_of_it(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1])
    other = bureau.visitor("reviewer2")
    consult(other, case[1])
    assert other.get(f"/unmaskings/{number}/").status_code == 403
    assert other.post(f"/unmaskings/{number}/show").status_code == 403
    assert case[2] not in pages(other, case)
    assert f"/unmaskings/{number}/" not in other.get("/unmaskings/").text


def test_nobody_answers_their_own_request(bureau, reviewer, lead, case):
    consult(lead, case[1])
    number = number_of(asked(lead, case[1], HOME))
    assert lead.post(f"/unmaskings/{number}/decision", agree="yes", reason="确为核实所需。").status_code == 403
    consult(reviewer, case[1])
    other = number_of(asked(reviewer, case[1], HOME))
    assert reviewer.post(f"/unmaskings/{other}/decision", agree="yes", reason="确为核实所需。").status_code == 403
    assert row_of(bureau, number).state == row_of(bureau, other).state == "requested"


def test_it_ends_by_itself(bureau, reviewer, lead, case):
    number = granted(bureau, reviewer, lead, case[1], days="1")
    bureau.clock.go(hours=23, minutes=59)
    browser = bureau.visitor("reviewer")
    assert shown(browser, number).status_code == 303
    assert case[2] in pages(browser, case)
    bureau.clock.go(minutes=1)
    assert case[2] not in pages(browser, case)
    assert browser.post(f"/unmaskings/{number}/show").status_code == 403


def test_a_request_nobody_answered_lapses(bureau, reviewer, case):
    consult(reviewer, case[1])
    number = number_of(asked(reviewer, case[1], HOME))
    bureau.clock.go(days=ANSWERED_WITHIN.days)
    lead = bureau.visitor("discipline-lead")
    assert f"/unmaskings/{number}/" not in lead.get("/unmaskings/").text
    assert f"/unmaskings/{number}/" in lead.get("/unmaskings/?state=done").text
    assert lead.post(f"/unmaskings/{number}/decision", agree="yes", reason="确为核实所需。").status_code == 403


@pytest.mark.parametrize("who", ["reviewer", "discipline-lead"])
def test_it_can_be_taken_back_by_either(bureau, reviewer, lead, case, who):
    number = granted(bureau, reviewer, lead, case[1])
    shown(reviewer, number)
    browser = {"reviewer": reviewer, "discipline-lead": lead}[who]
    browser.get(f"/unmaskings/{number}/")
    assert browser.post(f"/unmaskings/{number}/withdraw").status_code == 303
    assert case[2] not in pages(reviewer, case)
    assert browser.post(f"/unmaskings/{number}/withdraw").status_code == 403


def test_what_was_refused_is_not_shown(bureau, reviewer, lead, case):
    consult(reviewer, case[1])
    number = number_of(asked(reviewer, case[1], HOME))
    lead.get(f"/unmaskings/{number}/")
    assert lead.post(f"/unmaskings/{number}/decision", agree="no", reason="材料已够，不必查看。").status_code == 303
    assert reviewer.post(f"/unmaskings/{number}/show").status_code == 403
    assert case[2] not in pages(reviewer, case)


@pytest.mark.parametrize(
    "wrong",
    [
        {"fields": []},
        {"fields": ["wages.total"]},
        {"fields": ["real_estate.nothing"]},
        {"days": "8"},
        {"days": "0"},
        {"reason": "看"},
    ],
)
def test_a_request_names_fields_days_and_a_reason(bureau, reviewer, case, wrong):
    consult(reviewer, case[1])
    reviewer.get(f"/people/{case[1]}/unmasking")
    said = {"fields": [HOME], "days": "3", "reason": REASON} | wrong
    assert reviewer.post(f"/people/{case[1]}/unmasking", **said).status_code == 422
    assert bureau.ask(select(Unmasking)) == []


def test_asking_takes_a_registered_consultation(bureau, reviewer, case):
    assert "查阅事由" in reviewer.get(f"/people/{case[1]}/unmasking").text
    assert asked(reviewer, case[1], HOME).status_code == 200
    assert bureau.ask(select(Unmasking)) == []


def test_a_masked_value_leads_to_asking_for_it(reviewer, case):
    page = consult(reviewer, case[1]).text
    link = f"/people/{case[1]}/unmasking?field={HOME}"
    assert link in page
    form = reviewer.get(link).text
    assert re.search(rf'value="{HOME}"[^>]*checked', form)


def test_the_lead_is_told_how_many_wait(bureau, reviewer, lead, case):
    assert not re.search(r"申请查看 <span class=\"count\">", lead.get("/unmaskings/").text)
    consult(reviewer, case[1])
    number = number_of(asked(reviewer, case[1], HOME))
    page = lead.get("/unmaskings/").text
    assert '申请查看 <span class="count">1</span>' in page
    assert REASON in lead.get(f"/unmaskings/{number}/").text
    assert '<span class="count">1</span>' not in reviewer.get("/unmaskings/").text


def test_the_reasons_stand_nowhere_in_plain(bureau, reviewer, lead, case, tmp_path):
    granted(bureau, reviewer, lead, case[1])
    bureau.close()
    raw = b"".join(path.read_bytes() for path in (tmp_path / "bureau").glob("declare.db*"))
    assert REASON.encode() not in raw
    assert "确为核实所需".encode() not in raw
