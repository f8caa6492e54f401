"""Untyped records become typed rows and come back the same; what cannot be read is named."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declare.items import disclosures
from declare.items.choices import CompanyKind, EstateKind
from declare.items.disclosures.choices import GiftKind
from declare.items.disclosures.gift import Gift
from declare.items.reading import Unreadable, read_as, read_entry, write_entry
from declare.items.real_estate import RealEstate
from declare.items.spec import table_of
from declare.items.work import Duties
from tests.items.everything import EVERY_TABLE, named
from tests.items.strategies import rows

QUICK = settings(max_examples=20, deadline=None)
EACH_TABLE = pytest.mark.parametrize("table", EVERY_TABLE, ids=named)


@EACH_TABLE
@QUICK
@given(data=st.data())
def test_a_row_survives_the_interchange(table, data):
    row = data.draw(rows(table))
    wire = msgspec.json.decode(msgspec.json.encode(write_entry(row)))
    assert read_entry(table, wire) == row


@EACH_TABLE
@QUICK
@given(data=st.data())
def test_a_row_survives_being_stored(table, data):
    row = data.draw(rows(table))
    assert msgspec.json.decode(msgspec.json.encode(row), type=table.entry) == row


@EACH_TABLE
def test_absent_null_and_blank_all_mean_not_given(table):
    nothing = table.entry()
    assert read_entry(table, {}) == nothing
    assert read_entry(table, {field.wire: None for field in table.fields}) == nothing
    assert read_entry(table, {field.wire: "" for field in table.fields}) == nothing
    assert write_entry(nothing) == {}


def test_a_home_is_read_as_it_was_written():
    home = read_as(
        RealEstate,
        {"owners": ["self", "sp"], "area": "121.30", "kind": "commodity", "traded": "2019-06", "price": "238.00"},
    )
    assert home == RealEstate(
        owners=("self", "sp"), area=Decimal("121.30"), kind=EstateKind.COMMODITY, traded="2019-06", price=Decimal(238)
    )


def test_the_kind_of_a_disclosure_travels_as_kind_of():
    gift = read_as(Gift, {"happened": "2025-08-01", "kind_of": "goods", "value": "480.00", "quantity": 2})
    assert gift == Gift(happened=date(2025, 8, 1), kind=GiftKind.GOODS, value=Decimal(480), quantity=2)
    assert write_entry(gift)["kind_of"] == "goods"
    with pytest.raises(Unreadable, match=r"^kind: "):
        read_as(Gift, {"kind": "goods"})
    assert all("kind" not in {field.wire for field in table.fields} for table in disclosures.DISCLOSURES)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"aera": "1.00"}, "aera"),
        ({"area": 121.3}, "area"),
        ({"area": 121}, "area"),
        ({"area": "121,30"}, "area"),
        ({"area": "NaN"}, "area"),
        ({"area": "1e5"}, "area"),
        ({"area": " 1"}, "area"),
        ({"area": "9" * 40}, "area"),
        ({"traded": "2019-13"}, "traded"),
        ({"traded": 201906}, "traded"),
        ({"kind": "villa"}, "kind"),
        ({"kind": 1}, "kind"),
        ({"kind": ["commodity"]}, "kind"),
        ({"owners": "self"}, "owners"),
        ({"owners": ["self", 1]}, "owners"),
        ({"address": 5}, "address"),
        ({"price": True}, "price"),
        ({"price": {}}, "price"),
    ],
)
def test_what_cannot_be_read_is_named_in_both_languages(given, field):
    with pytest.raises(Unreadable) as refusal:
        read_as(RealEstate, given)
    assert refusal.value.field == field
    assert refusal.value.says.zh and refusal.value.says.en


@pytest.mark.parametrize(
    "given", [{"joint": "true"}, {"joint": 1}, {"tables": True}, {"tables": "20"}, {"tables": 2.0}]
)
def test_booleans_and_counts_are_what_json_says_they_are(given):
    with pytest.raises(Unreadable):
        read_as(disclosures.Ceremony, given)


@pytest.mark.parametrize("happened", ["2025-02-30", "2025-2-3", "20250203", "2025-02-03T00:00:00", 20250203])
def test_a_day_is_written_in_one_way(happened):
    with pytest.raises(Unreadable, match=r"^happened: "):
        read_as(Gift, {"happened": happened})


def test_what_only_looks_wrong_still_loads():
    home = read_as(RealEstate, {"area": "-5.00", "share": "130.00", "certificate": "x" * 300})
    assert home.area == Decimal(-5)
    assert home.share == Decimal(130)


def test_a_zero_and_a_no_are_answers():
    ceremony = read_as(disclosures.Ceremony, {"joint": False, "tables": 0, "largest_single": "0.00"})
    assert (ceremony.joint, ceremony.tables, ceremony.largest_single) == (False, 0, Decimal(0))
    assert write_entry(ceremony) == {"joint": False, "tables": 0, "largest_single": "0.00"}


def test_a_place_can_be_put_before_the_field():
    with pytest.raises(Unreadable) as refusal:
        read_as(RealEstate, {"area": 1})
    assert refusal.value.under("tables.real_estate.entries[0]").field == "tables.real_estate.entries[0].area"
    with pytest.raises(Unreadable) as refusal:
        read_entry(table_of(RealEstate), ["area"])
    assert refusal.value.under("tables.real_estate").field == "tables.real_estate"


def test_lists_of_words_are_arrays():
    duties = read_as(Duties, {"account": "zhang", "roles": ["reviewer", "auditor"]})
    assert duties.roles == ("reviewer", "auditor")
    with pytest.raises(Unreadable, match=r"^roles: "):
        read_as(Duties, {"roles": "reviewer"})


def test_an_unknown_option_is_answered_with_the_options():
    with pytest.raises(Unreadable) as refusal:
        read_entry(table_of(RealEstate), {"kind": "castle"})
    assert "commodity" in refusal.value.says.zh
    assert len(CompanyKind) == 7
