"""A place is known by its names, and what it sets is asked for on a day."""

from datetime import date

import pytest

from declare.law.places import (
    CEREMONIES,
    NAMES,
    CeremonyLimits,
    ceremonies_at,
    gift_hand_over_at,
    limit_at,
    limits_named,
)
from declare.law.thresholds import GIFT_HAND_OVER

TODAY = date(2026, 11, 23)
SATURDAY = date(2025, 6, 21)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("湖南", "湖南"),
        (" 湖南省长沙市 ", "湖南"),
        ("广西壮族自治区", "广西"),
        ("广西南宁", "广西"),
        ("广西壮族自治区蒙山县", "广西蒙山"),
        ("蒙山县", "广西蒙山"),
        ("广西融安", "融安"),
        ("陕西省宝鸡市", "宝鸡"),
        ("福建泉州", "泉州"),
        ("宁夏回族自治区贺兰县", "宁夏贺兰"),
        ("贺兰", "宁夏贺兰"),
        ("江苏盱眙", "盱眙地税"),
        ("浙江安吉", "安吉"),
    ],
)
def test_a_place_is_known_by_its_names(name, place):
    assert ceremonies_at(name) is CEREMONIES[place]


@pytest.mark.parametrize("stranger", ["", "  ", "江东", "省", "长沙"])
def test_no_place_and_a_stranger_set_nothing(stranger):
    assert ceremonies_at(stranger) is None
    assert limit_at(stranger, "tables") is None
    assert gift_hand_over_at(stranger) is GIFT_HAND_OVER


def test_every_other_name_leads_to_a_place():
    assert set(NAMES.values()) <= set(CEREMONIES)


def test_gifts_have_a_number_of_the_place_where_it_sets_one():
    assert gift_hand_over_at("湖南").key == "domestic_gift.hand_over.湖南"
    assert gift_hand_over_at("湖南").on(TODAY) == 200
    assert gift_hand_over_at("宝鸡") is GIFT_HAND_OVER


def test_one_number_of_a_place_is_a_threshold_of_its_own():
    cars = limit_at("蒙山", "cars")
    assert (cars.key, cars.on(TODAY), cars.basis) == ("ceremony.广西蒙山.cars", 5, CEREMONIES["广西蒙山"].basis)
    assert cars.step(date(2013, 12, 31)) is None
    assert limit_at("湖南", "cars") is None
    assert limit_at("湖南", "cash_from_non_relatives").on(TODAY) == 0
    assert {dated.key for dated in limits_named("cars")} == {"ceremony.广西蒙山.cars", "ceremony.泉州.cars"}


def test_celebrations_other_than_weddings_have_their_own_size():
    limits = ceremonies_at("蒙山").on(TODAY)
    assert (limits.tables_for(joint=False, wedding=False), limits.persons_for(joint=True, wedding=False)) == (12, 120)
    assert CeremonyLimits(tables=10).tables_for(joint=False, wedding=False) is None


@pytest.mark.parametrize(
    ("place", "before", "after", "after_funeral"),
    [
        ("湖南", None, None, None),
        ("蒙山", date(2025, 6, 9), date(2025, 7, 4), date(2025, 7, 4)),
        ("宝鸡", date(2025, 6, 16), date(2025, 7, 1), date(2025, 7, 1)),
        ("融安", date(2025, 6, 18), None, None),
        ("贺兰", date(2025, 6, 14), None, date(2025, 6, 28)),
        ("盱眙", date(2025, 6, 11), None, date(2025, 7, 6)),
    ],
)
def test_terms_before_and_after_are_those_of_the_place(place, before, after, after_funeral):
    limits = ceremonies_at(place).on(TODAY)
    assert limits.report_before(SATURDAY) == before
    assert limits.report_after(SATURDAY) == after
    assert limits.report_after(SATURDAY, funeral=True) == after_funeral
