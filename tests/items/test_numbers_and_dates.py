"""Numbers and days as people type them, and as an export makes them coarse."""

from datetime import date
from decimal import Decimal

import pytest

from declare.items.kinds.dates import DayKind, MonthKind
from declare.items.kinds.numbers import AreaKind, CountKind, FlagKind, PercentKind, WanKind, YuanKind, band
from declare.items.spec import BAND, YEAR, Wrong

WAN, YUAN, AREA, PERCENT, COUNT, FLAG = WanKind(), YuanKind(), AreaKind(), PercentKind(), CountKind(), FlagKind()
DAY, MONTH = DayKind(), MonthKind()


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (WAN, "1,234.50", "1234.50"),
        (WAN, "１，２３４．５", "1234.5"),
        (WAN, " 12 万元 ", "12"),
        (WAN, "0.1万", "0.1"),
        (YUAN, "480元", "480"),
        (AREA, "89.5㎡", "89.5"),
        (AREA, "89.5 平方米", "89.5"),
        (AREA, "89.5m²", "89.5"),
        (PERCENT, "30％", "30"),
        (WAN, "-3", "-3"),
    ],
)
def test_amounts_are_understood_as_people_type_them(kind, typed, value):
    assert kind.clean(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("kind", "typed", "word"),
    [
        (WAN, "5000元", "万元"),
        (WAN, "2亿", "万元"),
        (YUAN, "0.5万元", "元"),
        (AREA, "2亩", "㎡"),
        (WAN, "一百", "数字"),
        (WAN, "1.2.3", "数字"),
        (WAN, "1,23", "千位"),
        (WAN, "12,34.5", "千位"),
        (COUNT, "2.5", "整数"),
        (COUNT, "3个", "数字"),
        (WAN, "9" * 27, "过大"),
        (COUNT, "9" * 5000, "过大"),
        (WAN, "0." + "9" * 5000, "过大"),
    ],
)
def test_what_is_not_understood_is_answered_with_the_remedy(kind, typed, word):
    with pytest.raises(Wrong) as refusal:
        kind.clean(typed)
    assert word in refusal.value.says.zh
    assert "{" not in refusal.value.says.zh + refusal.value.says.en


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        (WAN, "0", True),
        (WAN, "9999999999.99", True),
        (WAN, "10000000000", False),
        (WAN, "-0.01", False),
        (WAN, "1.005", False),
        (WAN, "1.500", True),
        (PERCENT, "100", True),
        (PERCENT, "100.01", False),
        (PERCENT, "-1", False),
    ],
)
def test_forms_take_two_decimals_and_twelve_digits(kind, value, fits):
    assert (kind.check(Decimal(value)) is None) is fits


def test_amounts_compare_by_value_and_trace_alike():
    assert WAN.same(Decimal("1.0"), Decimal("1.00"))
    assert WAN.trace(Decimal(100)) == WAN.trace(Decimal("100.00")) == "100"


@pytest.mark.parametrize(
    ("value", "step"),
    [
        ("-1", "<0"),
        ("0", "0"),
        ("0.01", "0–1"),
        ("1", "0–1"),
        ("1.01", "1–5"),
        ("5", "1–5"),
        ("99.99", "50–100"),
        ("1000", "500–1000"),
        ("1000.01", ">1000"),
    ],
)
def test_a_band_holds_its_upper_end(value, step):
    assert WAN.reduce(Decimal(value), BAND, pseudonym=str) == step


def test_every_value_stands_in_exactly_one_band():
    steps = [band(value, (1, 5, 10)) for value in range(13)]
    assert steps == ["0", "0–1", *["1–5"] * 4, *["5–10"] * 5, ">10", ">10"]


@pytest.mark.parametrize(
    "typed",
    [
        "2025-05-02",
        "2025年5月2日",
        "2025/5/2",
        "2025.5.2",
        "20250502",
        "2025 年 5 月 2 日",
        "２０２５－５－２",
        "2 May 2025",
        "02 may 2025",
    ],
)
def test_a_day_may_be_typed_in_many_ways(typed):
    assert DAY.clean(typed) == date(2025, 5, 2)


@pytest.mark.parametrize(
    "typed", ["2025-02-30", "25-5-2", "2025-5", "昨天", "2025-13-01", "0000-01-01", "2 Foo 2025", "202505021"]
)
def test_a_day_that_is_none_is_answered_with_an_example(typed):
    with pytest.raises(Wrong) as refusal:
        DAY.clean(typed)
    assert "2025-05-02" in refusal.value.says.zh


@pytest.mark.parametrize("typed", ["2025-05", "2025年5月", "2025/5", "202505", "May 2025", "2025.05"])
def test_a_month_may_be_typed_in_many_ways(typed):
    assert MONTH.clean(typed) == "2025-05"


@pytest.mark.parametrize("typed", ["2025-13", "2025", "5月", "2025-00"])
def test_a_month_that_is_none_is_refused(typed):
    with pytest.raises(Wrong):
        MONTH.clean(typed)


def test_days_and_months_are_shown_in_both_languages():
    assert DAY.show(date(2025, 5, 2), lang="zh", names={}) == "2025年5月2日"
    assert DAY.show(date(2025, 5, 2), lang="en", names={}) == "2 May 2025"
    assert MONTH.show("2025-05", lang="zh", names={}) == "2025年5月"
    assert MONTH.show("2025-05", lang="en", names={}) == "May 2025"


def test_a_day_becomes_its_year():
    assert DAY.reduce(date(2025, 5, 2), YEAR, pseudonym=str) == "2025"
    assert MONTH.reduce("2025-05", YEAR, pseudonym=str) == "2025"


@pytest.mark.parametrize(("year", "fits"), [(1899, False), (1900, True), (2100, True), (2101, False)])
def test_a_year_out_of_all_reason_is_asked_about(year, fits):
    assert (DAY.check(date(year, 1, 1)) is None) is fits
    assert (MONTH.check(f"{year}-01") is None) is fits


@pytest.mark.parametrize(
    ("typed", "value"), [("是", True), ("否", False), ("Yes", True), (" no ", False), ("true", True), ("0", False)]
)
def test_yes_and_no(typed, value):
    assert FLAG.clean(typed) is value


def test_maybe_is_no_answer():
    with pytest.raises(Wrong):
        FLAG.clean("也许")


def test_counts_are_whole():
    assert COUNT.clean("1,200") == 1200
    assert COUNT.show(1200, lang="zh", names={}) == "1,200"
    assert COUNT.check(-1) is not None
    assert COUNT.check(10**12) is not None
    assert COUNT.check(10**12 - 1) is None
