"""The pages of tables and their rows: what is reported, one page for every table, one for every row."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.declarations import pages, service
from declare.declarations.desk import bp, current, draft_of, form_of, head, keeps_typed, place_of, saved, says_why_not
from declare.declarations.models import Declaration
from declare.declarations.sheets import BASIC, CLOSING
from declare.extensions import db
from declare.items import table_by_key
from declare.items.spec import State, Table
from declare.web import authority, may


def table_page(declaration: Declaration, table: Table, *, refused: str = "") -> str:
    """The page of a table, with those of the same item; `refused` says why an answer could not be saved."""
    return pages.of_table(draft_of(declaration, table), table, refused=refused)


@bp.get("/<int:declaration_id>/<table:table>/", endpoint="table")
@may(Action.READ_DECLARATION, on=head)
def table_(declaration: Declaration, table: Table) -> ResponseReturnValue:
    """A table: what must be reported, the answer, the rows."""
    return table_page(declaration, table)


@bp.post("/<int:declaration_id>/<table:table>/")
@may(Action.WRITE_DECLARATION, on=head)
@keeps_typed
@says_why_not
def answer(declaration: Declaration, table: Table) -> ResponseReturnValue:
    """Saves the answer to a table as a whole."""
    draft, chosen = current(declaration, table), request.form.get("state", "")
    if chosen not in {state.value for state in pages.states(draft, table)}:
        return table_page(declaration, table, refused=_("请先选择一项。")), 422
    service.answer(db.session, draft, table, State(chosen), by=authority())
    if not draft.sheet(table.key).entries and chosen != State.NONE:
        return redirect(url_for(".new_row", declaration_id=declaration.id, table=table), 303)
    saved()
    return redirect(pages.after(draft, table), 303)


@bp.get("/<int:declaration_id>/<table:table>/add", endpoint="new_row")
@bp.get("/<int:declaration_id>/<table:table>/<int:entry>", endpoint="row")
@may(Action.WRITE_DECLARATION, on=head)
def row(declaration: Declaration, table: Table, entry: int | None = None) -> ResponseReturnValue:
    """The form of a row, or of a new one."""
    draft = draft_of(declaration, table)
    at = place_of(draft, table, entry)
    return pages.of_row(draft, table, at, form_of(draft, table, at))


@bp.post("/<int:declaration_id>/<table:table>/add", endpoint="add_row")
@bp.post("/<int:declaration_id>/<table:table>/<int:entry>", endpoint="save_row")
@may(Action.WRITE_DECLARATION, on=head)
@keeps_typed
def save_row(declaration: Declaration, table: Table, entry: int | None = None) -> ResponseReturnValue:
    """Saves a row; what does not fit is said beside it and nothing is lost."""
    draft = current(declaration, table)
    at = place_of(draft, table, entry)
    form = form_of(draft, table, at, typed=request.form)
    found = form.read()
    if found is None:
        return pages.of_row(draft, table, at, form), 422
    service.save_entry(db.session, draft, table, at, found, by=authority())
    saved()
    return redirect(pages.after_row(declaration, table, again="again" in request.form), 303)


@bp.get("/<int:declaration_id>/<table:table>/<int:entry>/remove", endpoint="removing")
@may(Action.WRITE_DECLARATION, on=head)
def removing(declaration: Declaration, table: Table, entry: int) -> ResponseReturnValue:
    """Asks before a row is removed."""
    draft = draft_of(declaration, table)
    place_of(draft, table, entry)
    return pages.of_removal(draft, table, entry)


@bp.post("/<int:declaration_id>/<table:table>/<int:entry>/remove")
@may(Action.WRITE_DECLARATION, on=head)
@keeps_typed
@says_why_not
def remove_row(declaration: Declaration, table: Table, entry: int) -> ResponseReturnValue:
    """Removes a row."""
    draft = current(declaration, table)
    place_of(draft, table, entry)
    service.remove_entry(db.session, draft, table, entry, by=authority())
    saved(_("已删除。"))
    return redirect(url_for(".table", declaration_id=declaration.id, table=table), 303)


@bp.get("/<int:declaration_id>/profile", defaults={"part": BASIC}, endpoint="profile")
@bp.get("/<int:declaration_id>/closing", defaults={"part": CLOSING}, endpoint="closing")
@may(Action.READ_DECLARATION, on=head)
def single(declaration: Declaration, part: str) -> ResponseReturnValue:
    """A part of one row: the declarant, or other matters."""
    draft, table = draft_of(declaration), table_by_key(part)
    return pages.of_single(draft, table, form_of(draft, table, place_of(draft, table, None)))


@bp.post("/<int:declaration_id>/profile", defaults={"part": BASIC}, endpoint="save_profile")
@bp.post("/<int:declaration_id>/closing", defaults={"part": CLOSING}, endpoint="save_closing")
@may(Action.WRITE_DECLARATION, on=head)
@keeps_typed
def save_single(declaration: Declaration, part: str) -> ResponseReturnValue:
    """Saves a part of one row."""
    table = table_by_key(part)
    draft = current(declaration, table)
    form = form_of(draft, table, place_of(draft, table, None), typed=request.form)
    found = form.read()
    if found is None:
        return pages.of_single(draft, table, form), 422
    service.save_single(db.session, draft, part, found, by=authority())
    saved()
    return redirect(url_for(".tasks", declaration_id=declaration.id), 303)
