"""规则库 · The rule book for everyone who is signed in: what is compared, under which article, with which numbers, by which examples."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.web import navigation

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages of the rule book."""
    from declare.rulebook.views import bp

    app.register_blueprint(bp)
    navigation.add(_l("规则库"), "rulebook.index", Action.READ_RULES, order=97)
