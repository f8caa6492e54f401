"""No two lists of pieces are ever written as the same bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.vault.pae import pae

LISTS = st.lists(st.binary(max_size=20), max_size=6)


def parsed(written):
    """The pieces again, by the layout alone."""
    count = struct.unpack_from(">Q", written)[0]
    at, pieces = 8, []
    for _ in range(count):
        length = struct.unpack_from(">Q", written, at)[0]
        pieces.append(written[at + 8 : at + 8 + length])
        at += 8 + length
    assert at == len(written)
    return pieces


@given(LISTS)
def test_the_pieces_can_be_read_back(pieces):
    assert parsed(pae(*pieces)) == pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [((), ("",)), (("ab",), ("a", "b")), (("a", ""), ("a",)), (("a", "b"), ("b", "a")), ((1,), (2,)), ((1,), ("1",))],
)
def test_lists_that_differ_are_written_differently(one, other):
    assert pae(*one) != pae(*other)


def test_the_layout_is_the_one_kept_in_what_is_already_sealed():
    assert pae("a", b"\xff", 3).hex() == (
        "00000000000000030000000000000001610000000000000001ff00000000000000080000000000000003"
    )


@pytest.mark.parametrize("number", [-1, 2**64])
def test_a_number_outside_eight_bytes_is_refused(number):
    with pytest.raises(struct.error):
        pae(number)
