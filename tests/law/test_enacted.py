"""What an organisation enacted holds from its day on, within a run and nowhere else; the law's numbers stay."""

import threading
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.law import R17, Dated, Step, by_day, enacted, supposing

DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))


def share():
    return Dated("x.share", {"2010-01-01": 50, "2020-01-01": 60}, basis=None, checked="2026-01-01")


def test_an_enacted_step_holds_from_its_day_and_the_built_in_ones_before():
    dated = share()
    with enacted({dated: {date(2027, 1, 1): 30}}):
        assert [dated.on(day) for day in (date(2015, 1, 1), date(2026, 12, 31), date(2027, 1, 1))] == [50, 60, 30]
        assert dated.held(date(2027, 5, 1)) == Step(date(2027, 1, 1), 30)
        assert dated.step(date(2009, 12, 31)) is None


def test_nothing_stays_after_the_run():
    dated = share()
    with pytest.raises(KeyError), enacted({dated: {date(2012, 1, 1): 30}}):
        raise KeyError
    assert dated.on(date(2012, 1, 1)) == 50
    assert dated.standing() == dated.steps


def test_a_run_elsewhere_sees_nothing_of_it():
    dated, seen = share(), []
    with enacted({dated: {date(2012, 1, 1): 30}}):
        thread = threading.Thread(target=lambda: seen.append(dated.on(date(2012, 1, 1))))
        thread.start()
        thread.join()
    assert seen == [50]


def test_a_step_of_the_same_day_is_replaced():
    dated = share()
    with enacted({dated: {date(2020, 1, 1): 55}}):
        assert [step.value for step in dated.standing()] == [50, 55]


@pytest.mark.parametrize("change", [enacted, lambda changes: supposing(*next(iter(changes.items())))])
def test_a_number_of_the_law_cannot_be_enacted(change):
    dated = Dated("x.law", {"2017-02-08": 1}, basis=R17.article(4, 3), checked="2026-01-01")
    assert not dated.adjustable
    with pytest.raises(ValueError, match=r"x\.law is set by the law"), change({dated: {date(2027, 1, 1): 2}}):
        pass


def test_what_is_supposed_holds_on_every_day_beside_what_is_enacted():
    dated, other = share(), share()
    with enacted({dated: {date(2027, 1, 1): 30}, other: {date(2012, 1, 1): 7}}), supposing(dated, 10):
        assert {dated.on(day) for day in (date(1990, 1, 1), date(2021, 1, 1), date(2030, 1, 1))} == {10}
        assert other.on(date(2013, 1, 1)) == 7


@pytest.mark.parametrize("value", [3, Decimal("0.20"), Fraction(1, 3), True, ("养老", "年金"), date(2027, 1, 1)])
def test_a_value_keeps_its_type(value):
    dated = Dated("x", {"2017-02-08": value}, basis=None, checked="2026-01-01")
    with enacted({dated: {date(2027, 1, 1): value}}):
        assert type(dated.on(date(2027, 1, 1))) is type(value)


def test_before_its_first_day_a_parameter_has_its_first_value():
    dated = share()
    assert dated.held(date(1, 1, 1)).value == 50
    with enacted({dated: {date(2000, 1, 1): 40}}):
        assert dated.held(date(1, 1, 1)).value == 40


def test_what_is_worked_out_of_a_day_follows_what_is_enacted():
    dated, times = share(), []

    @by_day
    def doubled(day):
        times.append(day)
        return dated.on(day) * 2

    assert [doubled(date(2021, 1, 1)), doubled(date(2021, 1, 1))] == [120, 120]
    with enacted({dated: {date(2021, 1, 1): 30}}):
        assert [doubled(date(2021, 1, 1)), doubled(date(2021, 1, 1))] == [60, 60]
    with enacted({}):
        assert doubled(date(2021, 1, 1)) == 120
    assert len(times) == 2


@given(steps=st.dictionaries(DAYS, st.integers(0, 99)), day=DAYS)
def test_the_last_step_begun_is_the_one_in_force(steps, day):
    dated = Dated("x", {"1999-12-31": 0}, basis=None, checked="2026-01-01")
    begun = [since for since in steps if since <= day]
    with enacted({dated: steps}):
        assert dated.on(day) == (steps[max(begun)] if begun else 0)


@given(steps=st.dictionaries(DAYS, st.integers(0, 99)), until=DAYS, day=DAYS)
def test_a_later_change_leaves_earlier_days_as_they_were(steps, until, day):
    dated = Dated("x", {"1999-12-31": 0}, basis=None, checked="2026-01-01")
    kept = {since: value for since, value in steps.items() if since < until}
    with enacted({dated: kept}):
        before = dated.on(day)
    with enacted({dated: kept | {until: 100}}):
        assert dated.on(day) == (100 if day >= until else before)
