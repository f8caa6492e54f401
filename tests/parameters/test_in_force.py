"""What was agreed to holds for what is filed from its day on; what was found before stays as it was found."""

from datetime import date

import pytest
from sqlalchemy import select

from declare import checks
from declare.checks import in_force
from declare.checks.models import Finding
from declare.checks.source import source
from declare.extensions import db
from declare.law import Dated, Text, enacted
from declare.parameters.models import ParameterChange
from declare.rules.parameters import parameters
from declare.web import transaction
from tests.parameters.conftest import KEY, asked, decided, work

SHARE = parameters()[KEY].dated


def agree(bureau, **changes):
    number = asked(bureau.visitor("reviewer"), **changes)
    work(bureau)
    assert decided(bureau.visitor("discipline-lead"), number).status_code == 303


def check_all(bureau):
    with bureau.app.app_context(), transaction() as session:
        return checks.check(session, source().persons(session, None))


def kept(bureau):
    return sorted(bureau.ask(select(Finding.fingerprint, Finding.content, Finding.state)))


def test_what_was_found_before_stays_as_it_was_found(bureau):
    before = kept(bureau)
    agree(bureau, value="1")
    bureau.clock.go(days=2)
    summary = check_all(bureau)
    assert (summary.new, summary.cured) == (0, 0)
    said = [one for found in summary.found for one in found.thresholds if one.key == KEY]
    assert {one.value for one in said} <= {50}
    assert [one[:2] for one in kept(bureau)] == [one[:2] for one in before]


def test_a_check_runs_under_what_was_agreed_to(bureau):
    agree(bureau)
    with bureau.app.app_context():
        row = db.session.scalars(select(ParameterChange)).one()
        row.since = date(2018, 1, 1)
        db.session.commit()
    said = [one for found in check_all(bureau).found for one in found.thresholds if one.key == KEY]
    assert {(one.value, one.since) for one in said} <= {(30, date(2018, 1, 1))}


def test_a_parameter_that_is_gone_stops_no_check(bureau):
    agree(bureau)
    with bureau.app.app_context():
        db.session.scalars(select(ParameterChange)).one().key = "B99.gone"
        db.session.commit()
        with in_force(db.session):
            assert SHARE.standing() == SHARE.steps
    assert "B99.gone" in bureau.visitor("discipline-lead").get("/parameters/changes/1/").text


def test_the_rule_book_shows_what_was_agreed_to(bureau):
    agree(bureau)
    assert "30%" in bureau.visitor("reviewer").get("/rules/B28/").text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_say_what_holds_and_what_is_to_come(bureau, lang):
    agree(bureau)
    browser = bureau.visitor("reviewer")
    browser.client.set_cookie("lang", lang)
    for address in ("/parameters/", f"/parameters/{KEY}/"):
        page = browser.get(address).text
        assert "50%" in page
        assert "30%" in page


def test_values_of_one_run_are_not_those_of_another():
    one = Dated("x", {"2017-02-08": 1}, basis=None, checked="2026-01-01", title=Text("甲", "A"))
    with enacted({one: {date(2020, 1, 1): 2}}), enacted({}):
        assert one.on(date(2021, 1, 1)) == 1
