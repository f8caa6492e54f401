"""One cell of a file as a value of a field: dates, numbers and choices as offices write them, nothing guessed."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from declare.items.kinds import ChoiceKind
from declare.items.kinds.dates import DayKind
from declare.items.kinds.markets import CodeKind
from declare.items.kinds.numbers import CountKind, NumberKind, typed_number
from declare.items.kinds.places import CountriesKind
from declare.items.kinds.text import TextKind
from declare.items.spec import Field, Wrong
from declare.law import Text
from declare.registries.files import Cell
from declare.registries.files.sheet import blank

EMPTY_WORDS = frozenset({"-", "--", "—", "——", "/", "\\", "null", "n/a", "\\n", "(空)", "#n/a"})
"""What offices write where there is nothing."""
OPEN_ENDED = frozenset({"至今", "长期", "无", "present"})
"""What they write for a day that has not come."""

EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; what is longer has lost its end."""
FIRST_SERIAL, LAST_SERIAL = 1, 73_050
"""Days since 30 December 1899, up to the end of 2099, as spreadsheets count."""
ZERO = date(1899, 12, 30)
CODE_DIGITS = 6
DECIMALS = 6

LOST_DIGITS = Text(
    "号码被表格软件存成了数字，末几位已丢失；请把该列设为文本后重新导出。",
    "The number was stored as a quantity and has lost its last digits: set the column to text and export again.",
)
NO_NUMBER = Text("应为数字。", "This must be a number.")
NO_DAY = Text("应为日期，如2026-01-02。", "This must be a date such as 2026-01-02.")
NO_CHOICE = Text("“{typed}”不在可选项内，可用：{options}。", "“{typed}” is none of the options: {options}.")

_POWER = re.compile(r"[0-9](?:[.][0-9]+)?[eE][+]?[0-9]{2}")
_FORMULA = re.compile(r'="(.*)"')
_CLOCK = re.compile(r"[T\s]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?(?:Z|[+]08:?00)?$")
_SERIAL = re.compile(r"[0-9]{4,5}(?:[.]0+)?")


def value_of(field: Field, cell: Cell, *, unit: str = "", factor: Decimal | None = None) -> Any:
    """A cell as a value of a field, the field's own empty value for a blank one; raises Wrong.

    `unit` is the one the header names, `factor` turns it into that of the field.
    """
    if isinstance(cell, str):
        cell = plain(cell)
    kind = field.kind
    if blank(cell) or (isinstance(cell, str) and cell.lower() in EMPTY_WORDS):
        return kind.empty
    if isinstance(kind, DayKind):
        return _day(kind, cell)
    if isinstance(kind, CountKind):
        return kind.clean(_digits(cell))
    if isinstance(kind, NumberKind):
        return _number(kind, cell, unit, factor)
    if isinstance(kind, ChoiceKind):
        return _choice(kind, _words(cell))
    return _text(kind, cell)


def plain(typed: str) -> str:
    """A text without what spreadsheets put before it so that it stays text."""
    text = typed.strip().lstrip("\ufeff'\t").strip()
    guarded = _FORMULA.fullmatch(text)
    return guarded[1].strip() if guarded else text


def _day(kind: DayKind, cell: Cell) -> date | None:
    """A day: of a date, of what is written, of the number a spreadsheet counts days with."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise Wrong(NO_DAY)
    if isinstance(cell, str):
        if cell in OPEN_ENDED:
            return None
        text = _CLOCK.sub("", unicodedata.normalize("NFKC", cell))
        return _serial(text) if _SERIAL.fullmatch(text) else kind.clean(text)
    return kind.clean(str(int(cell))) if float(cell) >= 10_000_000 else _serial(str(cell))


def _serial(digits: str) -> date:
    """The day of a spreadsheet's number; years alone are no day."""
    number = int(Decimal(digits))
    if not FIRST_SERIAL <= number <= LAST_SERIAL or 1900 <= number <= 2100:
        raise Wrong(NO_DAY)
    return ZERO + timedelta(days=number)


def _digits(cell: Cell) -> str:
    """A whole number as it would be typed."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise Wrong(NO_NUMBER)
    if isinstance(cell, str):
        return cell.removesuffix("股").removesuffix("年").removesuffix(".0")
    return _written(cell)


def _number(kind: NumberKind, cell: Cell, unit: str, factor: Decimal | None) -> Decimal:
    """An exact decimal in the unit of the field."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise Wrong(NO_NUMBER)
    text = _written(cell) if not isinstance(cell, str) else cell.lstrip("¥￥$")
    if factor is None:
        return kind.clean(text)
    return _short(Decimal(typed_number(text, units=(unit,), unit=Text(unit, unit))) * factor)


def _short(number: Decimal) -> Decimal:
    """A converted number without zeros at its end, at least to whole units."""
    rounded = round(number, DECIMALS).normalize()
    return rounded if rounded.as_tuple().exponent <= 0 else rounded.quantize(Decimal(1))  # type: ignore[operator]


def _written(cell: float | Decimal) -> str:
    """A number as digits: what a workbook holds as 238.0 is 238."""
    if abs(float(cell)) >= EXACT and not isinstance(cell, int):
        raise Wrong(LOST_DIGITS)
    return str(int(cell)) if cell == int(cell) else format(Decimal(str(cell)), "f")


def _choice(kind: ChoiceKind, typed: str) -> Any:
    """A value of a closed list, by key or label."""
    try:
        return kind.clean(typed)
    except Wrong:
        options = "、".join(one.label.zh for one in kind.options), ", ".join(one.label.en for one in kind.options)
        zh, en = (NO_CHOICE.filled(typed=typed[:20], options=said) for said in options)
        raise Wrong(Text(zh.zh, en.en)) from None


def _text(kind: Any, cell: Cell) -> Any:
    """A text; numbers that lost digits are refused, codes get back their zeros."""
    words = "、".join(map(str, cell)) if isinstance(cell, list) else _words(cell)
    if _POWER.fullmatch(words):
        raise Wrong(LOST_DIGITS)
    if isinstance(kind, CodeKind) and words.isdigit():
        words = words.zfill(CODE_DIGITS)
    found = kind.clean(words)
    if isinstance(kind, TextKind) and not isinstance(kind, CountriesKind) and len(found) > kind.limit:
        raise Wrong(kind.check("字" * len(found)) or LOST_DIGITS)
    return found


def _words(cell: Cell) -> str:
    """A cell as text."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, int | float | Decimal):
        return _written(cell) if abs(float(cell)) < EXACT else _lost()
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes") if cell.hour or cell.minute else cell.date().isoformat()
    return str(cell)


def _lost() -> str:
    """Says that digits were lost."""
    raise Wrong(LOST_DIGITS)
