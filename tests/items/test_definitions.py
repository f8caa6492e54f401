"""The definitions as a whole: as many items, tables and fields as the law and the form have."""

from datetime import date

import msgspec
import pytest

from declare.items import DISCLOSURES, EDITIONS, EXTENSIONS, ITEMS, TABLES, choices, edition_by_key, table_by_key
from declare.items.answers import Answer
from declare.items.catalogue import catalogue
from declare.items.disclosures import DUE, Ceremony, ForeignGift, Gift, Invitation, Reception, disclosure_by_key
from declare.items.disclosures import choices as disclosure_choices
from declare.items.edition_2017 import Tables
from declare.items.filing import Basic, Closing, Event, Filing, FilingKind, Member, SignedOff
from declare.items.kinds import ChoiceKind
from declare.items.marriage import Marriage
from declare.items.registries import REGISTRIES, registry_by_key
from declare.items.registries import choices as registry_choices
from declare.items.spec import BAND, KEEP, OPEN, PERSONAL, Choice, Covers, Entry, Mode, State, say, table, table_of
from declare.items.work import WORK, work_by_key
from declare.law import R17, Text
from tests.items.everything import EVERY_FIELD, EVERY_TABLE, named

LISTS = [
    value
    for module in (choices, disclosure_choices, registry_choices)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Choice) and value is not Choice
]


def test_there_are_14_items_in_20_tables_of_142_fields():
    assert (len(ITEMS), len(TABLES), sum(len(table.fields) for table in TABLES)) == (14, 20, 142)
    assert [table.number for table in TABLES] == [f"T{number}" for number in range(1, 21)]
    assert len({item.key for item in ITEMS}) == 14


def test_the_items_are_articles_3_and_4_in_order():
    numerals = "一二三四五六七八"
    assert [item.basis.article for item in ITEMS] == [
        *(f"第三条（{numerals[at]}）" for at in range(8)),
        *(f"第四条（{numerals[at]}）" for at in range(6)),
    ]
    assert {table.item for table in TABLES} == set(ITEMS)


def test_extensions_are_never_counted_among_the_items():
    assert [table.key for table in EXTENSIONS] == ["private_lending", "vehicles"]
    assert all(table.item is None for table in EXTENSIONS)


def test_there_are_6_disclosures_21_registries_and_10_kinds_of_work():
    assert [len(group) for group in (DISCLOSURES, REGISTRIES, WORK)] == [6, 21, 10]


def test_a_foreign_gift_is_a_gift_with_its_country_and_its_occasion():
    assert issubclass(ForeignGift, Gift)
    assert table_of(ForeignGift).keys == (*table_of(Gift).keys, "country", "activity")


@pytest.mark.parametrize("entry", EVERY_TABLE, ids=named)
def test_every_field_may_be_absent_and_nothing_else_is_said(entry):
    empty = entry.entry()
    assert [field.key for field in entry.fields if getattr(empty, field.key) != field.kind.empty] == []
    assert msgspec.json.encode(empty) == b"{}"


@pytest.mark.parametrize("one", [table for table in EVERY_TABLE if table.number[0] in "TD"], ids=named)
def test_every_table_says_what_must_be_reported(one):
    assert one.note is not None


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.__name__)
def test_every_option_has_both_labels_and_they_differ(listed):
    assert all(option.label.zh and option.label.en for option in listed)
    assert len({option.label.zh for option in listed}) == len({option.label.en for option in listed}) == len(listed)


def test_every_list_of_the_forms_is_used():
    used = {field.kind.listed for _, field in EVERY_FIELD if isinstance(field.kind, ChoiceKind)}
    spare = {FilingKind, disclosure_choices.ReceptionGuestKind}  # the head of a report; told by the guests' unit
    assert set(LISTS) - used == spare


def test_options_are_typed_by_key_or_label():
    kind = table_by_key("real_estate").field("kind").kind
    assert kind.name == "enum:estate_kind"
    assert kind.clean("车库/车位") is kind.clean("parking") is kind.clean("Garage or parking space")


def test_definitions_are_found_by_their_keys():
    assert table_by_key("wages").number == "T12"
    assert table_by_key("basic").entry is Basic
    assert disclosure_by_key("gift").entry is Gift
    assert registry_by_key("managed").keys == ("unit", "name", "uscc", "why")
    assert work_by_key("custody").number == "W10"
    assert edition_by_key("2017") is EDITIONS[0]
    for find in (table_by_key, disclosure_by_key, registry_by_key, work_by_key, edition_by_key):
        with pytest.raises(KeyError):
            find("nothing")
    with pytest.raises(KeyError, match="wages has no field area"):
        table_by_key("wages").field("area")


