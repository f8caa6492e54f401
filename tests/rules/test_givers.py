"""Gifts are put to one giver by code, by unit, or by name where no unit is given; runs of them by their days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.disclosures import ForeignGift, Gift, Reception
from declare.items.disclosures.choices import GiftDirection, GiftOutcome
from declare.rules.around import Kept
from declare.rules.bursts import bursts
from declare.rules.gifts import last_day, not_settled, received, received_at_home
from declare.rules.givers import by_giver
from declare.rules.letters import letter_of
from declare.rules.subject import Subject

CODE = "91320100MA1MW8Y26X"
DAYS = st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=12).map(sorted)


def gift(uscc="", unit="", name=""):
    return Gift(giver_uscc=uscc, giver_unit=unit, giver=name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gift(uscc=CODE), gift(uscc=CODE.lower(), unit="别的写法")),
        (gift(unit="江东(永固)公司", name="张某"), gift(unit="江东（永固）公司", name="李某")),
        (gift(name="张某"), gift(name="张 某")),
    ],
)
def test_one_giver(one, other):
    assert by_giver([one, other]) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gift(uscc=CODE), gift(uscc="91320100302538451C")),
        (gift(unit="甲公司", name="张某"), gift(unit="乙公司", name="张某")),
        (gift(unit="甲公司", name="张某"), gift(name="张某")),
        (gift(uscc=CODE, name="张某"), gift(name="张某")),
        (gift(), gift()),
        (gift(unit="张某"), gift(name="张某")),
    ],
)
def test_two_givers(one, other):
    assert by_giver([one, other]) == [[one], [other]]


def test_a_gift_that_names_code_and_unit_joins_those_before():
    by_code, by_unit, both = gift(uscc=CODE), gift(unit="甲公司"), gift(uscc=CODE, unit="甲公司")
    (together,) = by_giver([by_code, by_unit, both])
    assert sorted(map(id, together)) == sorted(map(id, (by_code, by_unit, both)))


def test_gifts_of_one_giver_keep_their_order():
    gifts = [Gift(giver_unit="甲公司", what=str(number)) for number in range(4)]
    assert by_giver(gifts) == [gifts]


@given(DAYS, st.integers(1, 60), st.integers(1, 4))
def test_runs_are_long_enough_and_close_together(days, window, least):
    runs = list(bursts(days, lambda day: day, days=window, least=least))
    assert all(len(run) >= least and (run[-1] - run[0]).days <= window for run in runs)
    assert sum(map(len, runs)) <= len(days)


@given(DAYS, st.integers(1, 60), st.integers(1, 4))
def test_where_no_run_is_found_there_is_none(days, window, least):
    if not list(bursts(days, lambda day: day, days=window, least=least)):
        close = (last - first for first, last in zip(days, days[least - 1 :], strict=False))
        assert all(gap.days > window for gap in close)


def test_a_run_takes_everything_within_its_days():
    days = [date(2025, 1, 1), date(2025, 1, 5), date(2025, 1, 11), date(2025, 1, 12)]
    assert list(bursts(days, lambda day: day, days=10, least=2)) == [days[:3]]


def test_received_leaves_out_what_was_given():
    own, out, abroad = Gift(what="甲"), Gift(direction=GiftDirection.GIVEN), ForeignGift(what="乙")
    subject = Subject("", kept=[Kept(row) for row in (own, out, abroad)])
    assert list(received(subject)) == [own, abroad]
    assert list(received_at_home(subject)) == [own]


def test_the_term_runs_from_the_return_where_it_is_given():
    happened, back = date(2025, 1, 31), date(2025, 2, 10)
    assert last_day(Gift(happened=happened)) == date(2025, 2, 28)
    assert last_day(ForeignGift(happened=happened, returned_to_unit=back)) == date(2025, 3, 10)
    assert last_day(Gift()) is None


def test_pending_is_settled_until_its_term_is_over():
    pending = Gift(happened=date(2025, 8, 1), outcome=GiftOutcome.PENDING)
    assert [not_settled(pending, date(2025, 9, day)) for day in (1, 2)] == [False, True]
    assert not not_settled(Gift(outcome=GiftOutcome.PENDING), date(2025, 9, 2))


def test_a_reception_is_known_by_letter_and_unit():
    first = Reception(letter_number="江消函〔2025〕12号", guest_unit="省 总队")
    assert letter_of(first) == letter_of(Reception(letter_number="江消函[2025]12号", guest_unit="省总队"))
    assert letter_of(Reception(guest_unit="省总队")) is None
