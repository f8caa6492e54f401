"""The reviewers' pages of findings: one finding with its evidence and decision, and those that wait for a second person."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.casework import pages, service
from declare.casework.forms import AnswerForm, ConsultForm, DecisionForm
from declare.casework.models import Step
from declare.casework.subject import Matter, matter, matter_waiting
from declare.extensions import db
from declare.web import authority, may

bp = Blueprint("findings", __name__, url_prefix="/findings")


@bp.get("/")
@may(Action.CONFIRM_FINDING)
def waiting() -> ResponseReturnValue:
    """What waits for the lead's second signature."""
    return pages.of_waiting()


@bp.get("/<int:finding_id>/")
@may(Action.READ_FINDING, on=matter)
def finding(about: Matter) -> ResponseReturnValue:
    """One finding: the sentence, the rows side by side, the article, the decision."""
    if about.subject.consultation is None:
        return pages.of_consulting(about.subject, ConsultForm(formdata=None, next=request.path))
    form = DecisionForm(formdata=None, outcome=request.args.get("outcome"), seen=service.version(about.finding))
    return pages.of_finding(about, form)


@bp.post("/<int:finding_id>/decision")
@may(Action.DECIDE_FINDING, on=matter)
def decide(about: Matter) -> ResponseReturnValue:
    """Decides on a finding, or proposes where it takes two."""
    if about.subject.consultation is None:
        return redirect(url_for(".finding", finding_id=about.finding.id), 303)
    form = DecisionForm()
    if not form.validate():
        return pages.of_finding(about, form), 422
    reason, seen = form.reason.data or "", form.seen.data or ""
    step = service.decide(db.session, about, form.chosen, reason=reason, seen=seen, by=authority())
    flash(_("已提请复核。") if step.step == Step.PROPOSED.value else _("已记录处理意见。"), "done")
    return redirect(pages.after(about), 303)


@bp.post("/<int:finding_id>/answer")
@may(Action.CONFIRM_FINDING, on=matter_waiting)
def answer(about: Matter) -> ResponseReturnValue:
    """The second person's answer."""
    form = AnswerForm()
    if about.subject.consultation is None or not form.validate():
        return pages.of_answering(about, form)
    agree, seen = form.agree.data == "yes", form.seen.data or ""
    service.answer(db.session, about, agree=agree, reason=form.reason.data or "", seen=seen, by=authority())
    flash(_("已记录复核意见。"), "done")
    return redirect(url_for(".waiting"), 303)
