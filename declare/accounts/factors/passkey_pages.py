"""Making a passkey: the browser is asked, and what it made is kept."""

from flask import Blueprint, Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import queries as accounts
from declare.accounts.factors import queries, service, webauthn
from declare.accounts.factors.forms import PasskeyForm
from declare.accounts.factors.models import Kind
from declare.accounts.factors.views import me
from declare.extensions import db
from declare.web import authority, may

bp = Blueprint("passkeys", __name__)


@bp.post("/factors/passkeys/options")
@may(Action.KEEP_FACTORS)
def options() -> Response:
    """What the browser is asked to make."""
    who = me()
    login, _secret = accounts.login_and_secret(who.id)
    known = [one for one in queries.chosen(db.session, who.id) if one.kind == Kind.PASSKEY]
    return Response(webauthn.asked_to_make(who.id, login, known), mimetype="application/json")


@bp.post("/factors/passkeys")
@may(Action.ADD_FACTOR)
def keep() -> ResponseReturnValue:
    """What the browser made."""
    form = PasskeyForm()
    try:
        made = webauthn.made(form.answer.data or "")
    except webauthn.NotRight:
        flash(_("通行密钥没有登记成功，请再试一次；浏览器提示时请选择本机、手机或安全密钥。"), "fix")
        return redirect(url_for("factors.page"), 303)
    if queries.passkey(db.session, made.credential_id) is None:
        service.add_passkey(db.session, me().id, made, device=form.lives_in(), by=authority())
    flash(_("通行密钥已登记，下次可以直接用它登录。"))
    return redirect(url_for("factors.page", _anchor="codes"), 303)
