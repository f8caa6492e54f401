"""The pages of extracts: the list, handing a file over, its columns, what was loaded, deleting it."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.extensions import db
from declare.registries import desk, pages, retention, uploads
from declare.registries.forms import DeleteForm, UploadForm
from declare.registries.models import Extract, Upload
from declare.web import authority, may, pace, paced, takes

bp = Blueprint("registries", __name__, url_prefix="/registries")

FORM = 64 * 1024
"""Bytes a form has beside its file."""


@bp.get("/")
@may(Action.LIST_REGISTRIES)
def extracts() -> ResponseReturnValue:
    """What was loaded, and one's own files that wait."""
    return pages.of_list(request.args.get("page", 1, type=int))


@bp.get("/new")
@may(Action.LOAD_REGISTRY)
def new() -> ResponseReturnValue:
    """The form a file is handed over with."""
    return pages.of_new(UploadForm(formdata=None))


@bp.post("/new")
@paced(pace.UPLOADS)
@takes(uploads.MOST_BYTES + FORM)
@may(Action.LOAD_REGISTRY)
def hand_over() -> ResponseReturnValue:
    """Keeps a file until its columns are agreed on."""
    form = UploadForm()
    row = desk.hand_over(form) if form.validate() else None
    if row is None:
        return pages.of_new(form), 422
    return redirect(url_for(".upload", upload_id=row.id), 303)


@bp.get("/uploads/<int:upload_id>/")
@may(Action.LOAD_REGISTRY, on=desk.upload)
def upload(row: Upload) -> ResponseReturnValue:
    """The columns of a file, and its first rows as they will be read."""
    if row.extract_id:
        return redirect(url_for(".extract", extract_id=row.extract_id), 303)
    return pages.of_draft(desk.opened(row))


@bp.post("/uploads/<int:upload_id>/")
@may(Action.LOAD_REGISTRY, on=desk.upload)
def agree(row: Upload) -> ResponseReturnValue:
    """Reads a file after other columns, or loads it."""
    if row.extract_id:
        return redirect(url_for(".extract", extract_id=row.extract_id), 303)
    draft = desk.agreed(row)
    wanted = request.form.get("do") == "load" and not draft.begun
    extract = desk.load(draft) if wanted and draft.sound else None
    if extract is None:
        return pages.of_draft(draft, tried=wanted), 422 if wanted else 200
    return pages.after_loading(extract)


@bp.post("/uploads/<int:upload_id>/discard")
@may(Action.LOAD_REGISTRY, on=desk.upload)
def discard(row: Upload) -> ResponseReturnValue:
    """Destroys a file that is not to be loaded."""
    if row.extract_id is None:
        uploads.discard(db.session, row, by=authority())
        flash(_("已放弃并销毁这个文件。"), "done")
    return redirect(url_for(".extracts"), 303)


@bp.get("/<int:extract_id>/")
@may(Action.LIST_REGISTRIES, on=desk.extract)
def extract(row: Extract) -> ResponseReturnValue:
    """One extract: where it came from, what was loaded, until when it is kept."""
    return pages.of_extract(row)


@bp.get("/<int:extract_id>/delete")
@may(Action.DELETE_REGISTRY, on=desk.extract)
def deleting(row: Extract) -> ResponseReturnValue:
    """Asks why before an extract is deleted."""
    return pages.of_deleting(row, DeleteForm(formdata=None))


@bp.post("/<int:extract_id>/delete")
@may(Action.DELETE_REGISTRY, on=desk.extract)
def delete(row: Extract) -> ResponseReturnValue:
    """Destroys an extract: rows, traces and key."""
    form = DeleteForm()
    if not form.validate():
        return pages.of_deleting(row, form), 422
    retention.destroy(db.session, row, by=authority(), reason=form.reason.data or "")
    flash(_("已删除，行内容和密钥都已销毁。"), "done")
    return redirect(url_for(".extracts"), 303)
