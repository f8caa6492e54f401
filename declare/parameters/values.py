"""The kinds of values a parameter has: how one is typed, refused and stored; a value keeps its Python type.

A stored value is JSON: numbers with decimals, fractions and days as text, words as a list.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec
from flask_babel import gettext as _

from declare.law import Dated

LONGEST = 2000
MOST_WORDS, LONGEST_WORD = 100, 30
WHOLE, NUMBER, PART = (re.compile(one) for one in (r"\d{1,12}", r"\d{1,12}(\.\d{1,4})?", r"\d{1,6}(/[1-9]\d{0,5})?"))
BREAKS = re.compile(r"[\r\n、,，;；]+")


class Refused(ValueError):
    """What was typed is no value of the kind; the sentence says what to type instead."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How values of one Python type are read from a page (`typed`), put into its box, shown and stored."""

    type: type[Any]
    widget: str
    typed: Callable[[str], Any]
    plain: Callable[[Any], Any]
    restored: Callable[[Any], Any]


def _whole(text: str) -> int:
    """A whole number that is not negative; thousands may be set apart."""
    if not WHOLE.fullmatch(_closed(text)):
        raise Refused(_("请填写不小于 0 的整数，例如 50。"))
    return int(_closed(text))


def _number(text: str) -> Decimal:
    """A number that is not negative, with up to four decimals."""
    if not NUMBER.fullmatch(_closed(text)):
        raise Refused(_("请填写不小于 0 的数，最多四位小数，例如 0.2。"))
    return Decimal(_closed(text))


def _part(text: str) -> Fraction:
    """A part of a whole."""
    if not PART.fullmatch(_closed(text)):
        raise Refused(_("请填写分数，例如 1/3。"))
    return Fraction(_closed(text))


def _closed(text: str) -> str:
    """A number without spaces and the commas between thousands."""
    return re.sub(r"[\s,，]", "", text)


def _yes(text: str) -> bool:
    """Yes or no."""
    if text not in {"yes", "no"}:
        raise Refused(_("请选择是或否。"))
    return text == "yes"


def _words(text: str) -> tuple[str, ...]:
    """Words, one a line, each once."""
    words = tuple(dict.fromkeys(word.strip() for word in BREAKS.split(text) if word.strip()))
    if not words or len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words):
        raise Refused(
            _(
                "请每行填写一个词，至少一个，至多 %(most)s 个，每个不超过 %(longest)s 字。",
                most=MOST_WORDS,
                longest=LONGEST_WORD,
            )
        )
    return words


def _day(text: str) -> date:
    """A day of the calendar."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(_("请填写日期，例如 2027-01-01。")) from None


def _same(value: Any) -> Any:
    """A value that JSON carries as it is."""
    return value


KINDS = (
    Kind(bool, "yes_no", _yes, _same, bool),
    Kind(int, "whole", _whole, _same, int),
    Kind(Decimal, "number", _number, lambda value: format(value, "f"), Decimal),
    Kind(Fraction, "part", _part, str, Fraction),
    Kind(date, "day", _day, date.isoformat, date.fromisoformat),
    Kind(tuple, "words", _words, list, tuple),
)


def kind_of(dated: Dated[Any]) -> Kind:
    """The kind of a parameter's values; LookupError for one no page can take."""
    value = dated.steps[-1].value
    for kind in KINDS:
        if isinstance(value, kind.type):
            return kind
    raise LookupError(f"{dated.key} has a value no page can take")


def stored(dated: Dated[Any], value: Any) -> str:
    """A value as the database keeps it."""
    return msgspec.json.encode(kind_of(dated).plain(value)).decode()


def restored(dated: Dated[Any], text: str) -> Any:
    """The value that was kept, of the type the parameter has."""
    return kind_of(dated).restored(msgspec.json.decode(text))


def in_box(dated: Dated[Any], value: Any) -> str:
    """A value as it stands in the box of a form."""
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "\n".join(value)
        case _:
            return str(kind_of(dated).plain(value))
