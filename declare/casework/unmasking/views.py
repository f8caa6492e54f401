"""The pages of 申请查看: asking, the list, one request with its answer, showing after one has shown once more who one is."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts.confirmations import confirmed
from declare.casework import pages as case_pages
from declare.casework.forms import ConsultForm
from declare.casework.subject import Subject, subject
from declare.casework.unmasking import pages, service, showing
from declare.casework.unmasking.asked import Asked, asked
from declare.casework.unmasking.forms import AnswerForm
from declare.extensions import db
from declare.web import authority, may, pace, paced

bp = Blueprint("unmasking", __name__)


@bp.get("/unmaskings/")
@may(Action.LIST_UNMASKINGS)
def requests() -> ResponseReturnValue:
    """One's own requests; for a lead those about people in their charge."""
    page = request.args.get("page", default=1, type=int)
    return pages.of_list(still=request.args.get("state") != "done", page=min(max(1, page), 10_000))


@bp.route("/people/<int:person_id>/unmasking", methods=["GET", "POST"])
@paced(pace.REQUESTS)
@may(Action.ASK_UNMASKING, on=subject)
def ask(about: Subject) -> ResponseReturnValue:
    """Asks to see fields of one person; only who has registered a consultation can."""
    if about.consultation is None:
        return case_pages.of_consulting(about, ConsultForm(formdata=None, next=request.path))
    form, offered = pages.ask_form(about, request.args.get("field"))
    if not form.validate_on_submit():
        return pages.of_asking(about, form, offered), 422 if form.is_submitted() else 200
    days, reason = int(form.days.data or 1), form.reason.data or ""
    row = service.ask(db.session, about, form.fields.data or [], days=days, reason=reason, by=authority())
    flash(_("已提交申请，等待纪检负责人审批。"), "done")
    return redirect(url_for(".one", number=row.id), 303)


@bp.get("/unmaskings/<int:number>/")
@may(Action.LIST_UNMASKINGS, on=asked)
def one(found: Asked) -> ResponseReturnValue:
    """One request: what was asked for, what was answered, what can be done."""
    return pages.of_one(found, AnswerForm(formdata=None))


@bp.post("/unmaskings/<int:number>/decision")
@may(Action.APPROVE_UNMASKING, on=asked)
def answer(found: Asked) -> ResponseReturnValue:
    """Grants or refuses."""
    form = AnswerForm()
    if not form.validate():
        return pages.of_one(found, form), 422
    agree = form.agree.data == "yes"
    service.decide(db.session, found.row, agree=agree, reason=form.reason.data or "", by=authority())
    flash(_("已同意查看。") if agree else _("已记录：不同意查看。"), "done")
    return redirect(url_for(".requests"), 303)


@bp.post("/unmaskings/<int:number>/withdraw")
@may(Action.WITHDRAW_UNMASKING, on=asked)
def withdraw(found: Asked) -> ResponseReturnValue:
    """Takes it back."""
    service.withdraw(db.session, found.row, by=authority())
    flash(_("已收回，不再显示全文。"), "done")
    return redirect(url_for(".requests"), 303)


@bp.post("/unmaskings/<int:number>/show")
@may(Action.SHOW_UNMASKED, on=asked)
def show(found: Asked) -> ResponseReturnValue:
    """Shows on the person's pages what was granted; who one is has just been shown once more."""
    if not confirmed(Action.SHOW_UNMASKED):
        abort(403)
    showing.begin(found.row.person_id)
    return redirect(url_for("people.person", person_id=found.row.person_id), 303)


@bp.post("/unmaskings/<int:number>/hide")
@may(Action.LIST_UNMASKINGS, on=asked)
def hide(found: Asked) -> ResponseReturnValue:
    """Masks everything again."""
    showing.end(found.row.person_id)
    return redirect(url_for("people.person", person_id=found.row.person_id), 303)
