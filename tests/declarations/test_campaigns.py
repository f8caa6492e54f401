"""The last day is decided in one place; the command opens a campaign and says a wrong day in one sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.audit import AuditLeaf
from declare.declarations import deadlines
from declare.declarations.models import Campaign
from declare.extensions import db


def run(app, *arguments):
    return app.test_cli_runner().invoke(args=["campaign", *arguments])


def test_a_campaign_is_opened_with_the_days_of_the_law(app):
    assert run(app, "open", "2027").exit_code == 0
    with app.app_context():
        found = db.session.get(Campaign, 2027)
        assert (found.opens, found.deadline) == (date(2028, 1, 1), date(2028, 1, 31))
        assert db.session.query(AuditLeaf).filter_by(object="campaign/2027").count() == 1


def test_opening_it_again_changes_its_days(app):
    run(app, "open", "2027")
    run(app, "open", "2027", "--deadline", "2028-02-10")
    with app.app_context():
        assert db.session.get(Campaign, 2027).deadline == date(2028, 2, 10)
        leaves = db.session.query(AuditLeaf).filter_by(object="campaign/2027").order_by(AuditLeaf.seq)
        assert [leaf.action for leaf in leaves] == ["campaign.open", "campaign.change"]


@pytest.mark.parametrize(
    "arguments", [["99"], ["2027", "--deadline", "soon"], ["2027", "--opens", "2028-02-01", "--deadline", "2028-01-01"]]
)
def test_a_wrong_day_is_said(app, arguments):
    answer = run(app, "open", *arguments)
    assert answer.exit_code == 2
    assert "Traceback" not in answer.output


def test_the_public_key_is_printed(app):
    assert len(run(app, "public-key").output.split()) == 2


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_days_left_and_late_say_the_same(deadline, away):
    today = date.fromordinal(deadline.toordinal() - away)
    assert deadlines.days_left(deadline, today=today) == away
    assert deadlines.late(deadline, today=today) == (away < 0)


def test_the_usual_last_day_is_the_end_of_january():
    assert deadlines.usual(2025) == date(2026, 1, 31)
