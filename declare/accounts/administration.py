"""The pages of the administrators: accounts are made by one, rights are given by another."""

from math import ceil

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action
from declare.accounts import people, queries, service
from declare.accounts.factors import queries as factors
from declare.accounts.forms import AccountForm
from declare.accounts.models import ACTIVE, WAITING, Account, Grant
from declare.extensions import db
from declare.web import authority, lang, may, render

bp = Blueprint("administration", __name__)


def _account(account: int) -> Account | None:
    """The account of an address."""
    return queries.account(db.session, account)


def _grant(grant: int) -> Grant | None:
    """The grant of an address."""
    return queries.grant(db.session, grant)


@bp.get("/accounts/")
@may(Action.LIST_ACCOUNTS)
def accounts() -> ResponseReturnValue:
    """All accounts: names to sign in with, roles, states; nobody's own name."""
    page = max(request.args.get("page", 1, int), 1)
    rows, pages = queries.accounts(db.session, page=page), ceil(queries.count(db.session) / queries.PAGE)
    having = factors.having(db.session, [row.id for row in rows])
    return render("accounts/accounts.html", rows=rows, having=having, page=page, pages=pages, page_link=_page)


def _page(page: int) -> str:
    """The address of one page of the list."""
    return url_for(".accounts", page=page)


@bp.route("/accounts/add", methods=["GET", "POST"])
@may(Action.CREATE_ACCOUNT)
def add() -> ResponseReturnValue:
    """A new account, and its first password, shown once."""
    form = AccountForm()
    if form.validate_on_submit():
        try:
            return _added(form)
        except service.NotPossible as no:
            form.login.errors = [no.says.to(lang())]
    return render("accounts/account_form.html", form=form), 422 if form.is_submitted() else 200


def _added(form: AccountForm) -> ResponseReturnValue:
    """Makes the account; the page with its first password is shown once."""
    number, by = form.id_number.data, authority()
    person = people.known(db.session, number, account=by.account) if number else None
    if number and person is None:
        form.id_number.errors = [_("没有登记这个身份号码的人员，请先由组织人事部门登记，或核对号码。")]
        return render("accounts/account_form.html", form=form), 422
    account = service.create_account(db.session, form.login.data or "", person=person, roles=form.asked(), by=by)
    password = service.first_password(db.session, account, by=by)
    return render("accounts/first_password.html", account=account, password=password), 201


@bp.post("/accounts/<int:account>/password")
@may(Action.DISABLE_ACCOUNT, on=_account)
def new_password(account: Account) -> ResponseReturnValue:
    """Another first password, for somebody who forgot theirs."""
    password = service.first_password(db.session, account, by=authority())
    return render("accounts/first_password.html", account=account, password=password)


@bp.post("/accounts/<int:account>/disable")
@may(Action.DISABLE_ACCOUNT, on=_account)
def disable(account: Account) -> ResponseReturnValue:
    """Takes an account out of use."""
    service.disable(db.session, account, by=authority())
    flash(_("账号 %(login)s 已停用。", login=account.login))
    return redirect(url_for(".accounts"), 303)


@bp.post("/accounts/<int:account>/enable")
@may(Action.DISABLE_ACCOUNT, on=_account)
def enable(account: Account) -> ResponseReturnValue:
    """Puts an account back into use."""
    service.enable(db.session, account, by=authority())
    flash(_("账号 %(login)s 已恢复。", login=account.login))
    return redirect(url_for(".accounts"), 303)


@bp.get("/grants/")
@may(Action.LIST_GRANTS)
def grants() -> ResponseReturnValue:
    """What waits to be given, and what is in force."""
    waiting = queries.grants(db.session, state=WAITING)
    active, resets = queries.grants(db.session, state=ACTIVE), factors.resets(db.session)
    return render("accounts/grants.html", waiting=waiting, active=active, resets=resets)


@bp.post("/grants/<int:grant>/give")
@may(Action.GIVE_GRANT, on=_grant)
def give(grant: Grant) -> ResponseReturnValue:
    """Puts a role into force."""
    try:
        service.give(db.session, grant, by=authority())
        flash(_("已授予 %(login)s。", login=grant.account.login))
    except service.NotPossible as no:
        flash(no.says.to(lang()), "fix")
    return redirect(url_for(".grants"), 303)


@bp.post("/grants/<int:grant>/withdraw")
@may(Action.WITHDRAW_GRANT, on=_grant)
def withdraw(grant: Grant) -> ResponseReturnValue:
    """Takes a role back, or refuses it."""
    login = grant.account.login
    service.withdraw(db.session, grant, by=authority())
    flash(_("已收回 %(login)s 的这一角色。", login=login))
    return redirect(url_for(".grants"), 303)
