"""The plain fields of a record, read one by one; whatever is wrong is named with its field."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, TypeVar

from declare.items.kinds.dates import DayKind
from declare.items.reading import ABSENT, UNKNOWN_FIELD, Unreadable
from declare.law import Text

V = TypeVar("V")

MISSING = Text("必须填写，请补上。", "is required: add it.")
UNKNOWN_VALUE = Text("只能是 {choices} 之一。", "must be one of {choices}.")
NOT_TEXT = Text("应为文本，请加引号。", "must be text, in quotes.")
NOT_YEAR = Text("应为四位年份，如 2025，不加引号。", "must be a year such as 2025, without quotes.")

_DAY = DayKind()


def only(found: Mapping[str, Any], keys: Collection[str]) -> None:
    """Raises Unreadable for a key that is none of these."""
    for key in found:
        if key not in keys:
            raise Unreadable(key, UNKNOWN_FIELD)


def text(found: Mapping[str, Any], key: str) -> str:
    """A text, "" where it is not given; raises Unreadable for another type."""
    value = found.get(key)
    if value in ABSENT:
        return ""
    if not isinstance(value, str):
        raise Unreadable(key, NOT_TEXT)
    return value


def year(found: Mapping[str, Any], key: str) -> int | None:
    """A year, None where it is not given; raises Unreadable."""
    value = found.get(key)
    if value in ABSENT:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1900 <= value <= 9998:
        raise Unreadable(key, NOT_YEAR)
    return value


def day(found: Mapping[str, Any], key: str) -> date | None:
    """A day, None where it is not given; raises Unreadable."""
    value = found.get(key)
    return None if value in ABSENT else under(key, lambda: _read_day(value))


def choice(value: str, key: str, choices: Collection[str]) -> str:
    """One of a closed list; raises Unreadable."""
    if value not in choices:
        raise Unreadable(key, UNKNOWN_VALUE.filled(choices=" ".join(choices)))
    return value


def required(value: V | None, key: str) -> V:
    """A value that must be given; raises Unreadable."""
    if value is None or value == "":
        raise Unreadable(key, MISSING)
    return value


def under(place: str, read: Callable[[], V]) -> V:
    """Reads a part of a record; an unreadable field of it is named from the whole record."""
    try:
        return read()
    except Unreadable as problem:
        raise problem.under(place) from None


def _read_day(value: object) -> date:
    """A day of a JSON value; its place is added by the caller."""
    try:
        return _DAY.read(value)
    except ValueError as wrong:
        raise Unreadable("", getattr(wrong, "says", MISSING)) from None
