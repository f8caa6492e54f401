"""A padded text comes back whole, and its length says little of what is inside."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.vault.padding import SMALLEST, bucket, pad, unpad


@given(st.binary(max_size=5000), st.booleans())
def test_what_was_filled_up_comes_back(plain, pack):
    assert unpad(pad(plain, pack=pack)) == plain


@given(st.integers(0, 1 << 40))
def test_a_bucket_holds_the_text_and_wastes_at_most_an_eighth(length):
    size = bucket(length)
    assert size >= max(length, SMALLEST)
    assert size == SMALLEST or size <= length * 1.125
    assert bucket(size) == size


def test_there_are_few_buckets():
    assert len({bucket(length) for length in range(100_000)}) < 150


def test_short_texts_all_have_one_size():
    assert {len(pad(os.urandom(length))) for length in range(252)} == {SMALLEST}


def test_a_long_text_that_repeats_is_packed_and_one_that_does_not_is_left():
    assert len(pad(b"x" * 10_000)) == SMALLEST
    assert len(pad(b"x" * 10_000, pack=False)) >= 10_005
    noise = os.urandom(3000)
    assert pad(noise)[0] == 0
    assert len(pad(noise)) == bucket(3005)


@pytest.mark.parametrize(
    "filled",
    [
        b"",
        bytes(SMALLEST - 1),
        b"\x02" + bytes(SMALLEST),
        b"\x00\x00\x00\xff\xff" + bytes(SMALLEST),
        b"\x01\x00\x00\x00\x05hello" + bytes(SMALLEST),
    ],
)
def test_a_layout_that_is_not_ours_is_refused(filled):
    with pytest.raises(ValueError, match=r".+"):
        unpad(filled)


@given(st.binary(max_size=400))
def test_nothing_but_a_value_error_comes_of_noise(filled):
    try:
        unpad(filled)
    except ValueError:
        return
    assert len(filled) >= SMALLEST