def test_tables_of_a_report_stand_in_the_order_of_the_form():
    assert Tables.__struct_fields__ == tuple(table.key for table in (*TABLES, *EXTENSIONS))


def test_a_report_survives_being_stored():
    filing = Filing(
        edition="2017",
        kind=FilingKind.CHANGE,
        year=2025,
        filed_on=date(2025, 6, 1),
        declarant="11010519491231002X",
        ref="2025-0001",
        basic=Basic(name="张三", unit="JD"),
        family=(Member(key="sp", relation=choices.Relation.SPOUSE, cohabiting=True),),
        tables=Tables(marriage=Answer(state=State.CHANGED, entries=(Marriage(state=choices.MaritalState.MARRIED),))),
        closing=Closing(promise=True),
        event=Event(table="marriage", on=date(2025, 5, 20)),
        signed_off=SignedOff(by="李四", on=date(2025, 6, 2)),
    )
    stored = msgspec.json.encode(filing)
    assert msgspec.json.decode(stored, type=Filing) == filing
    assert msgspec.json.encode(msgspec.json.decode(stored, type=Filing)) == stored
    assert b"null" not in stored and b'""' not in stored


def test_no_family_said_and_no_family_given_differ():
    head = {"edition": "2017", "kind": FilingKind.ANNUAL, "year": 2025, "filed_on": date(2026, 1, 20), "declarant": "x"}
    for family in (None, ()):
        again = msgspec.json.decode(msgspec.json.encode(Filing(**head, family=family)), type=Filing)
        assert again.family == family


def test_the_catalogue_says_what_the_definitions_say():
    tables = catalogue(EDITIONS[0])
    assert len(tables) == 20
    home = next(table for table in tables if table["key"] == "real_estate")
    assert list(home) == ["key", "item", "title", "article", "mode", "covers", "edition", "fields"]
    assert (home["item"], home["article"], home["mode"], home["covers"]) == (
        "real_estate",
        "第四条（三）",
        "status",
        "cohabiting",
    )
    assert home["fields"][5] == {
        "key": "address",
        "kind": "address",
        "label": {"zh": "具体地址", "en": "Address"},
        "privacy": "secret",
        "redaction": "region",
        "required": True,
    }
    assert msgspec.json.decode(msgspec.json.encode(tables)) == tables


@pytest.mark.parametrize(
    ("entry", "last"),
    [
        (Gift(happened=date(2025, 8, 1)), "2025-09-01"),
        (Gift(happened=date(2025, 8, 1), returned_to_unit=date(2025, 8, 31)), "2025-09-30"),
        (ForeignGift(happened=date(2025, 1, 31)), "2025-02-28"),
        (Invitation(happened=date(2025, 9, 30)), "2025-10-11"),
        (Reception(happened=date(2025, 9, 30)), "2025-09-30"),
    ],
)
def test_a_disclosure_is_due_by_its_own_term(entry, last):
    assert DUE[table_of(type(entry)).key].last_day(entry) == date.fromisoformat(last)


def test_without_a_day_or_by_local_rules_there_is_no_term_here():
    assert DUE["gift"].last_day(Gift()) is None
    assert DUE["ceremony"].local
    assert DUE["ceremony"].last_day(Ceremony(happened=date(2025, 5, 1))) is None
    assert set(DUE) == {table.key for table in DISCLOSURES}


def define(annotation):
    class Wrongly(Entry, frozen=True):
        """A definition that is wrong."""

    Wrongly.__annotations__["field"] = annotation
    table("wrongly", number="X", title=Text("错", "Wrong"), basis=R17.whole(), mode=Mode.EVENT, covers=Covers.SELF)(
        Wrongly
    )


@pytest.mark.parametrize(
    "annotation",
    [int, msgspec.Meta, pytest.param(say("名", "Name", OPEN, KEEP), id="no kind")],
)
def test_a_wrong_definition_stops_the_import(annotation):
    with pytest.raises(TypeError):
        define(annotation)


def test_a_redaction_the_kind_cannot_do_stops_the_import():
    from typing import Annotated

    from declare.items.kinds import Line

    with pytest.raises(TypeError, match="cannot be reduced to band"):
        define(Annotated[Line, say("名", "Name", PERSONAL, BAND)])
