"""What the pages of 申请查看 show, put together."""

from collections.abc import Sequence
from math import ceil

from flask import url_for

from declare.access import Action, Actor, decide
from declare.accounts import people
from declare.casework import dossier
from declare.casework import queries as cases
from declare.casework.subject import Subject
from declare.casework.unmasking import queries, service, showing
from declare.casework.unmasking.asked import Asked, label, secrets
from declare.casework.unmasking.forms import AnswerForm, AskForm
from declare.checks.models import OPEN
from declare.extensions import db
from declare.vault import Reader
from declare.web import authority, lang, now, render, today, visitor


def of_list(*, still: bool, page: int) -> str:
    """The requests that wait or are in force, or those that are over."""
    rows = queries.listed(db.session, _actor(), still=still, page=page)
    by = authority()
    reader = Reader(by.account, by.role, "unmaskings")
    names = people.cards(db.session, [one.person for one in rows], reader, what="unmaskings") if rows else {}
    total = rows[0].total if rows else 0
    return render(
        "casework/unmasking/list.html",
        rows=rows,
        names=names,
        still=still,
        at=now(),
        page=page,
        pages=ceil(total / queries.PAGE),
        link=lambda number: url_for("unmasking.requests", page=number, state=None if still else "done"),
    )


def ask_form(about: Subject, field: str | None) -> tuple[AskForm, Sequence[str]]:
    """The form with the fields there is something to see of; `field` is ticked."""
    found = cases.findings_of(db.session, about.person.id)
    opened = dossier.opened(db.session, about, found, shown=[one for one in found if one.state == OPEN])
    offered = secrets(opened)
    ticked = [field] if field in offered else []
    return AskForm(offered, service.LONGEST.held(today()).value, data={"fields": ticked, "days": "1"}), offered


def of_asking(about: Subject, form: AskForm, offered: Sequence[str]) -> str:
    """Asking."""
    card = people.card(db.session, about.person, about.reader())
    return render("casework/unmasking/ask.html", about=about, card=card, form=form, offered=offered)


def of_one(found: Asked, form: AnswerForm) -> str:
    """One request, opened for whoever may read it."""
    by = authority()
    reader = Reader(by.account, by.role, found.row.record)
    reason, decision = queries.words(db.session, found.row, reader)
    asker, decider = queries.logins(db.session, found.row)
    return render(
        "casework/unmasking/one.html",
        row=found.row,
        about=found.subject,
        card=people.card(db.session, found.subject.person, reader),
        fields=[label(name, lang()) for name in sorted(found.row.named)],
        reason=reason,
        decision=decision,
        asker=asker,
        decider=decider,
        state=found.row.standing(now()),
        form=form if _may(Action.APPROVE_UNMASKING, found) else None,
        may_withdraw=_may(Action.WITHDRAW_UNMASKING, found),
        may_show=_may(Action.SHOW_UNMASKED, found),
        shown=showing.until(found.row.person_id) is not None,
    )


def _may(action: Action, found: Asked) -> bool:
    """Whether the person signed in may do this with it."""
    return decide(_actor(), action, found.resource()).allowed


def _actor() -> Actor:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else Actor(account=0)
