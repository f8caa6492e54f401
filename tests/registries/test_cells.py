"""One cell as a value: days, numbers, choices and codes as offices write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from declare.items.registries import registry_by_key
from declare.items.spec import Wrong
from declare.registries.cells import value_of

ESTATE, SHARES = registry_by_key("real_estate"), registry_by_key("securities")


def value(key, cell, table=ESTATE, **unit):
    return value_of(table.field(key), cell, **unit)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-02", "2026/1/2", "2026年1月2日", "2026.1.2", "20260102", 20260102, "2026-01-02 00:00:00", "2026-01-02T08:30:00+08:00",
        " 2026/01/02 ", "46024", 46024, 46024.0, date(2026, 1, 2), datetime(2026, 1, 2, 9, 30),  # noqa: DTZ001 - a workbook knows no zone
         "'2026-01-02", '="2026-01-02"',
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form(cell):
    assert value("registered", cell) == date(2026, 1, 2)


@pytest.mark.parametrize("cell", ["2026-02-30", "2026", 2026, "3", True, "上月", 10**12])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(Wrong):
        value("registered", cell)


@pytest.mark.parametrize("cell", ["", None, "-", "—", "/", "NULL", "至今", "长期"])
def test_nothing_and_what_has_not_come_is_no_day(cell):
    assert value("registered", cell) is None


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("1,234.50", "1234.50"),
        ("１２０", "120"),
        ("120㎡", "120"),
        (89.5, "89.5"),
        (120.0, "120"),
        (Decimal("66.6"), "66.6"),
    ],
)
def test_a_number_is_read_exactly(cell, read):
    assert str(value("area", cell)) == read


@pytest.mark.parametrize("cell", ["约100", "1,23", True, date(2026, 1, 2), "12亩"])
def test_what_is_no_number_is_refused(cell):
    with pytest.raises(Wrong):
        value("area", cell)


@pytest.mark.parametrize(
    ("cell", "read"),
    [("2,380,000", "238"), ("2380000元", "238"), ("¥2,380,500", "238.05"), (1, "0.0001"), (1.23456, "0.000123")],
)
def test_yuan_become_ten_thousands(cell, read):
    assert str(value("price", cell, unit="元", factor=Decimal("0.0001"))) == read


def test_a_cell_with_another_unit_than_its_header_is_refused():
    with pytest.raises(Wrong):
        value("price", "238万元", unit="元", factor=Decimal("0.0001"))
    with pytest.raises(Wrong):
        value("price", "2380000元")
    assert value("price", "238万元") == 238


@pytest.mark.parametrize("cell", ["held", "持有", " 持 有 ", "Held"])
def test_a_choice_is_read_by_key_and_label(cell):
    assert value("state", cell).value == "held"


def test_an_unknown_choice_names_the_options():
    with pytest.raises(Wrong) as caught:
        value("state", "租赁")
    assert caught.value.says.zh == "“租赁”不在可选项内，可用：持有、已转让。"


@pytest.mark.parametrize("cell", [1.1010519491231e17, "1.10105E+17", 110105194912310016.0])
def test_a_number_that_lost_its_digits_is_refused(cell):
    with pytest.raises(Wrong) as caught:
        value("subject", cell)
    assert "末几位已丢失" in caught.value.says.zh


def test_guarded_text_and_lost_zeros_are_put_right():
    assert value("subject", '="11010519491231002x"') == "11010519491231002X"
    assert value("subject", "\t11010519491231002X") == "11010519491231002X"
    assert value("code", 1, SHARES) == "000001"
    assert value("code", "600000.SH", SHARES) == "600000"
    assert value("quantity", "1,000股", SHARES) == 1000


def test_lists_of_countries_are_read_in_words_and_as_json():
    table = registry_by_key("crossings")
    assert value("destinations", "日本、韩国", table) == value("destinations", ["日本", "韩国"], table) == "JP,KR"


def test_an_overlong_text_is_refused():
    with pytest.raises(Wrong):
        value("address", "长" * 300)
