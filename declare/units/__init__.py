"""Units: the tree of the corps, and the path each unit has in it."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.units.models import Unit
from declare.web import navigation

__all__ = ["Unit", "init_app"]


def init_app(app: Flask) -> None:
    """Adds the page of units."""
    from declare.units.views import bp

    app.register_blueprint(bp)
    navigation.add(_l("单位"), "units.tree", Action.LIST_UNITS, 90)
