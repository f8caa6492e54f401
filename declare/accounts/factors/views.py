"""One's own second factors: set up, looked at, taken away."""

import base64

import segno
from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import queries as accounts
from declare.accounts.factors import halfway, queries, service, webauthn
from declare.accounts.factors.forms import AppForm, PasskeyForm
from declare.accounts.factors.models import Factor
from declare.extensions import db
from declare.vault.codes import provisioning
from declare.web import Visitor, authority, may, render, visitor

bp = Blueprint("factors", __name__)
APP = "app salt"
SHORT = "廉政申报"
"""What the app calls this site; short, so that the picture is coarse enough for an old camera."""
PICTURE = {"scale": 4, "border": 2, "light": "#fff", "svgclass": "qr", "lineclass": None}


@bp.get("/factors/")
@may(Action.KEEP_FACTORS)
def page() -> ResponseReturnValue:
    """What one has set up, and what one may."""
    who = me()
    return render(
        "accounts/factors/page.html",
        factors=queries.chosen(db.session, who.id),
        codes=queries.codes_left(db.session, who.id),
        lacking=halfway.lacking(who.actor().roles),
        form=PasskeyForm(),
        possible=not webauthn.site().replace(".", "").isdigit(),
    )


@bp.get("/factors/app")
@may(Action.KEEP_FACTORS)
def app() -> ResponseReturnValue:
    """How an authenticator app is set up: a picture to photograph, or a key to type."""
    return _app(AppForm(), _salt())


@bp.post("/factors/app")
@may(Action.ADD_FACTOR)
def keep_app() -> ResponseReturnValue:
    """Keeps the app that shows a right first code."""
    form, salted = AppForm(), _salt()
    if not form.validate():
        return _app(form, salted)
    if not service.add_app(db.session, me().id, salted, form.code.data or "", by=authority()):
        form.code.errors = [_("数字不对。请看清验证器里最新的 6 位数字；手机时间须准确。")]
        return _app(form, salted)
    halfway.take(APP)
    flash(_("验证器已登记。"))
    return _on()


@bp.post("/factors/codes")
@may(Action.ADD_FACTOR)
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


@bp.get("/factors/<int:row>/remove")
@may(Action.REMOVE_FACTOR, on=_factor)
def remove(factor: Factor) -> ResponseReturnValue:
    """What taking it away means."""
    return _remove(factor)


@bp.post("/factors/<int:row>/remove")
@may(Action.REMOVE_FACTOR, on=_factor)
def removed(factor: Factor) -> ResponseReturnValue:
    """Takes one away."""
    if not _removable(factor):
        return _remove(factor), 422
    service.remove(db.session, factor, by=authority())
    flash(_("已移除，其他地方的登录已全部结束。"))
    return redirect(url_for(".page"), 303)


def _removable(factor: Factor) -> bool:
    """Whether what is left is enough."""
    left = [one.kind for one in queries.chosen(db.session, factor.account_id) if one.id != factor.id]
    return halfway.kept(me().actor().roles, left)


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
    secret, (login, _secret) = service.secret(me().id, salted), accounts.login_and_secret(me().id)
    key = base64.b32encode(secret).decode()
    shown = render(
        "accounts/factors/app.html",
        form=form,
        picture=segno.make(provisioning(secret, login, SHORT), error="m").svg_inline(**PICTURE),
        key=" ".join(key[start : start + 4] for start in range(0, len(key), 4)),
    )
    return shown, 422 if form.is_submitted() else 200


def _remove(factor: Factor) -> str:
    """The page before something is taken away."""
    last = len(queries.chosen(db.session, factor.account_id)) == 1
    return render("accounts/factors/remove.html", factor=factor, last=last, needed=not _removable(factor))
