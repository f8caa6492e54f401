"""Units: the tree of the corps, and the path each unit has in it."""

from flask import Flask

from declare.units.models import Unit

__all__ = ["Unit", "init_app"]


def init_app(app: Flask) -> None:
    """Adds the page of units."""
