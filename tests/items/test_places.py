"""Countries, divisions and addresses: how they are typed, compared and made coarse."""

import pytest

from declare.items import divisions
from declare.items.folding import folded, folded_address
from declare.items.kinds.places import (
    AddressKind,
    CountriesKind,
    CountryKind,
    CurrencyKind,
    RegionKind,
    RegionsKind,
    abroad,
)
from declare.items.spec import REGION, Wrong

COUNTRY, COUNTRIES, CURRENCY = CountryKind(), CountriesKind(), CurrencyKind()
DIVISION, DIVISIONS, ADDRESS = RegionKind(), RegionsKind(), AddressKind()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("US", "US"),
        ("us", "US"),
        ("美国", "US"),
        ("United States", "US"),
        ("香港", "HK"),
        ("中国香港", "HK"),
        ("Hong Kong", "HK"),
        ("台湾", "TW"),
        ("中国", "CN"),
        ("加拿大", "CA"),
    ],
)
def test_a_country_is_known_by_code_and_by_name(typed, code):
    assert COUNTRY.clean(typed) == code


def test_hong_kong_macao_and_taiwan_are_parts_of_china_and_count_as_abroad():
    for code, zh, en in (
        ("HK", "中国香港", "Hong Kong, China"),
        ("MO", "中国澳门", "Macao, China"),
        ("TW", "中国台湾", "Taiwan, China"),
    ):
        assert COUNTRY.show(code, lang="zh", names={}) == zh
        assert COUNTRY.show(code, lang="en", names={}) == en
        assert abroad(code)
    assert abroad("US") and abroad("us")
    assert not abroad("CN") and not abroad("cn") and not abroad("")


def test_a_country_that_is_none_is_refused_and_shown_as_it_stands():
    with pytest.raises(Wrong):
        COUNTRY.clean("亚特兰蒂斯")
    assert COUNTRY.check("XX") is not None
    assert COUNTRY.show("XX", lang="zh", names={}) == "XX"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("US,JP", "US,JP"),
        ("美国、日本", "US,JP"),
        ("美国 日本 美国", "US,JP"),
        ("United States, Hong Kong, China", "US,HK"),
        ("United Arab Emirates; Japan", "AE,JP"),
    ],
)
def test_several_countries_in_one_line(typed, codes):
    assert COUNTRIES.clean(typed) == codes


def test_several_countries_are_the_same_in_any_order():
    assert COUNTRIES.same("US,JP", "jp, us")
    assert not COUNTRIES.same("US,JP", "US")
    assert COUNTRIES.check("US,XX") is not None


@pytest.mark.parametrize(("typed", "code"), [("USD", "USD"), ("美元", "USD"), ("港元", "HKD"), ("Euro", "EUR")])
def test_currencies(typed, code):
    assert CURRENCY.clean(typed) == code
    assert CURRENCY.check(code) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("320100", "320100"),
        ("江苏省南京市", "320100"),
        ("南京市", "320100"),
        ("南京", "320100"),
        ("江苏省", "320000"),
        ("江苏省南京市玄武区", "320102"),
        ("玄武区", "320102"),
        ("北京", "110000"),
        ("北京市朝阳区", "110105"),
        ("３２０１００", "320100"),
    ],
)
def test_a_division_is_known_by_code_and_by_name(typed, code):
    assert DIVISION.clean(typed) == code


@pytest.mark.parametrize("typed", ["朝阳区", "江东市", "鼓楼区"])
def test_a_name_that_several_divisions_bear_or_none_is_asked_about(typed):
    with pytest.raises(Wrong):
        DIVISION.clean(typed)


@pytest.mark.parametrize(
    ("code", "fits"), [("320100", True), ("320199", True), ("110199", True), ("999999", False), ("3201", False)]
)
def test_a_county_too_new_for_the_list_is_taken_when_its_prefecture_is_known(code, fits):
    assert (DIVISION.check(code) is None) is fits


@pytest.mark.parametrize(
    ("code", "coarse"),
    [
        ("320102", "3201 江苏省南京市"),
        ("320100", "3201 江苏省南京市"),
        ("320000", "3200 江苏省"),
        ("110105", "1101 北京市"),
        ("429004", "4290 湖北省"),
        ("000000", "地区不详"),
    ],
)
def test_a_division_becomes_its_prefecture(code, coarse):
    assert DIVISION.reduce(code, REGION, pseudonym=str) == coarse


def test_several_divisions_become_their_prefectures_each_once():
    assert DIVISIONS.reduce("320102,320104,330106", REGION, pseudonym=str) == "3201 江苏省南京市、3301 浙江省杭州市"
    assert DIVISIONS.clean("南京、杭州市、320100") == "320100,330100"


@pytest.mark.parametrize(
    ("address", "coarse"),
    [
        ("江苏省南京市玄武区中山路1号", "3201 江苏省南京市"),
        ("南京玄武区中山路1号", "3201 江苏省南京市"),
        ("北京朝阳区建国路1号", "1100 北京市"),
        ("中山路1号", "地区不详"),
    ],
)
def test_an_address_becomes_its_prefecture_and_never_its_street(address, coarse):
    assert ADDRESS.reduce(address, REGION, pseudonym=str) == coarse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江苏省南京市玄武区中山路1号3栋", "南京玄武区中山路1#3幢"),
        ("江苏南京市玄武区中山路１号", "南京市玄武区中山路 1 号"),
        ("江苏省江东市建设路8号", "江东市建设路8#"),
        ("北京市北京市朝阳区建国路1号", "北京朝阳区建国路1号"),
        ("南京市玄武区（东）1号", "南京市玄武区(东)1号"),
    ],
)
def test_two_ways_of_writing_one_address(one, other):
    assert ADDRESS.same(one, other)
    assert ADDRESS.trace(one) == ADDRESS.trace(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南京市中山路1号", "广州市中山路1号"),
        ("南京市中山路1号", "南京市中山路2号"),
        ("南京市中山路1号3幢", "南京市中山路1号3号楼"),
        ("朝阳区建国路1号", "辽宁省朝阳市建国路1号"),
    ],
)
def test_two_addresses(one, other):
    assert not ADDRESS.same(one, other)


def test_folding_is_stable():
    for text in ("江苏省江东市建设路8号3栋", "（A）栋", "Ａ B　c", "［x］"):
        assert folded(folded(text)) == folded(text)
    assert folded("Ａ B　c〔1〕") == "abc(1)"
    assert folded_address("") == ""


def test_a_road_named_after_a_city_is_no_city():
    assert divisions.located("南京路100号") == ("", "南京路100号")
    assert divisions.located("朝阳区建国路1号") == ("", "朝阳区建国路1号")
