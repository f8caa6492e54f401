"""Folding of text for comparison: what reads the same becomes the same string."""

import re
import unicodedata
from functools import lru_cache

from declare.items import divisions

_SPACES = re.compile(r"\s+")
_BRACKETS = str.maketrans("【】[]〔〕{}〈〉《》", "()()()()()()")
_UNITS = str.maketrans({"栋": "幢", "#": "号", "﹟": "号", "—": "-", "–": "-", "－": "-"})


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Text after NFKC, in lower case, brackets of one form, without spaces."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS)).lower()


@lru_cache(maxsize=16384)
def folded_address(address: str) -> str:
    """An address as it is compared: 江苏省南京市 = 江苏南京 = 南京市 = 南京, 栋 = 幢, # = 号."""
    code, rest = divisions.located(folded(address))
    name = divisions.divisions().get(code, "")
    if code[:2] in divisions.MUNICIPALITIES:
        rest = rest.removeprefix(name)
    return (divisions.short(name) + rest).translate(_UNITS)
