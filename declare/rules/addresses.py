"""坐落 · An address taken apart: the words that name the place, and the numbers that name house, building and room."""

import re
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from declare.items.folding import folded_address

_NUMBER = re.compile(
    "第?([0-9a-z]+|[一二三四五六七八九十]{1,3}(?=幢|号楼|号|单元|室|层|座|期))(?:号楼|号院|号房|号|幢|单元|室|层|楼|座|房|户)*"
)
"""A number and the units that say what it counts, which people leave out: 3号楼, 3幢 and 三幢 are one."""
_MARKS = re.compile(r"[\W_]+")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_DISTRICT = ("区", "县", "市", "镇", "乡", "街道")

WITHOUT_DISTRICT = 0.98
"""How alike two places are of which one leaves out the district."""
PART_OF = 0.7
"""How alike two lists of numbers are of which one leaves some out before the last."""
ONE_APART = 0.5
"""How alike two lists of numbers are that differ in one."""
UNSAID = 0.3
"""How alike they are where one address gives no numbers."""


class Address(NamedTuple):
    """An address as it is compared."""

    words: str
    numbers: tuple[str, ...]


def read(address: str) -> Address:
    """An address taken apart: 江苏省南京市和平路1号3栋502室 is 南京和平路 with 1, 3 and 502."""
    parts = _NUMBER.split(folded_address(address))
    words = "".join(parts[::2])
    return Address(words if words.isalnum() else _MARKS.sub("", words), tuple(map(_plain, parts[1::2])))


def _plain(number: str) -> str:
    """A number without leading zeros; 三, 十二 or 二十 in digits."""
    if number.isascii():
        return number.lstrip("0") or "0"
    tens, ten, units = number.rpartition("十")
    if not ten:
        return "".join(str(_DIGITS[digit]) for digit in units)
    return str(_DIGITS.get(tens, 1) * 10 + _DIGITS.get(units, 0))


def place_alike(one: str, other: str) -> float:
    """How alike the words of two addresses are; a district left out counts little."""
    if one == other:
        return 1.0 if one else 0.0
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if not short:
        return 0.0
    return WITHOUT_DISTRICT if _district_left_out(short, long) else ratio(one, other) / 100


def numbers_alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike the numbers of two addresses are."""
    if one == other:
        return 1.0
    if not one or not other:
        return UNSAID
    if len(one) == len(other):
        return ONE_APART if sum(a != b for a, b in zip(one, other, strict=True)) == 1 else 0.0
    short, long = (one, other) if len(one) < len(other) else (other, one)
    rest = iter(long)
    return PART_OF if short[-1] == long[-1] and all(number in rest for number in short) else 0.0


def _district_left_out(short: str, long: str) -> bool:
    """Whether the longer text is the shorter one with a district, county, town or street office put in."""
    gap, at = len(long) - len(short), 0
    for one, other in zip(short, long, strict=False):
        if one != other:
            break
        at += 1
    if not gap or long[at + gap :] != short[at:]:
        return False
    while not long[at : at + gap].endswith(_DISTRICT):
        at -= 1
        if at < 0 or long[at] != long[at + gap]:
            return False
    return True
