"""The pages of 调阅登记: a lead's register and its file, the auditor's view of it."""

from math import ceil

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, Actor
from declare.audit import Act
from declare.casework.register import queries
from declare.casework.register.queries import PAGE, Line
from declare.declarations.shown import day
from declare.extensions import db
from declare.vault import Reader
from declare.web import authority, lang, leaf, may, now, pace, paced, render, today, visitor
from declare.web.pages import moment
from declare.web.spreadsheets import as_csv, as_xlsx

bp = Blueprint("register", __name__, url_prefix="/consultations")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/")
@may(Action.LIST_CONSULTATIONS)
def consultations() -> ResponseReturnValue:
    """The register of people in the lead's charge."""
    page = _page()
    total = queries.count(db.session, _actor())
    lines = queries.lines(db.session, _actor(), _reader(), day=today(), page=page)
    pages, address = ceil(total / PAGE), lambda number: url_for(".consultations", page=number)
    return render("casework/register/list.html", lines=lines, total=total, page=page, pages=pages, link=address)


@bp.post("/file")
@paced(pace.EXPORTS)
@may(Action.EXPORT_CONSULTATIONS)
def file() -> ResponseReturnValue:
    """The whole register as a file; that it was taken is in the audit."""
    form = request.form.get("format")
    if form not in ("csv", "xlsx"):
        abort(400)
    rows = [_heads(), *map(_cells, queries.lines(db.session, _actor(), _reader(), day=today(), page=None))]
    leaf(db.session, authority(), Act.CONSULTATION_EXPORT, f"consultations {len(rows) - 1} {form}")
    made = as_csv(rows) if form == "csv" else as_xlsx(rows, name="consultations")
    name = f"consultations-{now():%Y%m%d}.{form}"
    kind = "text/csv; charset=utf-8" if form == "csv" else XLSX
    return Response(made, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@bp.get("/overview")
@may(Action.OVERSEE_CONSULTATIONS)
def overview() -> ResponseReturnValue:
    """All consultations without whom they are about and why."""
    page = _page()
    lines, total = queries.outside(db.session, day=today(), page=page)
    pages, address = ceil(total / PAGE), lambda number: url_for(".overview", page=number)
    return render("casework/register/overview.html", lines=lines, total=total, page=page, pages=pages, link=address)


def _heads() -> list[str]:
    """The heads of the columns."""
    words = (
        _("编号"),
        _("查阅人"),
        _("姓名"),
        _("所在单位"),
        _("批准文号"),
        _("批准人"),
        _("事由"),
        _("查阅时间"),
        _("归还"),
    )
    return [str(word) for word in words]


def _cells(line: Line) -> list[str]:
    """One consultation as a row of the file."""
    told = line.told
    back = day(line.ended, lang=lang()) if line.ended else str(_("在用"))
    return [
        line.number,
        line.reader,
        line.person,
        line.unit,
        told.approval,
        told.approver,
        told.purpose,
        moment(line.begun),
        back,
    ]


def _page() -> int:
    """The page of the list."""
    return min(max(1, request.args.get("page", default=1, type=int)), 10_000)


def _reader() -> Reader:
    """Who reads the register."""
    by = authority()
    return Reader(by.account, by.role, "register")


def _actor() -> Actor:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else Actor(account=0)
