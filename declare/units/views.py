"""The tree of units, as a list."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from declare.access import Action
from declare.extensions import db
from declare.units import queries
from declare.web import may, render

bp = Blueprint("units", __name__)


@bp.get("/units/")
@may(Action.LIST_UNITS)
def tree() -> ResponseReturnValue:
    """All units with their codes, each below its upper one."""
    return render("units/tree.html", units=queries.tree(db.session))
