"""Accounts, rights, sessions, and the people behind them."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.accounts.cards import PersonCard
from declare.accounts.models import Account, Grant, Person, SessionRow
from declare.extensions import db, login
from declare.web import before_commit, navigation

__all__ = ["Account", "Grant", "Person", "PersonCard", "SessionRow", "init_app"]


def init_app(app: Flask) -> None:
    """Adds signing in, the pages of the administrators and `flask accounts`."""
    from declare.accounts import administration, factors, queries, review_pages, sessions, stepping, views
    from declare.accounts.commands import accounts
    from declare.accounts.names import Names

    app.session_interface = sessions.DatabaseSessions()
    app.extensions["names"] = Names()
    before_commit(app, sessions.store)
    login.init_app(app)
    login.session_protection = None
    login.user_loader(lambda account: queries.visitor(int(account)))
    app.register_blueprint(views.bp)
    app.register_blueprint(administration.bp)
    app.register_blueprint(review_pages.bp)
    factors.init_app(app)
    stepping.init_app(app)
    app.cli.add_command(accounts)
    navigation.add(_l("账号"), "administration.accounts", Action.LIST_ACCOUNTS, 80)
    navigation.add(
        _l("授权"), "administration.grants", Action.LIST_GRANTS, 81, count=lambda: queries.waiting(db.session)
    )
    navigation.add(_l("权限复核"), "review.page", Action.REVIEW_ACCESS, 82)
    navigation.add(_l("登录记录"), "accounts.sessions", Action.READ_SESSIONS, 95)
