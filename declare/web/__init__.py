"""What every page needs: who may enter, one commit, error pages, headers, language, navigation."""

from flask import Flask

from declare.web import commit, errors, grounds, headers, hosts, logs, navigation, pace, pages, receiving
from declare.web.authority import SYSTEM, Authority, authority, leaf, leaf_apart
from declare.web.clock import now, today
from declare.web.commit import apart, before_commit, looking, transaction
from declare.web.errors import StaleRevision, TooSoon
from declare.web.language import lang
from declare.web.pace import paced
from declare.web.pages import render
from declare.web.permission import Guarded, may, public
from declare.web.receiving import takes
from declare.web.views import bp
from declare.web.visitor import Visitor, decided, visitor

__all__ = [
    "SYSTEM",
    "Authority",
    "Guarded",
    "StaleRevision",
    "TooSoon",
    "Visitor",
    "apart",
    "authority",
    "before_commit",
    "decided",
    "init_app",
    "lang",
    "leaf",
    "leaf_apart",
    "looking",
    "may",
    "navigation",
    "now",
    "pace",
    "paced",
    "public",
    "render",
    "takes",
    "today",
    "transaction",
    "visitor",
]


def init_app(app: Flask) -> None:
    """Puts the floor under every page. What is added last acts first on an answer: the commit, then the headers, then the log."""
    grounds.init_app(app)
    logs.init_app(app, level=app.extensions["settings"].log_level)
    hosts.init_app(app, app.extensions["settings"])
    pace.init_app(app)
    headers.init_app(app)
    commit.init_app(app)
    pages.init_app(app)
    errors.init_app(app)
    receiving.init_app(app)
    app.register_blueprint(bp)
    app.view_functions["static"].public = True  # type: ignore[union-attr]
