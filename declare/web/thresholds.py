"""The value of a threshold as a person reads it: with its unit, yes or no, a list, a day of the year."""

import re
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _

from declare.law import Dated, Lang
from declare.law.naming import named

DAY_OF_YEAR = re.compile(r"\d\d-\d\d")
"""A day of every year, 01-31."""


def shown(dated: Dated[Any], value: Any, *, lang: Lang) -> str:
    """A value of a threshold, with the threshold's unit."""
    known = named(dated)
    return told(value, unit=known.unit.to(lang) if known and known.unit else "", lang=lang)


def title(dated: Dated[Any], *, lang: Lang) -> str:
    """What a threshold is called; its key where nobody named it."""
    known = named(dated)
    return known.title.to(lang) if known else dated.key


def told(value: Any, *, unit: str = "", lang: Lang = "zh") -> str:
    """A value in words: yes or no, a number with its unit, a day of the year, a list."""
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, Decimal | int | Fraction):
        return _with_unit(f"{value:,f}" if isinstance(value, Decimal) else _whole(value), unit, lang)
    if isinstance(value, tuple | list | frozenset | set):
        listed = sorted(value) if isinstance(value, frozenset | set) else value
        return str(_("、")).join(told(one, unit=unit, lang=lang) for one in listed)
    if is_dataclass(value) and not isinstance(value, type):
        return str(_("；")).join(f"{key} {told(one)}" for key, one in asdict(value).items() if one is not None)
    if isinstance(value, str) and DAY_OF_YEAR.fullmatch(value):
        return str(format_date(date.fromisoformat(f"2000-{value}"), _("M月d日")))
    words = {"none": _("不得提供酒"), "not high-grade": _("不得提供高档酒")}
    return _with_unit(str(words.get(str(value), value)), unit, lang)


def _whole(value: int | Fraction) -> str:
    """A whole number with commas, or a fraction as it is written."""
    return f"{value:,}" if isinstance(value, int) else str(value)


def _with_unit(text: str, unit: str, lang: Lang) -> str:
    """A number and its unit; a sign stands close to it, and what is itself a number is multiplied."""
    if not unit:
        return text
    if lang == "zh" or unit in "%×":
        return f"{text}{unit}"
    return f"{text} × {unit}" if unit[0].isdigit() else f"{text} {unit}"
