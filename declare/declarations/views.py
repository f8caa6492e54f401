"""One's own reports: the list, the start, the task list, confirming what has not changed, corrections, the public key."""

import base64

from flask import Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts.models import Person
from declare.declarations import lists, queries, rows, service, signing
from declare.declarations.desk import bp, corrected_head, draft_of, head, saved
from declare.declarations.drafts import waiting
from declare.declarations.models import Declaration
from declare.extensions import db, vault
from declare.items import table_by_key
from declare.vault.receipts import key_name
from declare.web import authority, may, now, today, visitor

__all__ = ["bp", "rows", "signing"]


@bp.get("/")
@may(Action.LIST_DECLARATIONS)
def mine() -> ResponseReturnValue:
    """One's own reports: the one due, and those filed."""
    who = visitor()
    return lists.of_mine(who.actor().person if who else None)


@bp.post("/")
@may(Action.START_DECLARATION)
def start() -> ResponseReturnValue:
    """Opens the report of the running campaign, or goes on with it."""
    who, campaign = visitor(), queries.campaign(db.session, today=today())
    person = db.session.get(Person, who.actor().person) if who and who.actor().person else None
    if campaign is None or person is None:
        return redirect(url_for(".mine"), 303)
    found = service.open_declaration(db.session, person, campaign, at=now(), by=authority())
    return redirect(url_for(".tasks", declaration_id=found.id), 303)


@bp.get("/<int:declaration_id>/")
@may(Action.READ_DECLARATION, on=head)
def tasks(declaration: Declaration) -> ResponseReturnValue:
    """What is left to do."""
    return lists.of_tasks(draft_of(declaration))


@bp.get("/<int:declaration_id>/unchanged")
@may(Action.WRITE_DECLARATION, on=head)
def unchanged(declaration: Declaration) -> ResponseReturnValue:
    """Everything that reads as it did the year before, to look over and confirm at once."""
    return lists.of_unchanged(draft_of(declaration))


@bp.post("/<int:declaration_id>/unchanged")
@may(Action.WRITE_DECLARATION, on=head)
def confirm(declaration: Declaration) -> ResponseReturnValue:
    """Confirms the chosen tables as they were; one that was saved since is left alone."""
    draft = draft_of(declaration)
    chosen = [table for table in waiting(draft) if lists.mark(draft, table) in request.form.getlist("tables")]
    if not chosen:
        return lists.of_unchanged(draft, fault=_("请至少选择一项。")), 422
    service.confirm(db.session, draft, chosen, by=authority())
    saved(_("已确认 %(n)s 项。", n=len(chosen)))
    return redirect(url_for(".tasks", declaration_id=declaration.id), 303)


@bp.get("/<int:declaration_id>/correct")
@may(Action.CORRECT_DECLARATION, on=corrected_head)
def correcting(declaration: Declaration) -> ResponseReturnValue:
    """Which tables of a filed report are to be corrected."""
    return lists.of_correcting(draft_of(declaration))


@bp.post("/<int:declaration_id>/correct")
@may(Action.CORRECT_DECLARATION, on=corrected_head)
def correct(declaration: Declaration) -> ResponseReturnValue:
    """Opens the correction of the chosen tables."""
    known = {table.key for table in lists.correctable(declaration)}
    chosen = [key for key in request.form.getlist("tables") if key in known]
    if not chosen:
        return lists.of_correcting(draft_of(declaration), fault=_("请至少选择一项。")), 422
    found = service.open_correction(db.session, declaration, chosen, at=now(), by=authority())
    return redirect(url_for(".table", declaration_id=found.id, table=table_by_key(chosen[0])), 303)


@bp.get("/public-key")
@may(Action.START)
def public_key() -> Response:
    """The public key receipts are checked with: its name, then the key (Ed25519, base64)."""
    key = vault.public_key("receipt")
    text = f"{key_name(key)} {base64.b64encode(key).decode()}\n"
    return make_response(text, {"Content-Type": "text/plain; charset=utf-8"})
