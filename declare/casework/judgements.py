"""The reviewers' answer to a finding's hint: one thing, or two."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.casework import judging, pages, service
from declare.casework.forms import DecisionForm, JudgementForm
from declare.casework.subject import Matter, matter
from declare.extensions import db
from declare.web import authority, lang, may

bp = Blueprint("judgements", __name__, url_prefix="/findings")


@bp.post("/<int:finding_id>/judgement")
@may(Action.DECIDE_FINDING, on=matter)
def judge(about: Matter) -> ResponseReturnValue:
    """Keeps a judgement, or takes one back, and has the person checked anew."""
    page, form = url_for("findings.finding", finding_id=about.finding.id), JudgementForm()
    if about.subject.consultation is None:
        return redirect(page, 303)
    if not form.validate():
        deciding = DecisionForm(formdata=None, seen=service.version(about.finding))
        return pages.of_finding(about, deciding, judging=form), 422
    judging.judge(db.session, about, judging.asked(db.session, about, lang=lang()), form.answer, by=authority())
    flash(_("已记录判断，系统正在据此重新核对。"), "done")
    return redirect(page, 303)
