"""What findings about events carry: the year and law of the event, the fields, the numbers, the thresholds of the place."""

import pytest

from declare.items.disclosures import Ceremony, ForeignGift, Invitation, Reception
from declare.items.disclosures.choices import CeremonyKind, GiftKind, GiftOutcome, GiverRelation, Payer
from declare.rules.cases import day, num
from tests.rules.disclosing import CODE, FIRM, LISTED, OLD, fields, found, gift, keys

EVENTS = [
    ("E01", gift()),
    ("E02", gift()),
    ("E03", gift(ForeignGift, country="JP")),
    ("E06", gift(kind=GiftKind.CASH)),
    ("E07", gift(giver_unit=FIRM)),
    ("E09", gift(outcome=GiftOutcome.HANDED_OVER, handed_over_on=day("2020-01-05"))),
    ("E11", Reception(guest_count=8, escort_count=4)),
    ("E12", Reception()),
    ("E13", Reception()),
    ("E14", Reception(letter_number="1", work_meals=2)),
    ("E15", Reception(cigarettes=True)),
    ("E17", Reception(budget_line="会议费")),
    ("E18", Invitation(relation=GiverRelation.MANAGED)),
    ("E19", Ceremony(kind=CeremonyKind.WEDDING)),
    ("E20", Ceremony(kind=CeremonyKind.WEDDING, tables=50)),
    ("E22", Ceremony(largest_single=num("500.00"))),
    ("E23", Ceremony(managed_guests=1)),
    ("E24", Ceremony(official_cars=1)),
]
PLACES = {"E19": "宝鸡", "E20": "融安", "E22": "融安"}


def on(row, happened):
    return type(row)(**{name: getattr(row, name) for name in row.__struct_fields__} | {"happened": happened})


@pytest.mark.parametrize(("rule", "row"), EVENTS, ids=[rule for rule, _ in EVENTS])
def test_a_finding_belongs_to_the_year_of_the_event(rule, row):
    assert found(rule, on(row, OLD), place=PLACES.get(rule, ""), managed=LISTED).year == 2019


UNDATED = [(rule, row) for rule, row in EVENTS if rule not in ("E01", "E19")]


@pytest.mark.parametrize(("rule", "row"), UNDATED, ids=[rule for rule, _ in UNDATED])
def test_an_event_without_a_day_belongs_to_the_year_of_the_check(rule, row):
    assert found(rule, row, place=PLACES.get(rule, ""), managed=LISTED).year == 2026


@pytest.mark.parametrize("rule", ["E01", "E02", "E06", "E07"])
def test_a_gift_of_which_only_the_return_is_given_belongs_to_its_year(rule):
    kind = GiftKind.CASH if rule == "E06" else GiftKind.GOODS
    assert found(rule, gift(kind=kind, returned_to_unit=OLD, giver_unit=FIRM), managed=LISTED).year == 2019


def test_the_disciplinary_text_of_the_day_is_cited():
    assert found("E06", gift(kind=GiftKind.CASH, happened=OLD)).basis[0].article == "第八十八条"
    assert found("E06", gift(kind=GiftKind.CASH, happened=day("2024-01-01"))).basis[0].article == "第九十七条"


@pytest.mark.parametrize(
    ("guests", "key"), [(10, "reception.escorts_up_to_10_guests"), (11, "reception.escorts_above_10_guests")]
)
def test_escorts_are_measured_by_the_number_of_guests(guests, key):
    finding = found("E11", Reception(happened=OLD, guest_count=guests, escort_count=9))
    assert keys(finding) == [key]
    assert finding.numbers == {"guests": guests, "escorts": 9, "allowed": 3}


def test_missing_entries_of_a_list_are_named():
    assert fields(found("E13", Reception(happened=OLD, guest_unit="省总队", cost=num("0")))) == [
        "activity",
        "venue",
        "guests",
    ]


@pytest.mark.parametrize(
    ("said", "where", "used"),
    [
        ({"alcohol": True, "happened": day("2025-06-01")}, ["alcohol"], "none"),
        ({"dishes": "茅台", "alcohol": True, "happened": OLD}, ["dishes"], "not high-grade"),
        ({"dishes": "鱼翅、香烟", "happened": OLD}, ["dishes"], None),
        ({"dishes": "鱼翅", "cigarettes": True, "happened": OLD}, ["cigarettes", "dishes"], None),
    ],
)
def test_what_was_served_is_pointed_at(said, where, used):
    finding = found("E15", Reception(**said))
    assert fields(finding) == where
    assert [threshold.value for threshold in finding.thresholds] == ([used] if used else [])


def test_a_host_is_found_by_code_name_or_relation():
    assert fields(found("E18", Invitation(host_uscc=CODE), managed=LISTED)) == ["host_uscc", "payer"]
    assert fields(found("E18", Invitation(host_unit=FIRM, payer=Payer.HOST), managed=LISTED)) == ["host_unit", "payer"]
    assert fields(found("E18", Invitation(relation=GiverRelation.MANAGED))) == ["relation", "payer"]


@pytest.mark.parametrize(
    ("before", "after", "where", "used", "due"),
    [
        ("2019-06-20", "2019-06-25", ["reported_before"], ["before_working_days"], "2019-06-14"),
        ("2019-06-14", "2019-07-02", ["reported_after"], ["after_days"], "2019-07-01"),
        (
            "2019-06-20",
            "2019-07-02",
            ["reported_before", "reported_after"],
            ["before_working_days", "after_days"],
            "2019-06-14",
        ),
    ],
)
def test_late_reports_of_an_occasion(before, after, where, used, due):
    event = Ceremony(happened=OLD, kind=CeremonyKind.WEDDING, reported_before=day(before), reported_after=day(after))
    finding = found("E19", event, place="宝鸡")
    assert (fields(finding), finding.numbers["due"]) == (where, due)
    assert keys(finding) == [f"ceremony.宝鸡.{key}" for key in used]
    assert ("结果" in finding.message.zh) is (where == ["reported_after"])


def test_a_size_above_the_limit_is_said_with_the_limit():
    event = Ceremony(happened=OLD, kind=CeremonyKind.WEDDING, joint=True, tables=31, persons=301)
    finding = found("E20", event, place="湖南")
    assert "31桌（本地上限30桌）、301人（本地上限300人）" in finding.message.zh
    assert keys(finding) == ["ceremony.湖南.joint_tables", "ceremony.湖南.joint_persons"]
    assert fields(finding) == ["tables", "persons"]


def test_cars_above_the_limit_and_official_ones():
    only, both = (found("E24", Ceremony(happened=OLD, cars=6, official_cars=cars), place="泉州") for cars in (0, 1))
    assert (fields(only), fields(both)) == (["cars"], ["official_cars", "cars"])
    assert keys(only) == keys(both) == ["ceremony.泉州.cars"]
    assert ("公车" in only.message.zh, "公车" in both.message.zh) == (False, True)
    assert keys(found("E24", Ceremony(happened=OLD, cars=5, official_cars=1), place="泉州")) == []


def test_cash_is_measured_by_the_number_of_the_place():
    finding = found("E22", Ceremony(happened=OLD, largest_single=num("500.00")), place="融安")
    assert (keys(finding), finding.numbers["limit"], finding.severity) == (
        ["ceremony.融安.cash_from_non_relatives"],
        100,
        3,
    )
