"""What the interchange contract refuses, with the field it names, and what it loads for the rules to look at."""

import json
from copy import deepcopy

import pytest

from declare.interchange.corpus import Corpus, read_file

SOMEBODY = "11010519491231002X"
HOME = "tables.real_estate.entries.0."
WORD = "tables.real_estate.entries[0]."
REPORT = {
    "type": "declaration",
    "declarant": SOMEBODY,
    "year": 2025,
    "kind": "annual",
    "edition": "2017",
    "filed_on": "2026-01-20",
    "basic": {"name": "王建国", "unit": "JD"},
    "family": [
        {"key": "sp", "relation": "spouse", "name": "李静", "id_number": "320102197905050022", "cohabiting": True}
    ],
    "tables": {
        "passports": {"state": "first", "entries": [{"number": "1", "issued": "2019-05-01"}]},
        "trips_abroad": {"state": "some", "entries": [{"left": "2025-05-02", "returned": "2025-05-01"}]},
        "employment": {"state": "first", "entries": [{"who": "sp", "employer": "江东市第一中学"}]},
        "real_estate": {
            "state": "first",
            "entries": [{"owners": ["self", "sp"], "area": "121.30", "traded": "2015-06", "price": "238.00"}],
        },
        "stocks": {"state": "some", "entries": [{"holder": "sp", "code": "600519", "quantity": 100}]},
        "deposits_abroad": {"state": "none", "entries": []},
    },
    "closing": {"other_matters": "", "promise": True},
}
GIFT = {
    "type": "disclosure",
    "kind": "gift",
    "declarant": SOMEBODY,
    "filed_on": "2025-10-20",
    "happened": "2025-08-01",
    "kind_of": "goods",
    "quantity": 2,
    "value": "480.00",
}
CEREMONY = {"type": "disclosure", "kind": "ceremony", "declarant": SOMEBODY, "filed_on": "2025-10-20"}
EXTRACT = {"type": "registry", "registry": "real_estate", "received": "2026-03-01", "subject": SOMEBODY}
WORK = {"type": "work", "kind": "draw", "year": 2025, "eligible": 312, "sampled": 32, "seed": "s"}
PERSON = {"type": "person", "id_number": SOMEBODY, "name": "王建国", "unit": "JD", "roles": ["declarant"]}
GONE = object()


def changed(record, place, value):
    """The record with one place of it changed, or taken out."""
    record = deepcopy(record)
    *way, last = place.split(".")
    part = record
    for step in way:
        part = part[int(step)] if step.isdigit() else part[step]
    if value is GONE:
        del part[last]
    else:
        part[last] = value
    return record


