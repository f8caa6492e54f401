"""The first page, the choice of language, and whether the system is well."""

from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from declare.extensions import vault
from declare.law import Lang
from declare.web import language, navigation
from declare.web.commit import looking
from declare.web.permission import public
from declare.web.visitor import visitor

bp = Blueprint("web", __name__)


@bp.get("/")
@public
def home() -> ResponseReturnValue:
    """To the first place of the person signed in."""
    who = visitor()
    if who is None:
        return redirect(url_for("accounts.sign_in"))
    if who.must_change:
        return redirect(url_for("accounts.password"))
    places = navigation.open_places()
    return redirect(url_for(places[0].endpoint if places else "accounts.sessions"))


@bp.post("/language", endpoint="language")
@public
def language_() -> ResponseReturnValue:
    """Keeps the language a person chose and goes back to where they were."""
    chosen: Lang = "en" if request.form.get("lang") == "en" else "zh"
    response = make_response(redirect(language.safe(request.form.get("next", "/")), 303))
    language.choose(response, chosen)
    return response


@bp.get("/health/live")
@public
def live() -> Response:
    """The process answers."""
    return make_response("ok", {"Content-Type": "text/plain; charset=utf-8"})


@bp.get("/health/ready")
@public
def ready() -> Response:
    """Database and keys answer; a fault answers 503."""
    try:
        with looking() as connection:
            connection.execute(text("SELECT 1"))
        vault.ring.versions("kek")
    except Exception:  # noqa: BLE001 - whatever is wrong, it is not ready, and says no more
        return make_response("not ready", 503, {"Content-Type": "text/plain; charset=utf-8"})
    return make_response("ready", {"Content-Type": "text/plain; charset=utf-8"})
