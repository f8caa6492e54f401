"""The numbers a rule compares with, as people read them: every value, since when, on which basis, when last checked."""

from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _

from declare.access import Action, decide
from declare.checks import in_force
from declare.extensions import db
from declare.law import Citation, Dated, Lang
from declare.law.places import CeremonyLimits
from declare.rules.book import Rule
from declare.web import visitor
from declare.web.values import day


class Value(NamedTuple):
    """One value of a number: since when it holds, and whether it holds on the day asked for."""

    text: str
    since: str
    holds: bool


class Number(NamedTuple):
    """One number through time; `basis` None marks a parameter of the system that no law sets, `href` leads to its changes."""

    key: str
    title: str
    basis: Citation | None
    checked: str
    values: list[Value]
    href: str


def numbers(rule: Rule, on: date, *, lang: Lang) -> list[Number]:
    """The numbers of a rule, those the organisation set among them, with the value of one day marked."""
    with in_force(db.session):
        return [_number(dated, on, lang) for dated in rule.thresholds]


def _number(dated: Dated[Any], on: date, lang: Lang) -> Number:
    """One number with every step, the latest first."""
    now = dated.step(on)
    unit = dated.unit.to(lang) if dated.unit else ""
    values = [
        Value(told(step.value, unit=unit, lang=lang), day(step.since, lang=lang), step == now)
        for step in reversed(dated.standing())
    ]
    title = dated.title.to(lang) if dated.title else ""
    return Number(dated.key, title, dated.basis, day(dated.checked, lang=lang), values, _href(dated))


def _href(dated: Dated[Any]) -> str:
    """Where a parameter is changed, for those who may look at it."""
    who = visitor()
    may = who is not None and decide(who.actor(), Action.LIST_PARAMETERS).allowed
    return url_for("parameters.parameter", key=dated.key) if may and dated.adjustable else ""


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
