"""One proposes, the system tries it, another agrees before its day comes; nobody does both, nothing is decided twice."""

from datetime import date

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from declare.audit import AuditLeaf
from declare.checks import in_force
from declare.extensions import db
from declare.parameters.models import ParameterChange
from declare.rules.parameters import parameters
from tests.parameters.conftest import KEY, ask, asked, decided, work

SHARE = parameters()[KEY].dated


def states(bureau):
    return [row[0] for row in bureau.ask(select(ParameterChange.state).order_by(ParameterChange.id))]


def acts(bureau):
    chosen = select(AuditLeaf.action).where(AuditLeaf.action.startswith("parameter.")).order_by(AuditLeaf.seq)
    return [row[0] for row in bureau.ask(chosen)]


def value_on(bureau, day):
    with bureau.app.app_context(), in_force(db.session):
        return SHARE.on(day)


def test_it_is_proposed_tried_agreed_to_and_in_force_from_its_day(bureau):
    number = asked(bureau.visitor("reviewer"))
    assert value_on(bureau, date(2027, 1, 1)) == 50
    work(bureau)
    assert decided(bureau.visitor("discipline-lead"), number).status_code == 303
    assert states(bureau) == ["approved"]
    days = (date(2026, 11, 23), date(2026, 11, 24), date(2030, 1, 1))
    assert [value_on(bureau, day) for day in days] == [50, 30, 30]
    assert acts(bureau) == ["parameter.propose", "parameter.test", "parameter.publish"]


def test_what_is_refused_or_withdrawn_never_holds(bureau):
    reviewer = bureau.visitor("reviewer")
    first = asked(reviewer)
    reviewer.get(f"/parameters/changes/{first}/")
    assert reviewer.post(f"/parameters/changes/{first}/withdraw").status_code == 303
    second = asked(reviewer)
    assert decided(bureau.visitor("discipline-lead"), second, agree="no").status_code == 303
    assert states(bureau) == ["withdrawn", "refused"]
    assert value_on(bureau, date(2027, 1, 1)) == 50


def test_nobody_agrees_to_their_own_proposal(bureau, second):
    lead = bureau.visitor("discipline-lead")
    number = asked(lead)
    work(bureau)
    assert 'name="agree"' not in lead.get(f"/parameters/changes/{number}/").text
    assert decided(lead, number).status_code == 403
    assert states(bureau) == ["proposed"]
    assert decided(bureau.visitor(second), number).status_code == 303
    assert states(bureau) == ["approved"]


def test_the_database_itself_wants_another_person(bureau):
    account = bureau.account("discipline-lead").id
    row = {
        "key": KEY, "value": "30", "since": date(2027, 1, 1), "state": "approved", "proposed_by": account,
        "proposed_at": bureau.clock(), "decided_by": account, "decided_at": bureau.clock(), "reason": b"",
    }  # fmt: skip
    for changes in ({}, {"decided_by": None}):
        with bureau.app.app_context(), pytest.raises(IntegrityError):
            db.session.execute(insert(ParameterChange).values(row | changes))


def test_a_reviewer_does_not_approve_and_others_see_nothing(bureau):
    number = asked(bureau.visitor("reviewer"))
    work(bureau)
    assert decided(bureau.visitor("reviewer"), number).status_code == 403
    for login in ("auditor", "releasing-officer", "system-admin", "personnel"):
        browser = bureau.visitor(login)
        for address in ("/parameters/", f"/parameters/{KEY}/", f"/parameters/changes/{number}/"):
            assert browser.get(address).status_code == 403, (login, address)
    assert states(bureau) == ["proposed"]


def test_nothing_is_agreed_to_untried(bureau):
    number = asked(bureau.visitor("reviewer"))
    lead = bureau.visitor("discipline-lead")
    assert 'name="agree"' not in lead.get(f"/parameters/changes/{number}/").text
    assert lead.post(f"/parameters/changes/{number}/decision", agree="yes", reason="同意。同意。").status_code == 409
    assert states(bureau) == ["proposed"]


def test_nothing_is_decided_twice(bureau, second):
    number = asked(bureau.visitor("reviewer"))
    work(bureau)
    one, other = bureau.visitor("discipline-lead"), bureau.visitor(second)
    other.get(f"/parameters/changes/{number}/")
    assert decided(one, number, agree="no").status_code == 303
    late = other.post(f"/parameters/changes/{number}/decision", agree="yes", reason="试算结果合理。")
    assert late.status_code == 403
    assert states(bureau) == ["refused"]


def test_one_change_of_a_parameter_waits_at_a_time(bureau):
    number = asked(bureau.visitor("reviewer"))
    lead = bureau.visitor("discipline-lead")
    again = ask(lead, value="20")
    assert (again.status_code, again.headers["Location"]) == (303, f"/parameters/changes/{number}/")
    assert states(bureau) == ["proposed"]


def test_a_proposal_lapses_when_its_day_comes(bureau):
    number = asked(bureau.visitor("reviewer"))
    work(bureau)
    bureau.clock.go(days=1)
    lead = bureau.visitor("discipline-lead")
    assert "逾期作废" in lead.get(f"/parameters/changes/{number}/").text
    assert decided(lead, number).status_code == 403
    asked(lead, since__day="30")
    assert states(bureau) == ["lapsed", "proposed"]
    assert acts(bureau)[-2:] == ["parameter.lapse", "parameter.propose"]


def test_of_two_for_one_day_the_later_decision_counts(bureau):
    for value in ("30", "40"):
        number = asked(bureau.visitor("reviewer"), value=value)
        work(bureau)
        assert decided(bureau.visitor("discipline-lead"), number).status_code == 303
        bureau.clock.go(minutes=1)
    assert value_on(bureau, date(2027, 1, 1)) == 40


@pytest.mark.parametrize(("field", "value"), [("agree", ""), ("reason", ""), ("reason", "好")])
def test_a_decision_needs_an_answer_and_a_reason(bureau, field, value):
    number = asked(bureau.visitor("reviewer"))
    work(bureau)
    said = {"agree": "yes", "reason": "试算结果合理。"} | {field: value}
    assert decided(bureau.visitor("discipline-lead"), number, **said).status_code == 422
    assert states(bureau) == ["proposed"]


def test_a_trial_can_be_made_again(bureau):
    number = asked(bureau.visitor("reviewer"))
    work(bureau)
    lead = bureau.visitor("discipline-lead")
    assert "重新试算" in lead.get(f"/parameters/changes/{number}/").text
    assert lead.post(f"/parameters/changes/{number}/trial").status_code == 303
    assert "正在用以往年度的报告试算" in lead.get(f"/parameters/changes/{number}/").text
    work(bureau)
    assert "正在用以往年度的报告试算" not in lead.get(f"/parameters/changes/{number}/").text
