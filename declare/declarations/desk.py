"""What the pages of a report share: the report on the desk, the form of a row, what to do when somebody saved first."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, abort, flash, make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.declarations import queries, service
from declare.declarations.drafts import Draft
from declare.declarations.forms import RowForm, revision_of
from declare.declarations.models import Declaration
from declare.declarations.sheets import BASIC, CLOSING
from declare.extensions import db
from declare.items import table_by_key
from declare.items.choices import FilingKind
from declare.items.spec import Entry, Table
from declare.vault import Reader
from declare.web import StaleRevision, authority, lang, render, today
from declare.web.entry_form import Typed

bp = Blueprint("declarations", __name__, url_prefix="/declarations")

OWN_REPORT = "own report"
ONE_ROW = frozenset({"marriage", "wages", "labour_income", BASIC, CLOSING})
"""Tables that have one row at most."""

View = Callable[..., ResponseReturnValue]


def head(declaration_id: int) -> Declaration | None:
    """The report an address names."""
    return queries.declaration(db.session, declaration_id)


def corrected_head(declaration_id: int) -> Declaration | None:
    """The report an address names, where it can be corrected; a correction is not corrected again, its report is."""
    found = head(declaration_id)
    return found if found and found.kind != FilingKind.CORRECTION.value else None


def draft_of(declaration: Declaration, table: Table | None = None) -> Draft:
    """The report, opened for the person signed in; 404 where it does not answer that table."""
    by = authority()
    draft = queries.opened(db.session, declaration, Reader(by.account, by.role, OWN_REPORT))
    if table is not None and table.key not in draft.revisions:
        abort(404)
    return draft


def current(declaration: Declaration, table: Table) -> Draft:
    """The same for writing to a table; StaleRevision where it was saved since the form was drawn."""
    draft = draft_of(declaration, table)
    if revision_of(request.form) != draft.revisions[table.key]:
        raise StaleRevision
    return draft


def place_of(draft: Draft, table: Table, entry: int | None) -> int | None:
    """The row an address names, None for a new one; 404 where there is no such row. A table of one row has no second."""
    rows = draft.sheet(table.key).entries
    if entry is None:
        return 0 if rows and table.key in ONE_ROW else None
    if not 0 <= entry < len(rows):
        abort(404)
    return entry


def form_of(draft: Draft, table: Table, at: int | None, *, typed: Typed | None = None) -> RowForm:
    """The form of a row as it stands, or as it was typed."""
    entry: Entry | None = draft.sheet(table.key).entries[at] if at is not None else None
    return RowForm(draft, table, lang=lang(), today=today(), entry=entry, typed=typed)


def saved(text: str | None = None) -> None:
    """Says on the next page that it is saved."""
    flash(text or _("已保存。"), "done")


def keeps_typed(view: View) -> View:
    """Shows what was typed, to copy, where the part was saved elsewhere meanwhile; nothing of it is lost."""

    @wraps(view)
    def kept(declaration: Declaration, **route: Any) -> ResponseReturnValue:
        try:
            return view(declaration, **route)
        except StaleRevision:
            table = route.get("table") or table_by_key(route.get("part", CLOSING))
            page = render("declarations/stale.html", declaration=declaration, table=table, typed=_typed(table))
            return make_response(page, 409)

    return kept


def says_why_not(view: View) -> View:
    """Shows the sentence that says what to do first, on the page it concerns."""

    @wraps(view)
    def told(declaration: Declaration, **route: Any) -> ResponseReturnValue:
        try:
            return view(declaration, **route)
        except service.NotPossible as refused:
            from declare.declarations.rows import table_page

            return make_response(table_page(declaration, route["table"], refused=refused.says.to(lang())), 422)

    return told


def _typed(table: Table) -> list[tuple[str, str]]:
    """What was typed, field by field, under the labels of the table."""
    labels = {field.key: field.label.to(lang()) for field in table.fields}
    found: dict[str, list[str]] = {}
    for name, value in request.form.items(multi=True):
        key = name.split("-")[0]
        if key in labels and value.strip():
            found.setdefault(key, []).append(value)
    return [(labels[key], " ".join(values)) for key, values in found.items()]
