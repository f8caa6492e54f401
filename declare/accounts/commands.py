"""`flask accounts`: the first administrators, and a way back in for one who forgot their password."""

import click
from flask.cli import AppGroup

from declare.access import ADMINISTRATORS, Role
from declare.accounts import queries, service
from declare.config import settings
from declare.extensions import db
from declare.law import Text
from declare.web import SYSTEM
from declare.web.commit import transaction

accounts = AppGroup("accounts", help="账号 · accounts")

NOT_EMPTY = Text(
    "已有账号，管理员请在系统内建立。", "There are accounts already; make administrators inside the system."
)
UNKNOWN = Text("没有这个登录名：{login}", "No such sign-in name: {login}")
FIRST = Text("{login}\t首次密码 {password}\t{role}", "{login}\tfirst password {password}\t{role}")


@accounts.command("start")
def start() -> None:
    """为空库建立三名管理员并显示一次首次密码 · the three first administrators of an empty database."""
    lang = settings().language
    if queries.count(db.session):
        raise click.ClickException(NOT_EMPTY.to(lang))
    with transaction() as session:
        for role in (role for role in Role if role in ADMINISTRATORS):
            account = service.create_account(session, role.value.replace("_", "-"), by=SYSTEM)
            password = service.first_password(session, account, by=SYSTEM)
            service.grant(session, account, role)
            click.echo(FIRST.filled(login=account.login, password=password, role=role.label.to(lang)).to(lang))


@accounts.command("password")
@click.argument("login")
def password(login: str) -> None:
    """重新发放首次密码，权限随之待授 · a new first password; rights wait again."""
    lang = settings().language
    with transaction() as session:
        account = queries.by_login(session, login)
        if account is None:
            raise click.ClickException(UNKNOWN.filled(login=login).to(lang))
        new = service.first_password(session, account, by=SYSTEM)
    click.echo(FIRST.filled(login=login, password=new, role="").to(lang).rstrip())


@accounts.command("list")
def list_accounts() -> None:
    """列出账号与角色 · accounts and their roles."""
    lang = settings().language
    pages = (queries.count(db.session) - 1) // queries.PAGE + 1
    for page in range(1, pages + 1):
        for account in queries.accounts(db.session, page=page):
            roles = "、".join(f"{grant.named.label.to(lang)}({grant.state})" for grant in account.grants)
            click.echo(f"{account.id}\t{account.login}\t{'disabled' if account.disabled else 'active'}\t{roles}")
