"""Single values as a person reads them, in the language of the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from declare.items.kinds.dates import DayKind
from declare.items.spec import Field
from declare.law import Lang

WORDS_AFTER = frozenset({"㎡", "%"})


def value(field: Field, found: Any, *, lang: Lang, names: Mapping[str, str]) -> str:
    """A value with its unit; `names` are what family keys are shown as."""
    text = field.kind.show(found, lang=lang, names=names)
    unit = field.kind.unit.to(lang) if field.kind.unit else ""
    if not unit:
        return text
    return f"{text} {unit}" if lang == "zh" or unit in WORDS_AFTER else f"{text} ({unit})"


def day(found: date, *, lang: Lang) -> str:
    """A day of the calendar."""
    return DayKind().show(found, lang=lang, names={})
