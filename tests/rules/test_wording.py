"""Texts are compared as if every one of them had been folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.folding import folded
from declare.rules.wording import Words, reads_same

WRITTEN = st.text(alphabet="江东消防支队本人 　（(）)aＡ1１\t—-", max_size=6)
OWN = ("", "本人", "本人保管", "-")


@given(WRITTEN, WRITTEN)
def test_two_texts_read_the_same_when_they_fold_to_the_same(one, other):
    assert reads_same(one, other) == (folded(one) == folded(other))


@given(WRITTEN)
def test_a_text_reads_the_same_with_spaces_in_between(text):
    assert reads_same(text, " ".join(text))


@given(WRITTEN)
def test_a_text_is_one_of_the_words_when_it_folds_to_one(text):
    assert (text in Words(OWN)) == (folded(text) in OWN)


@pytest.mark.parametrize(
    ("text", "known"), [("本 人", True), ("－", True), (" ", True), ("他本人", False), ("本", False)]
)
def test_words_are_found_however_they_are_spaced(text, known):
    assert (text in Words(OWN)) is known
