"""工作事项: findings about the work itself and about people nobody has entered: who reads them, what is seen, how they are decided."""

import pytest
from sqlalchemy import select, update

from declare.accounts.models import Account
from declare.accounts.people import digest
from declare.audit import AuditLeaf
from declare.casework.models import Decision
from declare.checks.models import Finding
from declare.declarations.models import Filing, Trace
from declare.declarations.sheets import FAMILY
from declare.items.registries import RosterEntry
from declare.items.spec import table_of
from declare.items.work import Duties
from declare.units.models import Unit
from declare.web import transaction
from tests.casework.conftest import again, seen
from tests.casework.planting import STRANGER, STRANGERS_NAME, office_matters

REASON = "已向人事处核实，名单已更正。"


@pytest.fixture
def matters(bureau):
    """Findings on the work, and on somebody on the roster whom nobody has entered, by rule."""
    office_matters(bureau.app)
    rows = bureau.ask(select(Finding).where(Finding.person_id.is_(None)).order_by(Finding.id))
    return {row[0].rule: row[0] for row in rows}


def act(browser, finding, outcome="accept", reason=REASON):
    page = browser.get(f"/matters/{finding.id}/").text
    return browser.post(f"/matters/{finding.id}/decision", outcome=outcome, reason=reason, seen=seen(page))


def opened(bureau):
    """What was opened for the work of the office."""
    chosen = select(AuditLeaf.object).where(AuditLeaf.action == "content.open", AuditLeaf.row == "office")
    return [row[0] for row in bureau.ask(chosen.order_by(AuditLeaf.seq))]


def test_the_list_says_what_where_and_how_grave_and_leaves_one_leaf(bureau, reviewer, matters):
    page = reviewer.get("/matters/").text
    for finding in matters.values():
        assert f'href="/matters/{finding.id}/"' in page
    assert STRANGER not in page
    assert STRANGERS_NAME not in page
    assert table_of(Duties).title.zh in page
    assert f"{table_of(RosterEntry).title.zh} " in page
    assert "号第 1 行" in page
    assert len(opened(bureau)) == 1


def test_a_matter_shows_the_record_it_points_at(reviewer, matters):
    page = reviewer.get(f"/matters/{matters['H05'].id}/").text
    assert "system_admin" in page
    assert 'value="inquire"' not in page


def test_of_somebody_not_entered_the_number_alone_is_seen_and_masked(reviewer, matters):
    finding = matters["G06"]
    page = reviewer.get(f"/matters/{finding.id}/").text
    assert STRANGER not in page
    assert '<span class="masked">11••••••17</span>' in page
    assert STRANGERS_NAME not in page


def grave(matters):
    return next(one for one in matters.values() if one.severity >= 4)


def light(matters):
    return next(one for one in matters.values() if one.severity < 4)


def test_a_light_matter_is_decided_by_one(bureau, reviewer, matters):
    finding = light(matters)
    assert act(reviewer, finding).status_code == 303
    assert again(bureau, finding).state == "decided"
    assert REASON in reviewer.get(f"/matters/{finding.id}/").text
    assert f'href="/matters/{finding.id}/"' not in reviewer.get("/matters/").text
    assert f'href="/matters/{finding.id}/"' in reviewer.get("/matters/?state=done").text


def test_a_grave_matter_takes_two(bureau, reviewer, lead, matters):
    finding = grave(matters)
    assert act(lead, finding).status_code == 303
    assert again(bureau, finding).state == "waits"
    own = lead.get(f"/matters/{finding.id}/").text
    assert "等待纪检负责人复核" in own
    refused = lead.post(f"/matters/{finding.id}/answer", agree="yes", reason=REASON, seen="waits.1")
    assert refused.status_code == 403
    assert reviewer.post(f"/matters/{finding.id}/answer", agree="yes", reason=REASON).status_code == 403


def test_the_lead_answers_what_a_reviewer_proposed(bureau, reviewer, lead, matters):
    finding = grave(matters)
    act(reviewer, finding)
    page = lead.get(f"/matters/{finding.id}/").text
    wrong = lead.post(f"/matters/{finding.id}/answer", agree="", reason="", seen=seen(page))
    assert wrong.status_code == 422
    done = lead.post(f"/matters/{finding.id}/answer", agree="yes", reason=REASON, seen=seen(page))
    assert done.status_code == 303
    assert again(bureau, finding).state == "decided"
    assert bureau.ask(select(Decision.step).order_by(Decision.id)) == [("proposed",), ("confirmed",)]


@pytest.mark.parametrize(("outcome", "reason"), [("inquire", REASON), ("", REASON), ("accept", "")])
def test_outcome_and_reason_are_asked_for_and_nobody_can_be_inquired_of(bureau, reviewer, matters, outcome, reason):
    finding = light(matters)
    assert act(reviewer, finding, outcome, reason).status_code == 422
    assert again(bureau, finding).state == "open"


def test_what_moved_meanwhile_is_not_decided(bureau, reviewer, matters):
    finding = light(matters)
    reviewer.get(f"/matters/{finding.id}/")
    late = reviewer.post(f"/matters/{finding.id}/decision", outcome="accept", reason=REASON, seen="open.9")
    assert late.status_code == 409


@pytest.mark.parametrize("login", ["auditor", "personnel", "system-admin", "audit-admin"])
def test_other_roles_read_none(bureau, matters, login):
    browser = bureau.visitor(login)
    assert browser.get("/matters/").status_code == 403
    assert browser.get(f"/matters/{light(matters).id}/").status_code == 403


def test_who_does_not_reach_the_top_has_an_empty_list(bureau, matters):
    below(bureau, "reviewer")
    browser = bureau.visitor("reviewer")
    assert "没有待处理的工作事项" in browser.get("/matters/").text
    assert browser.get(f"/matters/{light(matters).id}/").status_code == 403
    assert opened(bureau) == []


def below(bureau, login):
    """Moves somebody into a unit below the top."""
    from declare.accounts.models import Person

    person = bureau.account(login).person_id
    with bureau.app.app_context(), transaction() as session:
        unit = session.scalars(select(Unit).where(Unit.parent_id.is_not(None)).order_by(Unit.path)).first()
        session.execute(update(Person).where(Person.id == person).values(unit_id=unit.id, unit_path=unit.path))


def test_somebody_of_ones_own_family_is_not_ones_to_look_at(bureau, reviewer, matters):
    finding = matters["G06"]
    assert reviewer.get(f"/matters/{finding.id}/").status_code == 200
    with bureau.app.app_context(), transaction() as session:
        person = session.scalars(select(Account.person_id).where(Account.login == "reviewer")).one()
        filing = session.scalars(select(Filing.id).limit(1)).one()
        trace = Trace(
            digest=digest(STRANGER), index="id_number", filing_id=filing, person_id=person, table=FAMILY, entry=0
        )
        session.add(trace)
    assert reviewer.get(f"/matters/{finding.id}/").status_code == 403
    assert f'href="/matters/{finding.id}/"' not in reviewer.get("/matters/").text


def test_a_finding_on_a_person_is_no_office_matter(bureau, reviewer, matters):
    about = bureau.ask(select(Finding.id).where(Finding.person_id.is_not(None)).limit(1))[0][0]
    assert reviewer.get(f"/matters/{about}/").status_code == 404
    assert reviewer.get(f"/findings/{light(matters).id}/").status_code == 404
