"""One's own second factors: set up, looked at, taken away."""

import base64

import segno
from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import queries as accounts
from declare.accounts import service as signing
from declare.accounts.factors import halfway, queries, service, webauthn
from declare.accounts.factors.forms import AnswerForm, AppForm, RemoveForm
from declare.accounts.factors.models import Factor
from declare.extensions import db
from declare.vault.codes import provisioning
from declare.web import TooSoon, Visitor, authority, may, render, visitor

bp = Blueprint("factors", __name__)
APP = "app salt"


@bp.get("/factors/")
@may(Action.KEEP_FACTORS)
def page() -> ResponseReturnValue:
    """What one has set up, and what one may."""
    who = me()
    return render(
        "accounts/factors/page.html",
        factors=queries.chosen(db.session, who.id),
        codes=queries.codes_left(db.session, who.id),
        lacking=who.must_enrol,
        answer=AnswerForm(),
        possible=not webauthn.site().replace(".", "").isdigit(),
    )


@bp.route("/factors/app", methods=["GET", "POST"])
@may(Action.KEEP_FACTORS)
def app() -> ResponseReturnValue:
    """Sets up an authenticator app: a picture to photograph, or a key to type, and the first code."""
    form, salted = AppForm(), _salt()
    if not form.validate_on_submit():
        return _app(form, salted)
    if not service.add_app(db.session, me().id, salted, form.code.data or "", by=authority()):
        form.code.errors = [_("数字不对。请看清验证器里最新的 6 位数字；手机时间须准确。")]
        return _app(form, salted)
    halfway.take(APP)
    flash(_("验证器已登记。"))
    return _on()


@bp.post("/factors/codes")
@may(Action.KEEP_FACTORS)
def codes() -> ResponseReturnValue:
    """Ten new codes on paper, shown this once."""
    who = me()
    if not queries.chosen(db.session, who.id):
        flash(_("请先登记通行密钥或验证器，再生成恢复码。"), "fix")
        return redirect(url_for(".page"), 303)
    return render("accounts/factors/codes.html", codes=service.fresh_codes(db.session, who.id, by=authority()))


def _factor(row: int) -> Factor | None:
    """The factor of an address."""
    return db.session.get(Factor, row)


@bp.route("/factors/<int:row>/remove", methods=["GET", "POST"])
@may(Action.REMOVE_FACTOR, on=_factor)
def remove(factor: Factor) -> ResponseReturnValue:
    """Takes one away, after one's password."""
    form = RemoveForm()
    try:
        right = form.validate_on_submit() and _confirmed(form)
    except TooSoon as soon:
        return _remove(form, factor, soon)
    if not right:
        return _remove(form, factor)
    service.remove(db.session, factor, by=authority())
    flash(_("已移除。"))
    return redirect(url_for(".page"), 303)


def _confirmed(form: RemoveForm) -> bool:
    """Whether the password is one's own; said at the field where not."""
    right = signing.confirm(db.session, me(), form.password.data or "")
    if not right:
        form.password.errors = [_("密码不正确，请重新填写。")]
    return right


def me() -> Visitor:
    """Who is signed in, on a page that is for those alone."""
    who = visitor()
    assert who is not None
    return who


def _salt() -> bytes:
    """The salt of the app that is being set up, the same until it is done or five minutes are over."""
    waiting = halfway.take(APP, keep=True)
    salted = bytes.fromhex(waiting) if waiting else service.salt()
    if not waiting:
        halfway.put(APP, salted.hex())
    return salted


def _on() -> ResponseReturnValue:
    """On to the codes on paper, where there are none yet; they come after a factor."""
    return redirect(url_for(".page", _anchor="codes"), 303)


def _app(form: AppForm, salted: bytes) -> ResponseReturnValue:
    """The page with the picture and the key."""
    secret, (login, _secret) = service.secret(salted), accounts.login_and_secret(me().id)
    key = base64.b32encode(secret).decode()
    shown = render(
        "accounts/factors/app.html",
        form=form,
        picture=segno.make(provisioning(secret, login, webauthn.SITE), error="m").svg_data_uri(scale=5, border=2),
        key=" ".join(key[start : start + 4] for start in range(0, len(key), 4)),
    )
    return shown, 422 if form.is_submitted() else 200


def _remove(form: RemoveForm, factor: Factor, soon: TooSoon | None = None) -> ResponseReturnValue:
    """The page that asks for the password, with what is wrong or how long to wait."""
    if soon:
        form.form_errors.append(_("尝试次数过多，请在 %(n)s 秒后再试。", n=soon.seconds))
    last = len(queries.chosen(db.session, factor.account_id)) == 1
    shown = render("accounts/factors/remove.html", form=form, factor=factor, last=last)
    if soon:
        return shown, 429, {"Retry-After": str(soon.seconds)}
    return shown, 422 if form.is_submitted() else 200
