"""Deciding: one person for the light, two for the grave; a reason always; nobody on what has moved meanwhile."""

import pytest
from sqlalchemy import select

from declare.audit import AuditLeaf
from declare.casework.models import Decision
from tests.casework.conftest import again, consult, decide, finding_of, seen


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
