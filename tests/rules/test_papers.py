"""Identity numbers, documents and foreigners as the rules see them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.filing import Member
from declare.items.kinds.identity import check_character, fault
from declare.rules.foreign import foreign, foreign_document
from declare.rules.papers import citizen_number, historic, male, plain, sound

REAL = "11010519491231002X"

numbers = st.builds(
    lambda region, day, serial: (body := f"{region}{day:%Y%m%d}{serial:03}") + check_character(body),
    st.integers(110000, 659999),
    st.dates(min_value=date(1900, 1, 1)),
    st.integers(0, 999),
)


@given(numbers)
def test_a_number_made_by_the_standard_is_sound(number):
    assert sound(number)


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_seen(number, place, digit):
    changed = number[:place] + digit + number[place + 1 :]
    assert sound(changed) == (changed == number)


@given(st.from_regex(r"[1-8][0-9]{16}[0-9X]", fullmatch=True))
def test_a_number_is_sound_exactly_where_the_kind_finds_no_fault(number):
    assert sound(number) == (fault(number) is None)


@pytest.mark.parametrize(
    "number", ["", "1" * 17, "1" * 19, "甲" * 18, "²" * 18, "١" * 18, REAL[:17] + "Y", "A" + REAL[1:]]
)
def test_what_is_no_number_is_not_sound(number):
    assert not sound(number)
    assert male(number) in (None, sound(number))


def test_a_year_that_never_was_is_not_sound():
    body = "11010500001231002"
    assert not sound(body + check_character(body))


@pytest.mark.parametrize(
    "written", ["11010519491231002x", " 110105 19491231 002X", "110105-19491231-002x", "１１０１０５19491231002Ｘ"]
)
def test_a_number_is_compared_in_one_form(written):
    assert plain(written) == REAL


def test_a_number_states_the_sex():
    assert male(REAL) is False
    assert male("110105194912310011") is True
    assert male("110105491231001") is None
    assert historic("110105491231001")
    assert not historic("11010549123100X")


@pytest.mark.parametrize(
    ("member", "number"),
    [
        (Member(id_number=REAL), REAL),
        (Member(id_number=REAL, document_kind="居民身份证"), REAL),
        (Member(id_number=REAL, document_kind="（身份证）"), ""),
        (Member(id_number=REAL, document_kind=" 身份证 "), REAL),
        (Member(id_number="M1234567", document_kind="澳门居民身份证"), ""),
        (Member(id_number="X1234567", nationality="US"), ""),
        (Member(id_number="X1234567", nationality="CN"), "X1234567"),
        (Member(id_number=REAL, nationality="US"), REAL),
        (Member(), ""),
    ],
)
def test_a_relatives_number_is_judged_where_it_is_a_citizens(member, number):
    assert citizen_number(member) == number


@pytest.mark.parametrize(
    "document",
    ["外国护照", "美国护照", "外国人永久居留身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "回乡证", "台胞证",
     "港澳居民居住证", "香港永久性居民身份证", "中华人民共和国香港特别行政区护照", "绿卡"],
)  # fmt: skip
def test_a_document_that_foreigners_hold(document):
    assert foreign_document(Member(document_kind=document))


@pytest.mark.parametrize(
    "document",
    ["", "居民身份证", "往来港澳通行证", "大陆居民往来台湾通行证", "中华人民共和国护照", "中国护照", "公务普通护照", "户口簿", "军官证"],
)  # fmt: skip
def test_a_document_that_citizens_hold(document):
    assert not foreign_document(Member(document_kind=document))


def test_a_bare_passport_is_judged_by_nationality_and_number():
    assert foreign_document(Member(document_kind="护照", id_number="567890123"))
    assert foreign_document(Member(document_kind="护照"))
    assert not foreign_document(Member(document_kind="护照", id_number="E12345678"))
    assert not foreign_document(Member(document_kind="护照", id_number="567890123", nationality="CN"))
    assert foreign(Member(document_kind="护照", id_number="E12345678", nationality="US"))


@pytest.mark.parametrize(
    ("nationality", "answer"), [("", False), ("CN", False), ("US", True), ("HK", True), ("MO", True), ("TW", True)]
)
def test_nationality_says_who_is_foreign(nationality, answer):
    assert foreign(Member(nationality=nationality)) is answer