REFUSED = [
    (REPORT, "colour", "x", "colour"),
    (REPORT, HOME + "colour", "x", WORD + "colour"),
    (REPORT, "basic.colour", "x", "basic.colour"),
    (REPORT, "tables.houses", {"state": "none"}, "tables.houses"),
    (REPORT, "tables.stocks.colour", "x", "tables.stocks.colour"),
    (REPORT, HOME + "kind", "villa", WORD + "kind"),
    (REPORT, "tables.stocks.state", "maybe", "tables.stocks.state"),
    (REPORT, "tables.passports.state", "some", "tables.passports.state"),
    (REPORT, "kind", "yearly", "kind"),
    (REPORT, "edition", "1999", "edition"),
    (REPORT, HOME + "owners", ["self", "zz"], WORD + "owners"),
    (REPORT, "tables.employment.entries.0.who", "zz", "tables.employment.entries[0].who"),
    (REPORT, HOME + "owners", "self", WORD + "owners"),
    (REPORT, HOME + "area", 121.3, WORD + "area"),
    (REPORT, HOME + "area", 121, WORD + "area"),
    (REPORT, HOME + "area", [], WORD + "area"),
    (REPORT, HOME + "price", "twelve", WORD + "price"),
    (REPORT, HOME + "price", "NaN", WORD + "price"),
    (REPORT, HOME + "traded", "2015-13", WORD + "traded"),
    (REPORT, HOME + "traded", "2015-06-01", WORD + "traded"),
    (REPORT, "tables.trips_abroad.entries.0.left", "2025-02-30", "tables.trips_abroad.entries[0].left"),
    (REPORT, "tables.trips_abroad.entries.0.left", "2025/02/03", "tables.trips_abroad.entries[0].left"),
    (REPORT, "tables.stocks.entries.0.quantity", "100", "tables.stocks.entries[0].quantity"),
    (REPORT, "tables.stocks.entries.0.quantity", 1.5, "tables.stocks.entries[0].quantity"),
    (REPORT, "tables.stocks.entries.0.quantity", True, "tables.stocks.entries[0].quantity"),
    (REPORT, "tables.stocks.entries", {}, "tables.stocks.entries"),
    (REPORT, "tables.stocks.entries", False, "tables.stocks.entries"),
    (REPORT, "tables.stocks.entries", [[]], "tables.stocks.entries[0]"),
    (REPORT, "tables", [], "tables"),
    (REPORT, "family", {}, "family"),
    (REPORT, "family.0.cohabiting", "true", "family[0].cohabiting"),
    (REPORT, "basic", [], "basic"),
    (REPORT, "basic.name", 5, "basic.name"),
    (REPORT, "basic.name", [], "basic.name"),
    (REPORT, "closing", False, "closing"),
    (REPORT, "closing.promise", "yes", "closing.promise"),
    (REPORT, "event", [], "event"),
    (REPORT, "event", {"table": "houses", "on": "2025-01-01"}, "event.table"),
    (REPORT, "signed_off", "某", "signed_off"),
    (REPORT, "ref", [], "ref"),
    (REPORT, "year", "2025", "year"),
    (REPORT, "year", "", "year"),
    (REPORT, "declarant", GONE, "declarant"),
    (REPORT, "declarant", None, "declarant"),
    (REPORT, "kind", GONE, "kind"),
    (REPORT, "filed_on", "", "filed_on"),
    (REPORT, "filed_on", "2026-1-5", "filed_on"),
    (REPORT, "type", "report", "type"),
    (REPORT, "type", GONE, "type"),
    (GIFT, "kind", "present", "kind"),
    (GIFT, "kind_of", "house", "kind_of"),
    (GIFT, "country", "US", "country"),
    (GIFT, "filed_on", GONE, "filed_on"),
    (GIFT, "declarant", GONE, "declarant"),
    (GIFT, "value", 480, "value"),
    (EXTRACT, "registry", "houses", "registry"),
    (EXTRACT, "kind", "villa", "kind"),
    (EXTRACT, "area", 12, "area"),
    (EXTRACT, "registered", "2019", "registered"),
    (EXTRACT, "received", "soon", "received"),
    (WORK, "kind", "lottery", "kind"),
    (WORK, "year", "2025", "year"),
    (PERSON, "roles", ["king"], "roles"),
    (PERSON, "roles", "declarant", "roles"),
    (PERSON, "colour", 1, "colour"),
]
LOADED = [
    (REPORT, "family.0.id_number", "320102197905050021"),
    (REPORT, "family", None),
    (REPORT, "tables.stocks", {"entries": [{"holder": "sp"}]}),
    (REPORT, "tables.stocks", {"state": None, "entries": []}),
    (REPORT, "tables.stocks", None),
    (REPORT, "tables.deposits_abroad", {"state": "none"}),
    (REPORT, "tables.deposits_abroad", {"state": "none", "entries": None}),
    (REPORT, "tables.deposits_abroad", {"state": "some", "entries": [{"country": "XX", "currency": "RMB"}]}),
    (REPORT, "tables.private_lending", {"state": "some", "entries": [{"who": "self", "side": "lent"}]}),
    (REPORT, "tables.stocks.entries.0.code", "x"),
    (REPORT, "tables.stocks.entries.0.quantity", -5),
    (REPORT, "tables.trips_abroad.entries.0.countries", "泰国"),
    (REPORT, HOME + "area", "-1.00"),
    (REPORT, HOME + "area", "1.005"),
    (REPORT, HOME + "share", "300.00"),
    (REPORT, HOME + "price", None),
    (REPORT, HOME + "kind", ""),
    (REPORT, HOME + "owners", []),
    (REPORT, "basic", GONE),
    (REPORT, "closing", GONE),
    (REPORT, "edition", GONE),
    (REPORT, "filed_on", "2099-01-01"),
    (REPORT, "declarant", "1"),
    (REPORT, "late_reason", "出差"),
    (GIFT, "happened", GONE),
    (GIFT, "value", "-1.00"),
    (CEREMONY, "for_whom", "sp"),
    (EXTRACT, "received", GONE),
    (WORK, "year", GONE),
    (PERSON, "unit", GONE),
    (PERSON, "roles", GONE),
]


