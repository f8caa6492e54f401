"""Identity numbers and organisation codes: known good ones pass, one wrong character never does."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declare.items.kinds import identity, organisations
from declare.items.kinds.identity import (
    IdNumberKind,
    RelativeNumberKind,
    born_on,
    fault,
    modern,
    residence_permit_of,
    sex_of,
)
from declare.items.kinds.organisations import UsccKind, mod_31, registration_digit
from tests.items.strategies import values

GOOD = "11010519491231002X"
CODES = ["9144030071526726XG", "914403001922038216", "91330100799655058B"]
EXAMPLES = settings(max_examples=60, deadline=None)
ID, RELATIVE, USCC = IdNumberKind(), RelativeNumberKind(), UsccKind()


def test_a_known_good_number_says_when_and_as_what_one_was_born():
    assert fault(GOOD) is None
    assert born_on(GOOD) == date(1949, 12, 31)
    assert sex_of(GOOD) == "female"


@EXAMPLES
@given(values(ID), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_changed_character_is_always_noticed(number, place, mark):
    changed = number[:place] + mark + number[place + 1 :]
    assert changed == number or changed[0] == "9" or fault(changed) is not None


@EXAMPLES
@given(values(ID), st.integers(0, 15))
def test_two_swapped_neighbours_are_always_noticed(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or swapped[0] == "9" or fault(swapped) is not None


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("110105194912310021", identity.WRONG_CHECK),
        ("110105194913310022", identity.WRONG_BIRTH),
        ("110105194902300022", identity.WRONG_BIRTH),
        ("1101051949123100", identity.WRONG_LENGTH),
        ("E12345678", identity.WRONG_LENGTH),
        ("110105491231002", identity.OLD_NUMBER),
    ],
)
def test_what_is_wrong_is_said(number, says):
    assert ID.check(number) == says


def test_an_old_number_is_read_and_means_the_same_person():
    old = "110105491231002"
    assert fault(old) is None
    assert modern(old) == GOOD
    assert born_on(old) == date(1949, 12, 31)
    assert sex_of(old) == "female"
    assert ID.same(old, GOOD)
    assert ID.trace(old) == ID.trace(GOOD.lower())


def test_what_is_no_number_says_nothing_of_birth_and_sex():
    for number in ("", "E12345678", "110105194913310022"):
        assert born_on(number) is None
    assert sex_of("E12345678") is None


@pytest.mark.parametrize(("area", "region"), [("810000", "HK"), ("820000", "MO"), ("830000", "TW"), ("110105", "")])
def test_residence_permits_follow_the_same_standard(area, region):
    body = f"{area}19800101123"
    number = body + identity.check_character(body)
    assert ID.check(number) is None
    assert residence_permit_of(number) == region


@pytest.mark.parametrize("number", ["911840198512120019", "USA110085121200"])
def test_cards_of_permanent_residents_are_recognised_by_their_form(number):
    assert ID.check(number) is None if len(number) == 18 else RELATIVE.check(number) is None


@pytest.mark.parametrize(
    "typed", [" １１０１０５１９４９１２３１００２ｘ ", "110105 19491231 002x", "110105-19491231-002X"]
)
def test_a_number_may_be_typed_wide_spaced_or_small(typed):
    assert ID.clean(typed) == GOOD


def test_the_area_is_never_a_reason_to_refuse():
    body = "99999919491231002"
    assert ID.check(body + identity.check_character(body)) is None
    body = "00000019491231002"
    assert ID.check(body + identity.check_character(body)) is None


@pytest.mark.parametrize(
    ("number", "fits"),
    [(GOOD, True), ("P1234567", True), ("H12345678", True), ("110105194912310021", False), ("12", False)],
)
def test_a_relative_may_have_a_foreign_document(number, fits):
    assert (RELATIVE.check(number) is None) is fits


@pytest.mark.parametrize("code", CODES)
def test_known_good_codes_pass(code):
    assert USCC.check(code) is None
    assert mod_31(code)


@EXAMPLES
@given(st.sampled_from(CODES), st.integers(0, 17), st.sampled_from(organisations.ALPHABET))
def test_one_changed_character_of_a_code_is_always_noticed(code, place, mark):
    changed = code[:place] + mark + code[place + 1 :]
    assert changed == code or (USCC.check(changed) is not None and not mod_31(changed))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("9144030071526726XI", organisations.WRONG_LETTER),
        ("9144030071526726X", organisations.WRONG_LENGTH),
        ("9144030071526726XH", organisations.WRONG_CHECK),
        ("", organisations.WRONG_LENGTH),
    ],
)
def test_what_is_wrong_with_a_code_is_said(code, says):
    assert USCC.check(code) == says


def test_the_organisation_code_inside_is_checked_too():
    body = CODES[0][:16] + "0"
    code = body + organisations.check_character(body)
    assert mod_31(code)
    assert USCC.check(code) == organisations.WRONG_CHECK


@EXAMPLES
@given(st.text("0123456789", min_size=14, max_size=14), st.integers(0, 14), st.sampled_from("0123456789"))
def test_an_old_registration_number_carries_its_own_check_digit(body, place, digit):
    number = body + registration_digit(body)
    changed = number[:place] + digit + number[place + 1 :]
    assert USCC.check(number) is None
    assert changed == number or USCC.check(changed) == organisations.WRONG_CHECK


def test_the_standard_s_own_example_of_mod_11_10():
    assert registration_digit("0794") == "5"


def test_numbers_that_are_not_ascii_digits_are_refused_calmly():
    assert ID.check("²" * 18) is not None
    assert USCC.check("²" * 15) is not None
    assert ID.check("١" * 18) is not None
