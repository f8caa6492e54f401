"""Somebody has lost their second factors: one administrator asks that they be taken away, another one agrees. Neither gets in by it:

the owner's password stays the owner's.
"""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from declare.access import Action
from declare.accounts import queries as accounts
from declare.accounts.factors import queries
from declare.accounts.factors import service as factors
from declare.accounts.factors.models import FactorReset
from declare.accounts.models import Account
from declare.audit import Act
from declare.extensions import db
from declare.web import Authority, authority, leaf, may, now

bp = Blueprint("resets", __name__)


def ask_for(session: Session, account: int, *, by: Authority) -> None:
    """Asks, once at a time; where there is nothing to take away, nothing happens."""
    if queries.reset_of(session, account) or not queries.kinds(session, account):
        return
    session.add(FactorReset(account_id=account, asked_by=by.account, asked_at=now()))
    leaf(session, by, Act.FACTOR_RESET_ASK, f"account/{account}")
    session.flush()


def agree(session: Session, reset: FactorReset, *, by: Authority) -> bool:
    """Takes every second factor away and ends the sessions; False, and nothing done, for one's own account."""
    if reset.account_id == by.account:
        return False
    factors.remove_all(session, reset.account_id, by=by)
    session.delete(reset)
    session.flush()
    return True


def refuse(session: Session, reset: FactorReset, *, by: Authority) -> None:
    """Everything stays as it is."""
    leaf(session, by, Act.FACTOR_RESET_REFUSE, f"account/{reset.account_id}")
    session.delete(reset)
    session.flush()


def _account(account: int) -> Account | None:
    """The account of an address."""
    return accounts.account(db.session, account)


def _reset(reset: int) -> FactorReset | None:
    """The request of an address."""
    return db.session.get(FactorReset, reset)


@bp.post("/accounts/<int:account>/factors")
@may(Action.ASK_RESET, on=_account)
def ask(account: Account) -> ResponseReturnValue:
    """Asks for it."""
    ask_for(db.session, account.id, by=authority())
    flash(_("已申请重置 %(login)s 的第二验证方式，等安全管理员同意。", login=account.login))
    return redirect(url_for("administration.accounts"), 303)


@bp.post("/resets/<int:reset>/agree")
@may(Action.ANSWER_RESET, on=_reset)
def agreed(reset: FactorReset) -> ResponseReturnValue:
    """Agrees to it."""
    if agree(db.session, reset, by=authority()):
        flash(_("已重置。本人下次登录只凭密码，随后重新登记。"))
    else:
        flash(_("不能同意重置自己的第二验证方式，请另一位安全管理员办理。"), "fix")
    return redirect(url_for("administration.grants"), 303)


@bp.post("/resets/<int:reset>/refuse")
@may(Action.ANSWER_RESET, on=_reset)
def refused(reset: FactorReset) -> ResponseReturnValue:
    """Does not agree to it."""
    refuse(db.session, reset, by=authority())
    flash(_("已记录：不同意重置。"))
    return redirect(url_for("administration.grants"), 303)
