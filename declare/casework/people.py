"""The reviewers' pages of people: the queue, one person, the register of consultations."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.casework import pages, service
from declare.casework.forms import ConsultForm
from declare.casework.subject import Subject, subject
from declare.extensions import db
from declare.web import authority, may, pace, paced
from declare.web.language import safe

bp = Blueprint("people", __name__, url_prefix="/people")


@bp.get("/")
@paced(pace.searches("name"))
@may(Action.LIST_PEOPLE)
def queue() -> ResponseReturnValue:
    """People with something to look at, the most pressing first."""
    return pages.of_queue(request.args)


@bp.get("/<int:person_id>/")
@may(Action.READ_PERSON, on=subject)
def person(about: Subject) -> ResponseReturnValue:
    """One person: findings, the tables they point at; before that, why one looks."""
    if about.consultation is None:
        form = ConsultForm(formdata=None, next=request.path)
        return pages.of_consulting(about, form)
    return pages.of_person(about)


@bp.post("/<int:person_id>/consultation")
@paced(pace.REQUESTS)
@may(Action.READ_PERSON, on=subject)
def consult(about: Subject) -> ResponseReturnValue:
    """Registers why one looks."""
    form = ConsultForm()
    if not form.validate():
        return pages.of_consulting(about, form), 422
    row = service.consult(db.session, about, form.told, by=authority())
    flash(_("已登记，查阅登记 %(number)s 号。", number=row.number), "done")
    target = safe(form.next.data or "")
    return redirect(target if target != "/" else url_for(".person", person_id=about.person.id), 303)


@bp.post("/<int:person_id>/return")
@may(Action.READ_PERSON, on=subject)
def give_back(about: Subject) -> ResponseReturnValue:
    """Ends one's consultation; a new one takes a new registration."""
    if about.consultation is not None:
        service.give_back(db.session, about.consultation, by=authority())
        flash(_("已归还，查阅登记 %(number)s 号结束。", number=about.consultation.number), "done")
    return redirect(url_for(".queue"), 303)
