"""What every page is drawn with: the language, the places, who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask, render_template, request
from flask_babel import gettext

from declare.access import Role
from declare.config import settings
from declare.web import navigation
from declare.web.clock import BEIJING, today
from declare.web.language import lang
from declare.web.visitor import visitor


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in, as the head of a page says it."""

    name: str
    role_label: str


def init_app(app: Flask) -> None:
    """Hands every template what the frame needs."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["moment"] = moment
    app.context_processor(_frame)


def render(template: str, **context: Any) -> str:
    """A page; `template` is its path below templates/."""
    return render_template(template, **context)


def moment(at: datetime | None) -> str:
    """A point in time as pages show it: Beijing time, to the minute; a dash where there is none."""
    return at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M") if at else "—"


def is_fragment() -> bool:
    """Whether only a part of the page was asked for (htmx)."""
    return request.headers.get("HX-Request") == "true"


def _frame() -> dict[str, Any]:
    """What the frame of every page needs."""
    return {
        "lang": lang(),
        "navigation": navigation.links(),
        "signed_in": _signed_in(),
        "demo": settings().demo,
        "today": today(),
    }


def _signed_in() -> SignedIn | None:
    """Name and roles of the person signed in; being a declarant goes without saying beside another role."""
    who = visitor()
    if who is None:
        return None
    roles = [role for role in Role if role in who.actor().roles]
    said = [role for role in roles if role is not Role.DECLARANT] or roles
    return SignedIn(who.display_name(), gettext("、").join(role.label.to(lang()) for role in said))
