"""The pages of 工作事项: findings about the work itself and about people nobody has entered."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.casework import office_pages, service
from declare.casework.forms import AnswerForm
from declare.casework.models import Step
from declare.casework.office_matters import OfficeMatter
from declare.casework.office_matters import matter as loaded
from declare.extensions import db
from declare.web import authority, may

bp = Blueprint("office", __name__, url_prefix="/matters")


@bp.get("/")
@may(Action.READ_OFFICE_FINDING)
def matters() -> ResponseReturnValue:
    """Everything still to be done, or what is done."""
    page = request.args.get("page", default=1, type=int)
    return office_pages.of_list(done=request.args.get("state") == "done", page=min(max(1, page), 10_000))


@bp.get("/<int:finding_id>/")
@may(Action.READ_OFFICE_FINDING, on=loaded)
def matter(about: OfficeMatter) -> ResponseReturnValue:
    """One finding with the records it points at."""
    return office_pages.of_matter(about, office_pages.decision_form(about))


@bp.post("/<int:finding_id>/decision")
@may(Action.DECIDE_OFFICE_FINDING, on=loaded)
def decide(about: OfficeMatter) -> ResponseReturnValue:
    """Decides on a finding, or proposes where it takes two."""
    form = office_pages.decision_form(about, sent=True)
    if not form.validate():
        return office_pages.of_matter(about, form), 422
    reason, seen = form.reason.data or "", form.seen.data or ""
    step = service.decide(db.session, about, form.chosen, reason=reason, seen=seen, by=authority())
    flash(_("已提请复核。") if step.step == Step.PROPOSED.value else _("已记录处理意见。"), "done")
    return redirect(office_pages.after(about), 303)


@bp.post("/<int:finding_id>/answer")
@may(Action.CONFIRM_OFFICE_FINDING, on=loaded)
def answer(about: OfficeMatter) -> ResponseReturnValue:
    """The second person's answer."""
    form = AnswerForm()
    if not form.validate():
        return office_pages.of_matter(about, form), 422
    agree, seen = form.agree.data == "yes", form.seen.data or ""
    service.answer(db.session, about, agree=agree, reason=form.reason.data or "", seen=seen, by=authority())
    flash(_("已记录复核意见。"), "done")
    return redirect(url_for(".matters"), 303)
