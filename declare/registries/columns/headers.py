"""Which column is which field: by key, by label in either language, by a common word; and the unit a header names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from declare.items.kind import Kind
from declare.items.kinds.numbers import AmountKind, AreaKind, PercentKind, UnitsKind, WanKind, YuanKind
from declare.items.registries import REGISTRIES
from declare.items.spec import Field, Table
from declare.registries.columns.aliases import ALIASES

TEN_THOUSAND = Decimal(10_000)
FACTORS: dict[type[Kind[Decimal]], dict[str, Decimal | None]] = {
    WanKind: {
        "万元": None,
        "万": None,
        "万元人民币": None,
        "元": 1 / TEN_THOUSAND,
        "人民币元": 1 / TEN_THOUSAND,
        "亿元": TEN_THOUSAND,
    },
    UnitsKind: {"万份": None, "万": None, "份": 1 / TEN_THOUSAND},
    AmountKind: {"万": None, "万元": None, "元": 1 / TEN_THOUSAND},
    YuanKind: {"元": None, "人民币元": None, "万元": TEN_THOUSAND},
    AreaKind: {"㎡": None, "m2": None, "平方米": None, "平米": None, "平": None},
    PercentKind: {"%": None, "百分比": None},
}
"""By kind: the units a header may name, and what turns them into the kind's own; a unit that is not here fits nothing."""

NOTES = frozenset({"必填", "选填", "年月日", "yyyy-mm-dd", "地区", "人民币", "cny", "rmb", "股", "周岁", "yyyymmdd"})
"""What else stands in brackets in a header and changes nothing."""

_BRACKETS = re.compile(r"[(\[【〔（]([^()\[\]【】〔〕（）]*)[)\]】〕）]")
_AFTER = re.compile(r"[/:_,-](万元|万份|元|亿元|m2|平方米|份|%)$")
_MARKS = re.compile(r"[\s*:·._-]+")


@dataclass(frozen=True, slots=True)
class Header:
    """A header taken apart: the word, and the unit it names ("" for none)."""

    word: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its header, the field it is read as ("" for none), the unit and what turns it into the field's."""

    header: str
    field: str = ""
    unit: str = ""
    factor: Decimal | None = None


def taken_apart(header: str) -> Header:
    """A header as it is compared: half width, small letters, no marks; what stands in brackets or after / is the unit."""
    text = unicodedata.normalize("NFKC", header.replace("㎡", "m2")).strip().lower()
    noted = [note.strip() for note in _BRACKETS.findall(text)]
    units = [note.removeprefix("单位").lstrip(":") for note in noted if note and note not in NOTES]
    text = _BRACKETS.sub("", text)
    if after := _AFTER.search(text):
        units.append(after[1])
        text = text[: after.start()]
    unit = next((one for one in units if _is_unit(one)), "")
    rest = "".join(one for one in units if one != unit)
    return Header(_MARKS.sub("", text + rest), unit)


def recognised(table: Table, headers: Sequence[str]) -> tuple[Column, ...]:
    """Each column with the field it is of; a field is found once, its own label before another word for it."""
    found: dict[int, Column] = {}
    taken: set[str] = set()
    apart = [taken_apart(header) for header in headers]
    for words in _words(table):
        for at, header in enumerate(apart):
            key = words.get(header.word, "")
            if at not in found and key and key not in taken and (column := as_field(headers[at], table.field(key))):
                found[at] = column
                taken.add(key)
    return tuple(found.get(at, Column(header)) for at, header in enumerate(headers))


def as_field(header: str, field: Field) -> Column | None:
    """A column read as a field; None where the unit in its header cannot be turned into the field's."""
    unit = taken_apart(header).unit
    factors = FACTORS.get(type(field.kind))
    if not unit or factors is None:
        return Column(header, field.key)
    return Column(header, field.key, unit, factors[unit]) if unit in factors else None


def known(headers: Sequence[str]) -> int:
    """How many headers are words of the registry that has most of them."""
    return max(_count(table, headers) for table in REGISTRIES)


def likeliest(headers: Sequence[str], *, name: str = "") -> Table | None:
    """The registry most headers are words of; where several have as many, one that the file is named after."""
    counted = [
        (_count(table, headers), table.title.zh in name or table.key in name.lower(), table) for table in REGISTRIES
    ]
    most = max(counted, key=lambda one: one[:2])
    return most[2] if most[0] else None


def _count(table: Table, headers: Sequence[str]) -> int:
    """How many columns are recognised as fields of a registry."""
    return sum(1 for column in recognised(table, headers) if column.field)


@cache
def _words(table: Table) -> tuple[dict[str, str], dict[str, str]]:
    """Words and the keys they mean: first keys and labels, then the other words."""
    own: dict[str, str] = {}
    other: dict[str, str] = {}
    for field in table.fields:
        for word in (field.key, field.wire, field.label.zh, field.label.en):
            own.setdefault(taken_apart(word).word, field.key)
        for word in ALIASES.get(field.label.zh, "").split():
            other.setdefault(taken_apart(word).word, field.key)
    return own, other


def _is_unit(word: str) -> bool:
    """Whether a word in brackets is a unit of quantity."""
    return word in _UNITS or word in {
        "亩",
        "平方尺",
        "美元",
        "港元",
        "港币",
        "欧元",
        "日元",
        "千元",
        "公顷",
        "usd",
        "hkd",
    }


_UNITS = frozenset(unit for units in FACTORS.values() for unit in units)
