"""From all answers to the receipt: looking everything over, the promise and the password, handing in, what one gets for it."""

import secrets
from dataclasses import dataclass, replace

from flask import Response, abort, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from declare.access import Action, Resource
from declare.declarations import closing_pages, queries, service, submission
from declare.declarations.answering import Answers
from declare.declarations.desk import OWN_REPORT, bp, draft_of, head, saved
from declare.declarations.drafts import Draft
from declare.declarations.models import DRAFT, Declaration, Filing
from declare.extensions import db
from declare.vault import Reader
from declare.web import authority, may, now
from declare.web.commit import abandon


@dataclass(frozen=True, slots=True)
class Signing:
    """A report about to be handed in; `filed` where this very submission has arrived before."""

    declaration: Declaration
    filed: Filing | None

    def resource(self) -> Resource:
        """The report; a submission that arrives a second time is decided as it was the first time."""
        found = self.declaration.resource()
        if self.filed is None:
            return found
        return Resource(found.kind, id=found.id, owner=found.owner, unit=found.unit, state=DRAFT)


def arriving(declaration_id: int) -> Signing | None:
    """The report an address names, and what this submission has made of it already."""
    found = queries.declaration(db.session, declaration_id)
    if found is None:
        return None
    filed = queries.filing_by_key(db.session, _key())
    return Signing(found, filed if filed and filed.declaration_id == found.id else None)


@bp.get("/<int:declaration_id>/answers")
@may(Action.READ_DECLARATION, on=head)
def answers(declaration: Declaration) -> ResponseReturnValue:
    """Everything that was answered, what is missing, and the self-check."""
    return closing_pages.of_answers(draft_of(declaration))


@bp.post("/<int:declaration_id>/answers")
@may(Action.WRITE_DECLARATION, on=head)
def explain(declaration: Declaration) -> ResponseReturnValue:
    """Saves what the declarant answers to the self-check, and goes on to the promise where that is wished."""
    draft = draft_of(declaration)
    typed = Answers(draft, typed=True)
    if not typed.fits():
        return closing_pages.of_answers(draft, typed), 409 if typed.overtaken else 422
    service.save_remarks(db.session, draft, typed.remarks, by=authority())
    if "sign" in request.form:
        return redirect(url_for(".sign", declaration_id=declaration.id), 303)
    saved()
    return redirect(url_for(".answers", declaration_id=declaration.id, _anchor="self-check"), 303)


@bp.get("/<int:declaration_id>/sign")
@may(Action.SUBMIT_DECLARATION, on=head)
def sign(declaration: Declaration) -> ResponseReturnValue:
    """The promise."""
    draft = draft_of(declaration)
    if submission.missing(draft):
        return redirect(url_for(".answers", declaration_id=declaration.id))
    return closing_pages.of_signing(draft, closing_pages.SignForm.new(draft, key=secrets.token_urlsafe(24)))


@bp.post("/<int:declaration_id>/sign")
@may(Action.SUBMIT_DECLARATION, on=arriving)
def submit(signing: Signing) -> ResponseReturnValue:
    """Hands the report in; the same submission twice is one."""
    done = redirect(url_for(".receipt", declaration_id=signing.declaration.id), 303)
    if signing.filed is not None:
        return done
    draft = draft_of(signing.declaration)
    form = closing_pages.SignForm.typed(draft, key=_key())
    if not form.fits():
        return closing_pages.of_signing(draft, form), 422
    return done if _hand_in(draft, form) else redirect(url_for(".answers", declaration_id=signing.declaration.id), 303)


@bp.get("/<int:declaration_id>/receipt")
@may(Action.READ_RECEIPT, on=head)
def receipt(declaration: Declaration) -> ResponseReturnValue:
    """The receipt, for reading and printing."""
    found = queries.receipt(db.session, declaration.id)
    return closing_pages.of_receipt(declaration, found) if found else abort(404)


@bp.get("/<int:declaration_id>/receipt.json")
@may(Action.READ_RECEIPT, on=head)
def receipt_file(declaration: Declaration) -> Response:
    """The receipt, for keeping and checking."""
    found = queries.receipt(db.session, declaration.id)
    return _file(found.body, f"receipt-{declaration.year}-{declaration.id}.json") if found else abort(404)


@bp.get("/<int:declaration_id>/document.json")
@may(Action.READ_RECEIPT, on=head)
def document_file(declaration: Declaration) -> Response:
    """The report as it was filed, with the salt of its fingerprint, for its owner to keep."""
    found, by = queries.latest_filing(db.session, declaration.id), authority()
    if found is None:
        abort(404)
    body = submission.own_copy(db.session, found, Reader(by.account, by.role, OWN_REPORT))
    return _file(body, f"report-{declaration.year}-{declaration.id}.json")


def _hand_in(draft: Draft, form: closing_pages.SignForm) -> bool:
    """Whether the report is in. Where the same submission was a moment faster, it is."""
    signed = replace(draft, remarks=form.answers.remarks)
    try:
        submission.submit(
            db.session, signed, key=form.key, late_reason=form.late_reason.value, at=now(), by=authority()
        )
    except submission.Incomplete:
        return False
    except IntegrityError:
        abandon()
        return queries.filing_by_key(db.session, form.key) is not None
    return True


def _key() -> str:
    """The key of this submission, made when the page was drawn; one the sender made up is as good if it is as long."""
    return request.form.get("key", "")[:64]


def _file(body: bytes, name: str) -> Response:
    """A JSON file to download."""
    response = make_response(body, {"Content-Type": "application/json"})
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
