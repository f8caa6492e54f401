"""The value of a threshold as a person reads it: with its unit, yes or no, a list, or the limits of a place."""

from dataclasses import asdict, is_dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _

from declare.law import Dated, Lang
from declare.law.places import CeremonyLimits


def shown(dated: Dated[Any], value: Any, *, lang: Lang) -> str:
    """A value of a threshold, with the threshold's unit."""
    return told(value, unit=dated.unit.to(lang) if dated.unit else "", lang=lang)


def told(value: Any, *, unit: str = "", lang: Lang = "zh") -> str:
    """A value in words: yes or no, a number with its unit, a day of the year, a list, the limits of a place."""
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, Decimal | int | Fraction):
        return _with_unit(f"{value:,f}" if isinstance(value, Decimal) else _whole(value), unit, lang)
    if isinstance(value, CeremonyLimits):
        return _limits(value)
    if isinstance(value, tuple | list | frozenset | set):
        listed = sorted(value) if isinstance(value, frozenset | set) else value
        return str(_("、")).join(told(one, unit=unit, lang=lang) for one in listed)
    if is_dataclass(value) and not isinstance(value, type):
        return str(_("；")).join(f"{key} {told(one)}" for key, one in asdict(value).items() if one is not None)
    return _with_unit(str(value), unit, lang)


def _whole(value: int | Fraction) -> str:
    """A whole number with commas, or a fraction as it is written."""
    return f"{value:,}" if isinstance(value, int) else str(value)


def _with_unit(text: str, unit: str, lang: Lang) -> str:
    """A number and its unit; a percent sign stands close to it."""
    if not unit:
        return text
    return f"{text}{unit}" if lang == "zh" or unit == "%" else f"{text} {unit}"


def _limits(limits: CeremonyLimits) -> str:
    """What a place sets for family occasions, one after the other; what it does not set is left out."""
    words = {
        "persons": _("%(n)s 人以内"),
        "tables": _("%(n)s 桌以内"),
        "joint_persons": _("合办 %(n)s 人以内"),
        "joint_tables": _("合办 %(n)s 桌以内"),
        "other_persons": _("其他喜庆 %(n)s 人以内"),
        "other_tables": _("其他喜庆 %(n)s 桌以内"),
        "before_working_days": _("事前 %(n)s 个工作日报告"),
        "before_days": _("事前 %(n)s 日报告"),
        "after_working_days": _("事后 %(n)s 个工作日报告"),
        "after_days": _("事后 %(n)s 日报告"),
        "funeral_after_days": _("丧事后 %(n)s 日报告"),
        "cars": _("用车 %(n)s 辆以内"),
        "cash_from_non_relatives": _("非亲属礼金不超过 %(n)s 元"),
    }
    given = [(key, value) for key, value in asdict(limits).items() if value is not None]
    return str(_("；")).join(words[key] % {"n": value} if key in words else f"{key} {value}" for key, value in given)
