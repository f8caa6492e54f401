"""Signing in and out, one's own password and sessions."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import queries, service
from declare.accounts.factors import halfway
from declare.accounts.factors.forms import AnswerForm
from declare.accounts.forms import PasswordForm, SignInForm
from declare.accounts.models import SessionRow
from declare.accounts.sessions import present
from declare.accounts.turns import Crowded
from declare.extensions import db
from declare.web import TooSoon, Visitor, authority, lang, may, pace, paced, public, render, visitor
from declare.web.language import safe

SIGN_IN = "accounts/sign_in.html"
PASSWORD = "accounts/password.html"  # noqa: S105 - the page, not the word
AnyForm = SignInForm | PasswordForm

bp = Blueprint("accounts", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@paced(pace.SIGNING_IN)
@public
def sign_in() -> ResponseReturnValue:
    """Name and password; the same answer whether the name or the password is wrong."""
    form, target = SignInForm(), safe(request.args.get("next", "/"))
    page: dict[str, Any] = {"target": target, "answer": AnswerForm()}
    try:
        known = form.validate_on_submit() and _try(form, target)
    except TooSoon as soon:
        return _wait(form, soon, SIGN_IN, **page)
    if not known:
        return _again(form, SIGN_IN, **page)
    pace.went_well()
    return redirect(url_for("entry.second") if halfway.begun() else target, 303)


def _try(form: SignInForm, target: str) -> bool:
    """Tries name and password; said where they are wrong, and not which of them."""
    if service.sign_in(db.session, form.login.data or "", form.password.data or "", target=target):
        return True
    form.form_errors.append(_("登录名或密码不正确，请核对后重新填写。"))
    return False


@bp.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    """Ends the session."""
    who = visitor()
    if who is not None:
        service.sign_out(db.session, who)
    return redirect(url_for(".sign_in"), 303)


@bp.route("/password", methods=["GET", "POST"])
@may(Action.CHANGE_PASSWORD)
def password() -> ResponseReturnValue:
    """One's own password; the first one must be replaced before anything else."""
    form, first = PasswordForm(), _me().must_change
    if not form.validate_on_submit():
        return _again(form, PASSWORD, first=first)
    try:
        return _changed(form, _me())
    except TooSoon as soon:
        return _wait(form, soon, PASSWORD, first=first)
    except service.NotPossible as no:
        (form.old if no.says is service.WRONG else form.new).errors = [no.says.to(lang())]
        return _again(form, PASSWORD, first=first)


def _changed(form: PasswordForm, who: Visitor) -> ResponseReturnValue:
    """Changes the password and goes on."""
    service.change_password(db.session, who, old=form.old.data or "", new=form.new.data or "", by=authority())
    flash(_("密码已更改，其他地方的登录已全部结束。"))
    return redirect(url_for("web.home"), 303)


@bp.get("/sessions/")
@may(Action.READ_SESSIONS)
def sessions() -> ResponseReturnValue:
    """Where one is signed in."""
    return render("accounts/sessions.html", rows=queries.sessions(db.session, _me().id), present=present())


def _session(row: int) -> SessionRow | None:
    """The session of an address."""
    return db.session.get(SessionRow, row)


@bp.post("/sessions/<int:row>/end")
@may(Action.END_SESSION, on=_session)
def end_session(row: SessionRow) -> ResponseReturnValue:
    """Ends one of one's own sessions."""
    service.end_session(db.session, row, by=authority())
    flash(_("该处登录已结束。"))
    return redirect(url_for(".sessions"), 303)


def _me() -> Visitor:
    """Who is signed in, on a page that is for those alone."""
    who = visitor()
    assert who is not None
    return who


def _again(form: AnyForm, template: str, error: str = "", **context: object) -> ResponseReturnValue:
    """The page, for the first time or with what is wrong."""
    if error:
        form.form_errors.append(error)
    return render(template, form=form, **context), 422 if form.is_submitted() else 200


def _wait(form: AnyForm, soon: TooSoon, template: str, **context: object) -> ResponseReturnValue:
    """The page again, with the seconds to wait (RFC 6585, 429)."""
    crowded = _("现在登录的人较多，请在 %(n)s 秒后再试。", n=soon.seconds)
    often = _("尝试次数过多，请在 %(n)s 秒后再试。", n=soon.seconds)
    form.form_errors.append(crowded if isinstance(soon, Crowded) else often)
    return render(template, form=form, **context), 429, {"Retry-After": str(soon.seconds)}
