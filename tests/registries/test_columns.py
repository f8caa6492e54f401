"""Columns and fields: recognised by key, label and common words, units converted, swaps noticed."""

from decimal import Decimal

import pytest

from declare.items.registries import REGISTRIES, registry_by_key
from declare.registries.columns import Column, as_field, likeliest, recognised
from declare.registries.columns.fit import Sample, misfits

ESTATE = registry_by_key("real_estate")


@pytest.mark.parametrize("table", REGISTRIES, ids=lambda table: table.key)
@pytest.mark.parametrize("words", ["key", "zh", "en"])
def test_every_field_is_known_by_key_and_by_label_in_both_languages(table, words):
    headers = [one.key if words == "key" else getattr(one.label, words) for one in table.fields]
    assert [column.field for column in recognised(table, headers)] == list(table.keys)
    assert likeliest(headers) is table


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("身份证号", "subject"),
        ("证件号码*", "subject"),
        ("身份证号码（必填）", "subject"),
        ("房屋坐落", "address"),
        ("面 积", "area"),
        ("建筑面积（平方米）", "area"),
        ("建筑面积/㎡", "area"),
        ("成交价：万元", "price"),
        ("登簿日期(年月日)", "registered"),
        ("Identity Number", "subject"),
        ("ID_NUMBER", "subject"),
        ("规划用途", "kind"),
    ],
)
def test_common_words_are_known(header, field):
    assert recognised(ESTATE, [header])[0].field == field


@pytest.mark.parametrize("header", ["姓名", "备注", "", "序号", "面积（亩）", "交易价格（美元）"])
def test_other_words_and_other_units_are_left_out(header):
    assert recognised(ESTATE, [header])[0].field == ""


def test_a_label_of_its_own_goes_before_another_word():
    table = registry_by_key("exit_documents")
    assert [one.field for one in recognised(table, ["证件号码", "身份证号"])] == ["number", "subject"]


def test_a_field_is_taken_once():
    assert [one.field for one in recognised(ESTATE, ["面积", "建筑面积"])] == ["", "area"]


@pytest.mark.parametrize(
    ("registry", "key", "header", "factor"),
    [
        ("real_estate", "price", "交易价格（元）", Decimal("0.0001")),
        ("real_estate", "price", "交易价格（万元）", None),
        ("real_estate", "price", "交易价格", None),
        ("businesses", "subscribed", "认缴出资额(亿元)", Decimal(10_000)),
        ("tax", "net_income", "税后收入（万元）", Decimal(10_000)),
        ("funds", "units", "份额（份）", Decimal("0.0001")),
    ],
)
def test_a_unit_is_converted_only_where_the_header_names_it(registry, key, header, factor):
    assert as_field(header, registry_by_key(registry).field(key)).factor == factor


def sampled(*columns):
    """Some values of each column."""
    found = Sample()
    for row in zip(*columns, strict=True):
        found.take(row)
    return found


def told(headers, fields, *values):
    plan = [Column(header, field) for header, field in zip(headers, fields, strict=True)]
    return {at: says.zh for at, says in misfits(ESTATE, plan, sampled(*values))}


PLACES, AREAS = ("南京市珠江路3号", "南京市中山路8号", "苏州市人民路1号"), ("89.5", "120", "66")


def test_two_swapped_columns_are_pointed_out_together():
    assert told(("面积", "坐落"), ("area", "address"), PLACES, AREAS) == {
        0: "“面积”一列多数不是数字，是否与“坐落”对调？"
    }


def test_a_column_that_is_meant_for_another_field_says_which():
    days = ("2020-01-02", "2021-03-04", "2022-05-06")
    assert told(("面积",), ("area",), days) == {0: "“面积”一列多数不是数字，是否应为“登记时间”？"}


def test_a_column_of_something_else_is_pointed_out():
    assert told(("面积",), ("area",), ("大", "中", "小")) == {0: "“面积”一列多数不是数字，请核对它对应的字段。"}
    assert told(("坐落",), ("address",), ("1", "2", "3")) != {}
    assert told(("身份证号",), ("subject",), ("王一", "李二", "赵三")) != {}


@pytest.mark.parametrize("values", [AREAS, ("89.5", "-", "约百", "70"), ("89.5", "x"), ("x",)])
def test_few_strange_values_are_a_matter_of_their_rows(values):
    assert told(("面积",), ("area",), values) == {}


def test_numbers_with_wrong_check_digits_are_numbers_all_the_same():
    assert told(("身份证号",), ("subject",), ("110105194912310021", "110105194912310021", "H12345678")) == {}
