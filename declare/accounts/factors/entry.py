"""The second step of signing in, and signing in with a passkey alone."""

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.accounts import queries as accounts
from declare.accounts import service as signing
from declare.accounts.factors import halfway, queries, service, showing, webauthn
from declare.accounts.factors.forms import AnswerForm, CodeForm
from declare.accounts.factors.halfway import STRONG
from declare.accounts.factors.models import Factor, Kind
from declare.accounts.models import Account
from declare.audit import Act
from declare.config import settings
from declare.extensions import db
from declare.web import Authority, TooSoon, leaf_apart, pace, paced, public, render, visitor
from declare.web.language import safe

bp = Blueprint("entry", __name__)


@bp.route("/sign-in/second", methods=["GET", "POST"])
@paced(pace.SIGNING_IN)
@public
def second() -> ResponseReturnValue:
    """The second step: a code, or a passkey."""
    half, form = halfway.begun(), CodeForm()
    tried = form.validate_on_submit()
    soon = _counted(half[0]) if half and tried else None
    account = accounts.account(db.session, half[0]) if half else None
    if half is None or account is None or account.disabled:
        return _over()
    return _page(form, account, soon) if soon or not tried else _try(form, account, half[1])


def _try(form: CodeForm, account: Account, target: str) -> ResponseReturnValue:
    """Lets in whom the code recognises."""
    kind = service.recognised(db.session, account, form.code.data or "")
    if kind is not None and _suffices(account, kind):
        return _enter(account, kind, target)
    form.code.errors = [_("验证码不正确或已用过，请看清最新的数字再填。")]
    return _page(form, account)


def _counted(account: int) -> TooSoon | None:
    """Counts an attempt; how long to wait where it came too soon."""
    try:
        service.count(account)
    except TooSoon as soon:
        return soon
    return None


@bp.post("/sign-in/passkey/options")
@public
def options() -> Response:
    """What the browser is asked to show: a passkey of whoever is in or halfway in, or any of this site."""
    half, who = halfway.begun(), visitor()
    account = who.id if who else half[0] if half else 0
    known = queries.chosen(db.session, account)
    asked = webauthn.asked_to_show([one for one in known if one.kind == Kind.PASSKEY])
    return Response(asked, mimetype="application/json")


@bp.post("/sign-in/passkey")
@paced(pace.SIGNING_IN)
@public
def passkey() -> ResponseReturnValue:
    """What the browser showed; the pass is the person's, so that neither name nor password is asked for."""
    half, answer = halfway.begun(), AnswerForm().answer.data or ""
    factor = showing.known(db.session, answer)
    account = accounts.account(db.session, factor.account_id) if factor else None
    if factor is None or account is None or account.disabled or (half and half[0] != account.id):
        return _refused(factor, halfway=half is not None)
    if not showing.right(db.session, answer, factor):
        return _refused(factor, halfway=half is not None)
    return _enter(account, Kind.PASSKEY, half[1] if half else safe(request.args.get("next", "/")))


def _refused(factor: Factor | None, *, halfway: bool) -> ResponseReturnValue:
    """What was shown is not right."""
    leaf_apart(db.session, Authority(factor.account_id if factor else None, "visitor"), Act.SIGN_IN_REFUSED, "passkey")
    flash(_("通行密钥没有通过验证，请再试一次，或改用密码登录。"), "fix")
    return redirect(url_for(".second") if halfway else url_for("accounts.sign_in"), 303)


def _enter(account: Account, kind: Kind, target: str) -> ResponseReturnValue:
    """Lets them in; whoever used a code on paper is told how many are left."""
    signing.enter(db.session, account)
    pace.went_well()
    halfway.shown(kind)
    if kind is Kind.RECOVERY:
        left = queries.codes_left(db.session, account.id)
        flash(_("您刚才用掉了一个恢复码，还剩 %(n)s 个。用完前请重新生成。", n=left), "wait")
    return redirect(target, 303)


def _suffices(account: Account, kind: Kind) -> bool:
    """Where second factors are required, whoever has a passkey and works with others' matters shows it; paper stands in for it."""
    strict = settings().second_factor == "required" and bool(account.active & STRONG)
    return not (strict and kind is Kind.TOTP and Kind.PASSKEY in queries.kinds(db.session, account.id))


def _over() -> ResponseReturnValue:
    """Nobody is halfway in any more."""
    if request.method == "POST":
        flash(_("登录已超过 5 分钟，请重新填写密码。"), "fix")
    return redirect(url_for("accounts.sign_in"), 303)


def _page(form: CodeForm, account: Account, soon: TooSoon | None = None) -> ResponseReturnValue:
    """The page of the second step, with what is wrong or how long to wait."""
    if soon:
        form.form_errors.append(_("尝试次数过多，请在 %(n)s 秒后再试。", n=soon.seconds))
    kinds = queries.kinds(db.session, account.id)
    shown = render("accounts/factors/second.html", form=form, answer=AnswerForm(), kinds=kinds)
    if soon:
        return shown, 429, {"Retry-After": str(soon.seconds)}
    return shown, 422 if form.is_submitted() else 200
