"""One thing or two: asked beside each other with what both have in common, answered with a reason, kept, taken back."""

import re

import pytest
from msgspec import structs
from sqlalchemy import select

from declare import jobs
from declare.audit import AuditLeaf
from declare.checks.judgements import digests, judged
from declare.checks.models import Finding, Judgement, Stale
from declare.extensions import db
from declare.rules.homes import home
from tests.casework.conftest import consult
from tests.casework.planting import ELSEWHERE, alike, homes, similar_home, subjects

REASON = "调取了两处的档案，坐落与登记一致。"


@pytest.fixture
def hint(bureau):
    """A finding on a home of the register that resembles one of the report."""
    return found(bureau, similar_home(bureau.app))


def found(bureau, person, state="open"):
    """The finding on a home that the report does not show."""
    rows = bureau.ask(select(Finding).where(Finding.person_id == person, Finding.rule == "F09", Finding.state == state))
    return rows[0][0] if rows else None


def answer(browser, finding, verdict, why=REASON):
    """Answers the hint as a person does."""
    page = browser.get(f"/findings/{finding.id}/").text
    as_of = re.search(r'name="as_of" value="([^"]+)"', page).group(1)
    return browser.post(f"/findings/{finding.id}/judgement", verdict=verdict, why=why, as_of=as_of)


def checked_anew(bureau):
    with bureau.app.app_context():
        jobs.run_pending()


def test_both_stand_side_by_side_with_what_they_share_and_secrets_masked(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    page = reviewer.get(f"/findings/{hint.id}/").text
    assert "是否同一项" in page
    assert "号码只差一个字符0.90、面积1.00" in page
    assert "本人" in page
    assert ELSEWHERE not in page
    assert "不一致" in page
    assert "收回判断" not in page


def test_one_thing_is_asked_about_no_more(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    assert answer(reviewer, hint, "same").status_code == 303
    assert bureau.ask(select(Stale.person_id)) == [(hint.person_id,)]
    checked_anew(bureau)
    assert found(bureau, hint.person_id) is None
    leaves = bureau.ask(select(AuditLeaf.object).where(AuditLeaf.action == "match.judge"))
    assert leaves == [(f"judgement/1 finding/{hint.id} same",)]


def test_two_things_stay_a_finding_without_the_hint(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    answer(reviewer, hint, "different")
    checked_anew(bureau)
    other = found(bureau, hint.person_id)
    assert other.id != hint.id
    assert "是否同一项" not in reviewer.get(f"/findings/{other.id}/").text


def test_a_judgement_is_taken_back_by_another(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    answer(reviewer, hint, "same")
    checked_anew(bureau)
    page = reviewer.get(f"/findings/{hint.id}/").text
    assert "判断记录" in page
    assert REASON in page
    assert answer(reviewer, hint, "revoked", "复查后发现看错了一户。").status_code == 303
    checked_anew(bureau)
    assert found(bureau, hint.person_id).id == hint.id
    assert bureau.ask(select(Judgement.verdict).order_by(Judgement.id)) == [("same",), ("revoked",)]


@pytest.mark.parametrize(("verdict", "why"), [("same", ""), ("same", "对"), ("", REASON), ("perhaps", REASON)])
def test_a_judgement_and_a_reason_are_asked_for(bureau, reviewer, hint, verdict, why):
    consult(reviewer, hint.person_id)
    refused = answer(reviewer, hint, verdict, why)
    assert refused.status_code == 422
    assert "govuk-error-summary" in refused.text
    assert bureau.ask(select(Judgement.id)) == []


def test_nobody_judges_what_has_been_judged_meanwhile(bureau, reviewer, lead, hint):
    consult(reviewer, hint.person_id)
    page = reviewer.get(f"/findings/{hint.id}/").text
    as_of = re.search(r'name="as_of" value="([^"]+)"', page).group(1)
    consult(lead, hint.person_id)
    assert answer(lead, hint, "different").status_code == 303
    late = reviewer.post(f"/findings/{hint.id}/judgement", verdict="same", why=REASON, as_of=as_of)
    assert late.status_code == 409
    assert bureau.ask(select(Judgement.verdict)) == [("different",)]


def test_nothing_is_taken_back_that_was_not_judged(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    assert answer(reviewer, hint, "revoked").status_code == 409


def test_without_a_consultation_nothing_is_judged(bureau, reviewer, hint):
    reviewer.get(f"/people/{hint.person_id}/")
    sent = reviewer.post(f"/findings/{hint.id}/judgement", verdict="same", why=REASON, as_of="0")
    assert sent.status_code == 303
    assert bureau.ask(select(Judgement.id)) == []


def test_who_may_not_decide_may_not_judge(bureau, hint):
    for login in ("auditor", "personnel"):
        browser = bureau.visitor(login)
        assert browser.post(f"/findings/{hint.id}/judgement", verdict="same", why=REASON).status_code == 403


def test_keys_are_kept_as_digests_bound_to_the_person(bureau):
    pair = ("苏(2016)江东不动产权第8660262号", "苏(2016)江东不动产权第8660263号")
    with bureau.app.app_context():
        registered, declared = digests(1)(pair)
        assert len({registered, declared, *digests(1)(pair[::-1]), *digests(2)(pair)}) == 6
        assert digests(1)(pair) == (registered, declared)
        assert len(judged(db.session, [1, 2])) == 0


def test_a_judgement_holds_for_the_same_two_alone_whatever_else_they_say(bureau, reviewer, hint):
    consult(reviewer, hint.person_id)
    answer(reviewer, hint, "same")
    subject = subjects(bureau.app, [hint.person_id])[hint.person_id]
    (entry,) = homes(subject)
    held, told = home(alike(entry, subject.declarant)), home(structs.replace(entry, area=None))
    assert subject.judged.get((held.key, told.key)) is True
    assert subject.judged.get((told.key, held.key)) is None
