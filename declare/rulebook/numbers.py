"""The numbers a rule compares with, as people read them: every value, since when, on which basis, when last checked."""

from datetime import date
from typing import Any, NamedTuple

from flask import url_for

from declare.access import Action, decide
from declare.checks import in_force
from declare.extensions import db
from declare.law import Citation, Dated, Lang
from declare.rules.book import Rule
from declare.web import visitor
from declare.web.thresholds import shown, title
from declare.web.values import day


class Value(NamedTuple):
    """One value of a number: since when it holds, and whether it holds on the day asked for."""

    text: str
    since: str
    holds: bool


class Number(NamedTuple):
    """One number through time; `basis` None marks a parameter of the system that no law sets, `href` leads to its changes."""

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
    values = [
        Value(shown(dated, step.value, lang=lang), day(step.since, lang=lang), step == now)
        for step in reversed(dated.standing())
    ]
    return Number(title(dated, lang=lang), dated.basis, day(dated.checked, lang=lang), values, _href(dated))


def _href(dated: Dated[Any]) -> str:
    """Where a parameter is changed, for those who may look at it."""
    who = visitor()
    may = who is not None and decide(who.actor(), Action.LIST_PARAMETERS).allowed
    return url_for("parameters.parameter", key=dated.key) if may and dated.adjustable else ""
