"""What the pages of parameters show: values with their days, what waits, what a trial found without counting out single people."""

from typing import Any, NamedTuple

from flask_babel import gettext as _

from declare.access import Action, decide
from declare.checks import in_force
from declare.extensions import db
from declare.law import Dated
from declare.parameters import queries, values
from declare.parameters.comparison import Effect
from declare.parameters.forms import DecisionForm, ProposalForm
from declare.parameters.models import ParameterChange
from declare.rules.book import rule_by_id
from declare.rules.contents import CONTENTS
from declare.rules.parameters import Parameter, parameters
from declare.vault import Reader
from declare.web import authority, lang, render, today, visitor
from declare.web.thresholds import shown
from declare.web.values import day

FEW = 5
"""Smaller counts are not said: they would point at people."""


class Standing(NamedTuple):
    """One value of a parameter: since when it holds, whether it holds today, whether the organisation set it."""

    text: str
    since: str
    holds: bool
    own: bool


class Line(NamedTuple):
    """A parameter in the list: the value of today, one to come, and the change that waits."""

    parameter: Parameter
    now: Standing
    coming: Standing | None
    waits: int | None


class Trial(NamedTuple):
    """What a trial found, in words: by rule and year, by unit, and how much work it is before and after."""

    effect: Effect
    rules: list[tuple[str, str, int, str, str]]
    units: list[tuple[str, str, str]]
    before: tuple[str, str]
    after: tuple[str, str]


def of_index() -> str:
    """All parameters by group of rules, and what waits."""
    waits = queries.listed(db.session, waiting=True)
    waiting = {one.change.key: one.change.id for one in waits}
    with in_force(db.session):
        lines = [_line(parameter, waiting) for parameter in parameters().values()]
    groups = [
        (group.title.to(lang()), [line for line in lines if line.parameter.rules[0].id[0] == group.letter])
        for group in CONTENTS
    ]
    may_approve = decide(_actor(), Action.APPROVE_PARAMETER).allowed
    return render("parameters/list.html", groups=groups, waits=[_told(one) for one in waits], may_approve=may_approve)


def of_parameter(parameter: Parameter) -> str:
    """One parameter: every value it had, has and will have, and how that came."""
    with in_force(db.session):
        steps = standings(parameter.dated)
    history = [_told(one) for one in queries.listed(db.session, key=parameter.key)]
    waits = queries.waiting(db.session, parameter.key)
    return render("parameters/parameter.html", parameter=parameter, steps=steps, history=history, waits=waits)


def of_proposal(parameter: Parameter, form: ProposalForm) -> str:
    """The form of another value."""
    with in_force(db.session):
        steps = standings(parameter.dated)
    return render("parameters/propose.html", parameter=parameter, form=form, steps=steps)


def of_change(row: ParameterChange, form: DecisionForm) -> str:
    """One change: what, why, what it would do, and what can be done now."""
    by, actor = authority(), _actor()
    words = queries.words(db.session, row, Reader(by.account, by.role, row.record))
    parameter = parameters().get(row.key)
    may = {action: decide(actor, action, row.resource()).allowed for action in Action}
    return render(
        "parameters/change.html",
        told=_told(queries.one(db.session, row)),
        parameter=parameter,
        before=_before(parameter, row),
        words=words,
        trial=_trial(words.effect) if words.effect else None,
        form=form if may[Action.APPROVE_PARAMETER] else None,
        may_withdraw=may[Action.WITHDRAW_PARAMETER],
        may_approve=decide(actor, Action.APPROVE_PARAMETER).allowed,
    )


def standings(dated: Dated[Any]) -> list[Standing]:
    """Every value of a parameter, the latest first."""
    now = dated.held(today())
    return [_standing(dated, step, holds=step == now) for step in reversed(dated.standing())]


def _standing(dated: Dated[Any], step: Any, *, holds: bool) -> Standing:
    """One value in words."""
    text = shown(dated, step.value, lang=lang())
    return Standing(text, day(step.since, lang=lang()), holds, step not in dated.steps)


def _line(parameter: Parameter, waiting: dict[str, int]) -> Line:
    """A parameter in the list."""
    dated, steps = parameter.dated, standings(parameter.dated)
    to_come = [step for step in dated.standing() if step.since > today()]
    coming = _standing(dated, to_come[0], holds=False) if to_come else None
    return Line(parameter, next(one for one in steps if one.holds), coming, waiting.get(parameter.key))


def _told(one: queries.Listed) -> dict[str, Any]:
    """A change in words."""
    row, parameter = one.change, parameters().get(one.change.key)
    value = values.restored(parameter.dated, row.value) if parameter else row.value
    return {
        "row": row,
        "title": parameter.title.to(lang()) if parameter else row.key,
        "rules": "、".join(rule.id for rule in parameter.rules) if parameter else "",
        "value": shown(parameter.dated, value, lang=lang()) if parameter else row.value,
        "since": day(row.since, lang=lang()),
        "state": row.standing(today()),
        "proposer": one.proposer,
        "approver": one.approver,
    }


def _before(parameter: Parameter | None, row: ParameterChange) -> str:
    """The value that holds on the day before the change."""
    if parameter is None:
        return ""
    with in_force(db.session):
        steps = [step for step in parameter.dated.standing() if step.since < row.since]
    return shown(parameter.dated, (steps or parameter.dated.steps)[-1].value, lang=lang())


def _trial(effect: Effect) -> Trial:
    """A trial in words."""
    names = queries.unit_names(db.session)
    order = {code: at for at, code in enumerate(names)}
    rules = [
        (one.rule, rule_by_id(one.rule).title.to(lang()), one.year, few(one.more), few(one.fewer))
        for one in effect.rules
    ]
    units = [
        (names.get(one.unit, _("未列入单位")), few(one.more), few(one.fewer))
        for one in sorted(effect.units, key=lambda one: order.get(one.unit, len(order)))
    ]
    before = few(effect.before), hours(effect.minutes_before)
    return Trial(effect, rules, units, before, (few(effect.after), hours(effect.minutes_after)))


def few(count: int) -> str:
    """A count; a small one is not said."""
    return f"{count:,}" if count == 0 or count >= FEW else _("少于 %(n)s", n=FEW)


def hours(minutes: int) -> str:
    """How long work takes, in whole hours."""
    if minutes == 0:
        return "0"
    return _("不足 1") if minutes < 60 else f"{-(-minutes // 60):,}"


def _actor() -> Any:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else None
