"""The pages of the rule book: all rules by group, and one rule."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from declare.access import Action
from declare.rulebook import pages
from declare.rulebook.chapter import Chapter, chapter
from declare.web import may

bp = Blueprint("rulebook", __name__, url_prefix="/rules")


@bp.get("/")
@may(Action.READ_RULES)
def index() -> ResponseReturnValue:
    """All rules one may read, by group."""
    return pages.of_index(request.args)


@bp.get("/<rule_id>/")
@may(Action.READ_RULES, on=chapter)
def rule(about: Chapter) -> ResponseReturnValue:
    """One rule, with the numbers of the day asked for."""
    return pages.of_rule(about, request.args)
