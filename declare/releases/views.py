"""The pages of exports: the list, asking, deciding, handing over."""

from flask import Blueprint, abort, flash, redirect, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, Actor, decide
from declare.audit import Act
from declare.extensions import db
from declare.releases import building, queries, service
from declare.releases.forms import DecisionForm, RequestForm
from declare.releases.models import Release
from declare.vault import Reader
from declare.web import authority, leaf, may, now, pace, paced, render, visitor

bp = Blueprint("releases", __name__, url_prefix="/releases")


@bp.get("/")
@may(Action.LIST_RELEASES)
def releases() -> ResponseReturnValue:
    """One's own requests; for the releasing officer all of them."""
    asks = decide(_actor(), Action.REQUEST_RELEASE).allowed
    rows = queries.listed(db.session, account=_actor().account if asks else None)
    return render("releases/list.html", rows=rows, asks=asks, at=now())


@bp.route("/new", methods=["GET", "POST"])
@paced(pace.EXPORTS)
@may(Action.REQUEST_RELEASE)
def new() -> ResponseReturnValue:
    """Asks for an export."""
    form = RequestForm(queries.years(db.session))
    if not form.validate_on_submit():
        page = render("releases/new.html", form=form, k=service.size_of_classes())
        return page, 422 if form.is_submitted() else 200
    profile, year, formats = form.chosen()
    purpose = form.purpose.data or ""
    row = service.request(db.session, profile, year=year, formats=formats, purpose=purpose, by=authority())
    return redirect(url_for(".release", release_id=row.id), 303)


def _release(release_id: int) -> Release | None:
    """The export an address names; an auditor sees their own alone."""
    row, actor = queries.release(db.session, release_id), _actor()
    asks = decide(actor, Action.REQUEST_RELEASE).allowed
    return None if row is None or (asks and row.requested_by != actor.account) else row


@bp.get("/<int:release_id>/")
@may(Action.LIST_RELEASES, on=_release)
def release(row: Release) -> ResponseReturnValue:
    """One export: what was asked for, how far it is, what can be done."""
    return _page(row, DecisionForm(formdata=None))


@bp.post("/<int:release_id>/decision")
@may(Action.APPROVE_RELEASE, on=_release)
def answer(row: Release) -> ResponseReturnValue:
    """Lets an export out, or refuses it."""
    form = DecisionForm()
    if not form.validate():
        return _page(row, form), 422
    agree = form.agree.data == "yes"
    service.decide(db.session, row, agree=agree, reason=form.reason.data or "", by=authority())
    flash(_("已同意导出，文件正在生成。") if agree else _("已记录：不同意导出。"), "done")
    return redirect(url_for(".releases"), 303)


@bp.get("/<int:release_id>/download")
@may(Action.DOWNLOAD_RELEASE, on=_release)
def download(row: Release) -> ResponseReturnValue:
    """Hands the archive over."""
    path = building.archive(row)
    if not path.exists():
        abort(404)
    leaf(db.session, authority(), Act.RELEASE_DOWNLOAD, row.record)
    return send_file(path, as_attachment=True, download_name=f"export-{row.id}.zip", mimetype="application/zip")


def _page(row: Release, form: DecisionForm) -> str:
    """The page of one export."""
    by = authority()
    purpose, reason = queries.words(db.session, row, Reader(by.account, by.role, row.record))
    requester, approver = queries.names(db.session, row)
    may_decide = decide(_actor(), Action.APPROVE_RELEASE, row.resource()).allowed
    return render(
        "releases/release.html",
        row=row,
        purpose=purpose,
        reason=reason,
        requester=requester,
        approver=approver,
        state=row.standing(now()),
        form=form if may_decide else None,
        may_download=decide(_actor(), Action.DOWNLOAD_RELEASE, row.resource()).allowed,
    )


def _actor() -> Actor:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else Actor(account=0)
