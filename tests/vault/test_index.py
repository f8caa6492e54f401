"""The blind index: one identifier, one digest, however it is written; nothing without the key."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.indexes import CODES, INDEXES, NAMES, normalised
from declare.vault.index import digest

KNOWN = json.loads((Path(__file__).parent / "known_answers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", KNOWN["digests"], ids=lambda case: case["index"])
def test_digests_already_stored_stay_findable(case):
    assert digest(bytes.fromhex(case["key"]), case["index"], case["value"]).hex() == case["digest"]


@pytest.mark.parametrize(
    ("index", "one", "other"),
    [
        ("id_number", "11010519491231002X", " 110105 19491231 002x"),
        ("id_number", "11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ"),
        ("document", "E12345678", "e1234 5678"),
        ("certificate", "苏(2019)江东不动产权第0012345号", "苏（2019）江东不动产权第0012345号"),
        ("certificate", "苏(2019)江东不动产权第0012345号", "苏〔2019〕江东不动产权第0012345号"),
        ("plate", "苏A·12345", "苏a12345"),
        ("account", "6222 0000 1234", "6222-0000-1234"),
        ("company", "某某（江苏）有限公司", "某某(江苏)有限公司 "),
        ("company", "ACME Ltd", "acme\u3000ltd\u200b"),
        ("address", "江东市 一路3号", "江东市一路３号"),
        ("login", "Zhang.San", "zhang.san"),
    ],
)
def test_one_identifier_written_in_two_ways_is_one(index, one, other):
    assert normalised(index, one) == normalised(index, other)


@pytest.mark.parametrize(
    ("index", "one", "other"),
    [
        ("id_number", "11010519491231002X", "110105194912310021"),
        ("address", "一路3-21号", "一路32-1号"),
        ("login", "a.b", "ab"),
        ("certificate", "苏第12号", "浙第12号"),
    ],
)
def test_different_identifiers_stay_different(index, one, other):
    assert normalised(index, one) != normalised(index, other)


@given(st.sampled_from(sorted(INDEXES)), st.text(max_size=30))
def test_normalising_twice_changes_nothing(index, value):
    once = normalised(index, value)
    assert normalised(index, once) == once


@given(st.sampled_from(sorted(INDEXES)), st.text(alphabet="Aa1京-(（ \u3000", max_size=12))
def test_spaces_and_case_never_matter(index, value):
    assert normalised(index, f" {value.swapcase()}\u3000") == normalised(index, value)


def test_a_digest_is_sixteen_bytes_and_needs_the_key():
    one, other = os.urandom(32), os.urandom(32)
    assert len(digest(one, "id_number", "1")) == 16
    assert digest(one, "id_number", "1") != digest(other, "id_number", "1")


@pytest.mark.parametrize("value", ["", "  ", "--", "\u200b"])
def test_an_empty_value_is_never_indexed(value):
    with pytest.raises(ValueError, match="empty"):
        digest(bytes(32), "account", value)


@pytest.mark.parametrize("index", ["sex", "", "ID_NUMBER"])
def test_an_unknown_index_is_refused(index):
    with pytest.raises(ValueError, match="no such index"):
        digest(bytes(32), index, "x")


def test_the_list_of_indexes_is_closed():
    assert not CODES & NAMES
    assert (
        set("id_number document certificate address uscc company policy account plate login name letter".split())
        == INDEXES
    )
