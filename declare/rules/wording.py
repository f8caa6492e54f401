"""Comparing what people wrote without folding every text: most differ in their first or last character already."""

from collections.abc import Iterable

from declare.items.folding import folded

FIRST_CHARACTER, LAST_CHARACTER = "\u4e00", "\u9fff"
"""Chinese characters; folding leaves each of them as it is."""


def reads_same(one: str, other: str) -> bool:
    """Whether two texts are the same after folding."""
    if one == other:
        return True
    return not _differ(one[:1], other[:1]) and not _differ(one[-1:], other[-1:]) and folded(one) == folded(other)


class Words:
    """A list of words; `text in words` asks whether a text is one of them after folding."""

    __slots__ = ("openings", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.openings = frozenset(word[:1] for word in self.words)

    def __contains__(self, text: str) -> bool:
        opening = text[:1]
        if FIRST_CHARACTER <= opening <= LAST_CHARACTER and opening not in self.openings:
            return False
        return folded(text) in self.words


def _differ(one: str, other: str) -> bool:
    """Whether two characters are Chinese and not the same."""
    return one != other and FIRST_CHARACTER <= one <= LAST_CHARACTER and FIRST_CHARACTER <= other <= LAST_CHARACTER
