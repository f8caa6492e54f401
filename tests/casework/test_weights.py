"""The score: severity times precision, whole points that add up, the same in the database and on the page, in the same order always."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from declare.accounts.models import Account
from declare.casework import queries
from declare.casework.models import Decision, Outcome, Step
from declare.casework.precision import Tally, tallies
from declare.casework.weights import CERTAIN, PRIOR, WEIGHTS, points, precision, precisions, total, weight
from declare.checks.models import Finding
from declare.extensions import db
from declare.web import now, transaction
from tests.casework.conftest import consult, queued

TODAY = date(2026, 11, 23)
COUNTS = st.integers(0, 10_000)


def decided(bureau, rule, outcome, *, times, step=Step.DECIDED):
    """Decisions on the findings of a rule, as many as asked for."""
    with bureau.app.app_context(), transaction() as session:
        finding = session.scalars(select(Finding).where(Finding.rule == rule).order_by(Finding.id)).first()
        account = session.scalar(select(Account.id).where(Account.login == "reviewer"))
        last = session.query(Decision).filter(Decision.finding_id == finding.id).count()
        for position in range(last + 1, last + 1 + times):
            session.add(
                Decision(
                    finding_id=finding.id, position=position, step=step.value, outcome=outcome.value,
                    account_id=account, at=now(), sealed=b"",
                )
            )  # fmt: skip


def known(bureau):
    with bureau.app.app_context():
        return precisions(tallies(db.session), TODAY)


@given(COUNTS, COUNTS, st.integers(0, 100))
def test_precision_lies_between_nothing_and_certain_and_falls_with_what_is_accepted(accepted, referred, prior):
    tally = Tally(accepted + referred, accepted, referred)
    found = precision(tally, prior=prior)
    assert 0 <= found <= CERTAIN
    assert precision(Tally(tally.decided + 1, accepted + 1, referred), prior=prior) <= found
    assert precision(Tally(tally.decided + 1, accepted, referred + 1), prior=prior) >= found


def test_with_few_decisions_the_good_name_prevails():
    prior = PRIOR.held(TODAY).value
    assert precision(Tally(), prior=prior) == CERTAIN
    assert precision(Tally(1, 1, 0), prior=prior) == 91
    assert precision(Tally(10, 10, 0), prior=prior) == 50
    assert precision(Tally(90, 90, 0), prior=prior) == 10
    assert precision(Tally(10, 0, 10), prior=prior) == CERTAIN
    assert precision(Tally(), prior=0) == CERTAIN


@pytest.mark.parametrize(
    ("severity", "percent", "shown"), [(4, 100, 30), (4, 85, 26), (3, 85, 10), (3, 46, 6), (1, 10, 1), (2, 12, 1)]
)
def test_points_are_rounded_half_up_and_never_nothing(severity, percent, shown):
    assert points(severity, percent) == shown


def test_only_what_ends_a_finding_counts(bureau):
    decided(bureau, "B30", Outcome.ACCEPT, times=2)
    decided(bureau, "B30", Outcome.REFER, times=1, step=Step.CONFIRMED)
    decided(bureau, "B30", Outcome.INQUIRE, times=3)
    decided(bureau, "B30", Outcome.ACCEPT, times=4, step=Step.PROPOSED)
    decided(bureau, "B30", Outcome.ACCEPT, times=5, step=Step.RETURNED)
    with bureau.app.app_context():
        assert tallies(db.session) == {"B30": Tally(3, 2, 1)}


def test_the_database_counts_as_the_page_does(bureau):
    decided(bureau, "B30", Outcome.ACCEPT, times=7)
    decided(bureau, "B22", Outcome.ACCEPT, times=3)
    now_known = known(bureau)
    rows = bureau.ask(select(Finding.rule, Finding.severity, weight(now_known)).order_by(Finding.id))
    assert [row[2] for row in rows] == [total([(row[0], row[1])], now_known) for row in rows]
    assert any(row[2] < WEIGHTS[row[1]] for row in rows)


def test_queue_and_person_show_the_same_sum_and_its_addends(bureau, reviewer):
    decided(bureau, "B30", Outcome.ACCEPT, times=7)
    wanted = queries.Wanted()
    with bureau.app.test_request_context():
        actor = bureau.account("reviewer").actor()
        rows = queries.queue(db.session, actor, wanted, page=1, known=known(bureau))
        scores = {row.person.id: row.score for row in rows}
    assert list(scores) == queued(reviewer.get("/people/").text)
    assert list(scores.values()) == sorted(scores.values(), reverse=True)
    person = bureau.ask(select(Finding.person_id).where(Finding.rule == "B30", Finding.state == "open"))[0][0]
    page = consult(reviewer, person).text
    assert f"风险 {scores[person]}</h2>" in page
    assert sum(map(int, re.findall(r'<span class="number">\+(\d+)</span>', page))) == scores[person]
    assert "30 × 59%" in page


def test_the_order_stays_from_one_look_to_the_next(bureau, reviewer):
    orders = {tuple(queued(reviewer.get("/people/").text)) for _ in range(3)}
    assert len(orders) == 1
