"""The page of the third administrator: accounts made by one and rights given by another are looked over by the audit administrator."""

from math import ceil

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, Role
from declare.accounts import queries, review
from declare.accounts.forms import ReviewForm
from declare.extensions import db
from declare.web import authority, lang, may, render, today

bp = Blueprint("review", __name__)


@bp.get("/access-review/")
@may(Action.REVIEW_ACCESS)
def page() -> ResponseReturnValue:
    """All accounts and roles as they stand, and what changed since somebody looked last."""
    return _page(ReviewForm())


@bp.post("/access-review/")
@may(Action.REVIEW_ACCESS)
def confirm() -> ResponseReturnValue:
    """Confirms, with a note, that everything was looked over."""
    form = ReviewForm()
    if not form.validate_on_submit():
        return _page(form), 422
    review.confirm(db.session, form.note.data or "", by=authority())
    flash(_("本次权限复核已记录。"))
    return redirect(url_for(".page"), 303)


def _page(form: ReviewForm) -> str:
    """The page, for the first time or with what is wrong."""
    number = max(request.args.get("page", 1, int), 1)
    return render(
        "accounts/review.html",
        form=form,
        rows=queries.accounts(db.session, page=number),
        page=number,
        pages=ceil(queries.count(db.session) / queries.PAGE),
        page_link=lambda other: url_for(".page", page=other),
        role_names={role.value: role.label.to(lang()) for role in Role},
        holders=review.holders(db.session),
        changes=review.changes(db.session),
        changed=review.changed(db.session),
        reviews=review.reviews(db.session),
        due=review.is_due(db.session, today()),
    )
