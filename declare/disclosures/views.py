"""The pages of disclosures: one's own list, a new one of each kind, one disclosure, its correction, its withdrawal."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts.models import Person
from declare.disclosures import checking, desk, pages, service
from declare.disclosures.desk import Beginning
from declare.disclosures.forms import DisclosureForm
from declare.disclosures.models import Disclosure
from declare.disclosures.urls import INTERFERENCE
from declare.extensions import db
from declare.items.spec import Entry
from declare.web import authority, may, now

bp = Blueprint("disclosures", __name__, url_prefix="/disclosures")


@bp.get("/")
@may(Action.LIST_DISCLOSURES)
def mine() -> ResponseReturnValue:
    """One's own disclosures, and what is to be disclosed."""
    return pages.of_mine(desk.own_person(), page=request.args.get("page", 1, type=int))


@bp.get("/<disclosure:kind>/add")
@may(Action.START_DISCLOSURE, on=desk.beginning)
def new(start: Beginning) -> ResponseReturnValue:
    """The form of a new disclosure."""
    return pages.of_new(start, desk.new_form(start))


@bp.get("/interference/add", defaults={"kind": INTERFERENCE})
@may(Action.RECORD_INTERFERENCE, on=desk.beginning)
def new_interference(start: Beginning) -> ResponseReturnValue:
    """The same for interference in a case."""
    return pages.of_new(start, desk.new_form(start))


@bp.post("/<disclosure:kind>/add")
@may(Action.SUBMIT_DISCLOSURE, on=desk.beginning)
def add(start: Beginning) -> ResponseReturnValue:
    """Keeps a new disclosure; the same form twice is one."""
    return _keep(start)


@bp.post("/interference/add", defaults={"kind": INTERFERENCE})
@may(Action.RECORD_INTERFERENCE, on=desk.beginning)
def add_interference(start: Beginning) -> ResponseReturnValue:
    """The same for interference in a case."""
    return _keep(start)


@bp.get("/<int:disclosure_id>/")
@may(Action.READ_DISCLOSURE, on=desk.head)
def disclosure(row: Disclosure) -> ResponseReturnValue:
    """One disclosure."""
    found = desk.opened(row)
    return pages.of_disclosure(found, checking.once(found))


@bp.get("/<int:disclosure_id>/correct")
@may(Action.WRITE_DISCLOSURE, on=desk.head)
def correcting(row: Disclosure) -> ResponseReturnValue:
    """The form of a correction."""
    return pages.of_correction(row, desk.correcting_form(desk.opened(row)))


@bp.post("/<int:disclosure_id>/correct")
@may(Action.WRITE_DISCLOSURE, on=desk.head)
def correct(row: Disclosure) -> ResponseReturnValue:
    """Keeps a correction; what was said before is kept too. The same form twice is one."""
    found = desk.opened(row)
    form = desk.correcting_form(found, sent=True)
    entry = form.read()
    if entry is None or (entry != found.entry and desk.overtaken(form, row)):
        return pages.of_correction(row, form), 422 if entry is None else 409
    if entry != found.entry and checking.tells(form, db.session.get_one(Person, row.person_id), entry, row=row):
        return pages.of_correction(row, form)
    if entry != found.entry:
        _correct(row, entry, form)
    return redirect(url_for(".disclosure", disclosure_id=row.id), 303)


@bp.get("/<int:disclosure_id>/withdraw")
@may(Action.WITHDRAW_DISCLOSURE, on=desk.head)
def withdrawing(row: Disclosure) -> ResponseReturnValue:
    """Asks before a disclosure is withdrawn."""
    if not row.stands:
        return redirect(url_for(".disclosure", disclosure_id=row.id))
    return pages.of_withdrawal(desk.opened(row))


@bp.post("/<int:disclosure_id>/withdraw")
@may(Action.WITHDRAW_DISCLOSURE, on=desk.head)
def withdraw(row: Disclosure) -> ResponseReturnValue:
    """Withdraws a disclosure; it stays readable for its owner."""
    service.withdraw(db.session, row, at=now(), by=authority())
    flash(_("已撤回。"), "done")
    return redirect(url_for(".disclosure", disclosure_id=row.id), 303)


def _correct(row: Disclosure, entry: Entry, form: DisclosureForm) -> None:
    """Keeps what is said instead, and says so on the next page."""
    service.correct(db.session, row, entry, revision=form.revision, at=now(), by=authority())
    checking.remember(row)
    flash(_("已更正。"), "done")


def _keep(start: Beginning) -> ResponseReturnValue:
    """Keeps what was sent, or shows the form again with what is wrong; nothing typed is lost."""
    form = desk.new_form(start, sent=True)
    entry = form.read()
    if entry is None:
        return pages.of_new(start, form), 422
    if checking.tells(form, start.person, entry):
        return pages.of_new(start, form)
    row = desk.filed(start, entry, form.key)
    if row is None:
        desk.ask_again(form)
        return pages.of_new(start, form), 409
    checking.remember(row)
    flash(_("已登记。"), "done")
    return redirect(url_for(".disclosure", disclosure_id=row.id), 303)
