"""The pages of parameters: the list, one parameter, another value proposed, tried, decided."""

from typing import NamedTuple

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, Resource
from declare.checks import in_force
from declare.extensions import db
from declare.parameters import pages, queries, service
from declare.parameters.forms import DecisionForm, ProposalForm
from declare.parameters.models import ParameterChange
from declare.rules.parameters import Parameter, parameters
from declare.web import authority, may, pace, paced

bp = Blueprint("parameters", __name__, url_prefix="/parameters")


class Adjustable(NamedTuple):
    """A parameter as a decision sees it: it belongs to nobody."""

    parameter: Parameter

    def resource(self) -> Resource:
        """The parameter as a decision sees it."""
        return Resource("parameter")


def _adjustable(key: str) -> Adjustable | None:
    """The parameter an address names."""
    return Adjustable(parameters()[key]) if key in parameters() else None


def _change(change_id: int) -> ParameterChange | None:
    """The change an address names."""
    return queries.change(db.session, change_id)


@bp.get("/")
@may(Action.LIST_PARAMETERS)
def index() -> ResponseReturnValue:
    """All parameters."""
    return pages.of_index()


@bp.get("/<key>/")
@may(Action.LIST_PARAMETERS, on=_adjustable)
def parameter(about: Adjustable) -> ResponseReturnValue:
    """One parameter and its history."""
    return pages.of_parameter(about.parameter)


@bp.route("/<key>/propose", methods=["GET", "POST"])
@may(Action.PROPOSE_PARAMETER, on=_adjustable)
def propose(about: Adjustable) -> ResponseReturnValue:
    """Proposes another value."""
    if waits := queries.waiting(db.session, about.parameter.key):
        return redirect(url_for(".change", change_id=waits.id), 303)
    with in_force(db.session):
        form = ProposalForm(about.parameter)
        sound = form.validate_on_submit()
    if not sound:
        return pages.of_proposal(about.parameter, form), 422 if form.is_submitted() else 200
    row = service.propose(db.session, about.parameter, form.value.worth, **form.said(), by=authority())
    return redirect(url_for(".change", change_id=row.id), 303)


@bp.get("/changes/<int:change_id>/")
@may(Action.LIST_PARAMETERS, on=_change)
def change(row: ParameterChange) -> ResponseReturnValue:
    """One change: what it would do, and the decision on it."""
    return pages.of_change(row, DecisionForm(formdata=None))


@bp.post("/changes/<int:change_id>/decision")
@may(Action.APPROVE_PARAMETER, on=_change)
def answer(row: ParameterChange) -> ResponseReturnValue:
    """Agrees to a change, or refuses it."""
    form = DecisionForm()
    if not form.validate():
        return pages.of_change(row, form), 422
    agree = form.agree.data == "yes"
    service.decide(db.session, row, agree=agree, reason=form.reason.data or "", by=authority())
    flash(_("已同意，自所列日期起适用。") if agree else _("已记录：不同意调整。"), "done")
    return redirect(url_for(".change", change_id=row.id), 303)


@bp.post("/changes/<int:change_id>/withdraw")
@may(Action.WITHDRAW_PARAMETER, on=_change)
def withdraw(row: ParameterChange) -> ResponseReturnValue:
    """Takes one's own proposal back."""
    service.withdraw(db.session, row, by=authority())
    flash(_("已撤回。"), "done")
    return redirect(url_for(".parameter", key=row.key), 303)


@bp.post("/changes/<int:change_id>/trial")
@paced(pace.RECOUNTS)
@may(Action.PROPOSE_PARAMETER, on=_change)
def try_again(row: ParameterChange) -> ResponseReturnValue:
    """Tries a proposed value once more."""
    service.try_again(db.session, row)
    return redirect(url_for(".change", change_id=row.id), 303)
