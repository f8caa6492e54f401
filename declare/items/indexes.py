"""How an exact identifier is written in the index it is matched by."""

import unicodedata
from functools import cache

CODES = frozenset({"id_number", "document", "certificate", "uscc", "policy", "account", "plate"})
"""Indexes of numbers: only letters and digits count."""

NAMES = frozenset({"address", "company", "letter", "login", "name"})
"""Indexes of written names: punctuation counts, spaces do not."""

INDEXES = CODES | NAMES


def normalised(index: str, value: str) -> str:
    """The value as it is indexed: one width, one case, no spaces; in numbers no punctuation. ValueError for an unknown index."""
    if index not in INDEXES:
        raise ValueError(f"no such index: {index}")
    if value.isascii() and value.isalnum():
        return value.casefold()
    text, folded = "", value
    while text != folded:
        text, folded = folded, _folded(index, folded)
    return text


def _folded(index: str, text: str) -> str:
    """One pass; leaving a character out can bring two together that are written as one, hence another."""
    keep = str.isalnum if index in CODES else _written
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in wide if keep(letter))


@cache
def _written(letter: str) -> bool:
    """Whether a character is one that is seen: no space, no control, no zero-width mark."""
    return unicodedata.category(letter)[0] not in "ZC"
