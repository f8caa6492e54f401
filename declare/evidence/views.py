"""The pages of the log: searching it, verifying it, taking an extract; and for a person, who opened their report."""

from flask import Blueprint, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.evidence import pages, service
from declare.evidence.searching import read
from declare.extensions import db
from declare.web import authority, may, pace, paced, render

bp = Blueprint("evidence", __name__)


@bp.get("/audit/")
@paced(pace.searches("account", "object", "action", "role", "since", "until"))
@may(Action.READ_AUDIT)
def log() -> ResponseReturnValue:
    """The log, as far as it was asked for; that it was read is in it next time."""
    search = read(request.args)
    wrong = search.wrong()
    page = pages.of_log(search, wrong, page=request.args.get("page", 1, type=int))
    return page, 422 if wrong else 200


@bp.get("/audit/verification")
@may(Action.VERIFY_AUDIT)
def verification() -> ResponseReturnValue:
    """When the log was last verified, by whom, with what result."""
    return render("evidence/verification.html", **pages.of_verification())


@bp.post("/audit/verification")
@paced(pace.RECOUNTS)
@may(Action.VERIFY_AUDIT)
def verify() -> ResponseReturnValue:
    """Has the whole log verified."""
    service.ask_for_verification(db.session, by=authority())
    flash(_("校验已开始，完成后结果显示在这里。"), "done")
    return redirect(url_for(".verification"), 303)


@bp.post("/audit/extract")
@paced(pace.EXPORTS)
@may(Action.EXPORT_AUDIT)
def extract() -> ResponseReturnValue:
    """Hands over the log of a time with its proof."""
    search = read(request.form)
    file = None if search.wrong() else service.extract(db.session, search, by=authority())
    if file is None:
        return pages.of_log(search, search.wrong() or pages.nothing_then(), page=1), 422
    return send_file(file, as_attachment=True, download_name="audit.jsonl", mimetype="application/jsonl")


@bp.get("/openings/")
@may(Action.READ_OPENINGS)
def openings() -> ResponseReturnValue:
    """Who opened one's own report."""
    return render("evidence/openings.html", **pages.of_openings())
