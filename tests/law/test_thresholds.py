"""Numbers of the law are asked for on a day, and places have their own."""

from datetime import date

import pytest

from declare.law import Dated, thresholds
from declare.law.places import CEREMONIES, CeremonyLimits, ceremonies_at

TODAY = date(2026, 11, 23)
SHARED = sorted(name for name, value in vars(thresholds).items() if isinstance(value, Dated))


def test_a_threshold_has_the_value_of_the_day():
    steps = Dated("x", {"2020-01-01": 2, "2010-01-01": 1}, basis=None, checked="2026-01-01")
    assert [steps.on(date(year, 1, 1)) for year in (2010, 2019, 2020, 2030)] == [1, 1, 2, 2]
    assert steps.step(date(2009, 12, 31)) is None
    with pytest.raises(LookupError, match="x has no value on 2009-12-31"):
        steps.on(date(2009, 12, 31))


def test_a_threshold_without_a_value_is_refused():
    with pytest.raises(ValueError, match="has no value"):
        Dated("x", {}, basis=None, checked="2026-01-01")


@pytest.mark.parametrize("name", SHARED)
def test_shared_thresholds_rest_on_a_text_in_force(name):
    threshold = getattr(thresholds, name)
    assert threshold.basis is not None
    assert threshold.basis.in_force(TODAY)
    assert threshold.step(TODAY) is not None


def test_alcohol_is_first_limited_then_barred():
    assert thresholds.HIGH_GRADE_LIQUOR.step(date(2013, 11, 30)) is None
    assert thresholds.ALCOHOL.step(date(2025, 5, 17)) is None
    assert thresholds.ALCOHOL.on(date(2025, 5, 18)) == "none"


@pytest.mark.parametrize(
    ("place", "joint", "tables", "persons"),
    [
        ("湖南", False, 20, 200),
        ("湖南", True, 30, 300),
        ("广西", False, 10, 100),
        ("广西", True, 15, 150),
        ("融安", False, 26, None),
        ("泉州", True, 25, None),
    ],
)
def test_each_place_sets_its_own_size(place, joint, tables, persons):
    limits = ceremonies_at(place).on(TODAY)
    assert (limits.tables_for(joint=joint), limits.persons_for(joint=joint)) == (tables, persons)


def test_cash_from_outside_the_family_is_barred_limited_or_not_mentioned():
    cash = {place: dated.on(TODAY).cash_from_non_relatives for place, dated in CEREMONIES.items()}
    assert {place: limit for place, limit in cash.items() if limit is not None} == {"湖南": 0, "融安": 100}


def test_a_place_without_rules_has_no_limits():
    assert ceremonies_at("") is None
    assert ceremonies_at("江东") is None
    assert CeremonyLimits().tables_for(joint=True) is None