def problems(tmp_path, *records):
    """What is wrong with a file of these records: the line and field of each problem."""
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    contents = read_file(path)
    found = contents.problems or list(Corpus(contents.records).problems())
    return [(problem.line, problem.field) for problem in found]


def named(case):
    """What a case changes, and to what."""
    record, place, value, *_ = case
    return f"{record['type']} {place} {'gone' if value is GONE else json.dumps(value)}"


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_what_cannot_be_read_is_refused_and_names_its_field(tmp_path, case):
    record, place, value, field = case
    assert problems(tmp_path, changed(record, place, value)) == [(1, field)]


@pytest.mark.parametrize("case", LOADED, ids=named)
def test_everything_else_loads_and_is_the_rules_business(tmp_path, case):
    record, place, value = case
    before = changed(REPORT, "filed_on", "2020-01-20")
    assert problems(tmp_path, before, changed(record, place, value)) == []


def test_rows_without_a_state_count_as_filled_in_and_no_rows_as_not_answered(tmp_path):
    path = tmp_path / "records.jsonl"
    filled = changed(REPORT, "tables.stocks.state", GONE)
    path.write_text(json.dumps(changed(filled, "tables.deposits_abroad", {})), encoding="utf-8")
    (found,) = read_file(path).records
    assert len(found.record.tables.stocks.entries) == 1
    assert found.record.tables.deposits_abroad is None


def test_a_ref_has_one_content_within_its_type(tmp_path):
    report, gift = REPORT | {"ref": "R1"}, GIFT | {"ref": "R1"}
    assert problems(tmp_path, report, report, gift) == []
    assert problems(tmp_path, report, gift, report | {"filed_on": "2026-01-21"}) == [(3, "ref")]


def test_a_ceremony_is_for_somebody_of_the_family(tmp_path):
    assert problems(tmp_path, REPORT, CEREMONY | {"for_whom": "sp"}) == []
    assert problems(tmp_path, REPORT, CEREMONY | {"for_whom": "zz"}) == [(2, "for_whom")]


def test_a_correction_may_name_who_has_left_the_family_since(tmp_path):
    later = {"declarant": SOMEBODY, "type": "declaration", "year": 2025, "kind": "annual", "family": []}
    correction = {
        "type": "declaration",
        "declarant": SOMEBODY,
        "year": 2025,
        "kind": "correction",
        "filed_on": "2027-03-01",
        "tables": {"employment": REPORT["tables"]["employment"]},
    }
    assert problems(tmp_path, REPORT, later | {"filed_on": "2027-01-20"}, correction) == []
    change = correction | {"kind": "change"}
    assert problems(tmp_path, REPORT, later | {"filed_on": "2027-01-20"}, change) == [
        (3, "tables.employment.entries[0].who")
    ]
