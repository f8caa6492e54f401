"""Asking once more who somebody is, before what weighs most. The one place that says for what, how, and for how long.

`@may(Action.X)` asks by itself where X stands here; nothing else is to be called. It happens when a form is sent, before
anything is loaded or written: whoever has not just shown it gets a page that asks for password, code or passkey and sends
the same form again. Files do not come along: an action that takes files cannot stand here.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask, g, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import service
from declare.accounts.confirmations import confirmed, remember
from declare.accounts.factors import Kind, queries, showing
from declare.accounts.factors import service as factors
from declare.accounts.factors.forms import ProofForm
from declare.accounts.sessions import present
from declare.audit import Act
from declare.extensions import db
from declare.web import Authority, TooSoon, Visitor, leaf, leaf_apart, render, visitor
from declare.web.language import safe

REMEMBERED: frozenset[Action] = frozenset(
    {
        Action.GIVE_GRANT,
        Action.APPROVE_RELEASE,
        Action.APPROVE_PARAMETER,
        Action.APPROVE_UNMASKING,
        Action.SHOW_UNMASKED,
        Action.ADD_FACTOR,
        Action.REMOVE_FACTOR,
        Action.ANSWER_RESET,
    }
)
"""Shown once, it holds for that action alone, in this session, for five minutes. The session gets another secret."""
EACH_TIME: frozenset[Action] = frozenset({Action.SUBMIT_DECLARATION})
"""A signature: shown with every form of its own, which has the field `password` or `proof`; `proved()` says whether it was right."""
OURS = frozenset({"csrf_token", "password", "proof"})


@dataclass(frozen=True, slots=True)
class Again:
    """What the page that asks sends once more: where it goes, and what was filled in."""

    action: str
    fields: list[tuple[str, str]]
    back: str


def init_app(app: Flask) -> None:
    """Has every `@may` ask here."""
    app.extensions["step_up"] = ask


def ask(action: Action) -> ResponseReturnValue | None:
    """The page that asks for it, where it is wanting; None where one may go on."""
    who = visitor()
    if who is None or request.method not in {"POST", "PUT", "DELETE"}:
        return None
    if action in EACH_TIME:
        g.proved = _proves(who, action)
    if action not in REMEMBERED or confirmed(action):
        return None
    return _asked(who, action)


def proved() -> bool:
    """Whether the form being sent shows who signs it."""
    return bool(g.get("proved", False))


def may_show() -> frozenset[Kind]:
    """What the one who is signed in can show beside the password."""
    who = visitor()
    return queries.kinds(db.session, who.id) if who else frozenset()


def _asked(who: Visitor, action: Action) -> ResponseReturnValue | None:
    """Tries what was shown; the page again where it is not right, None where it is."""
    form, tried = ProofForm(), bool(OURS & set(request.form) - {"csrf_token"})
    try:
        if tried and _proves(who, action):
            present().change_secret()
            remember(action)
            return None
    except TooSoon as soon:
        form.password.errors = [_("尝试次数过多，请在 %(n)s 秒后再试。", n=soon.seconds)]
        return _page(form), 429, {"Retry-After": str(soon.seconds)}
    if tried:
        form.password.errors = [_("不正确，请重新填写。")]
    return _page(form), 422


def _proves(who: Visitor, action: Action) -> bool:
    """Whether the form shows a password, a code or a passkey of the one who is signed in; written down either way."""
    typed, answer = request.form.get("password", "").strip(), request.form.get("proof", "")
    if answer:
        factor = showing.known(db.session, answer)
        right = factor is not None and factor.account_id == who.id and showing.right(db.session, answer, factor)
    elif len(typed) == factors.CODE_LENGTH and typed.isdecimal():
        right = factors.app_recognises(db.session, who.id, typed)
    else:
        right = service.confirm(db.session, who, typed)
    by, what = Authority(who.id, "everyone"), f"account/{who.id} {action.value}"
    if right:
        leaf(db.session, by, Act.STEP_UP, what)
    else:
        leaf_apart(db.session, by, Act.STEP_UP_REFUSED, what)
    return right


def _page(form: ProofForm) -> str:
    """The page that asks; it sends along what was filled in before."""
    fields = [(name, value) for name, values in request.form.lists() if name not in OURS for value in values]
    back = urlsplit(request.referrer or "/")
    again = Again(request.full_path.rstrip("?"), fields, safe(back.path))
    return render("accounts/confirm.html", form=form, again=again, shows=may_show())
