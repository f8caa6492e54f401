"""Every route says who may take it: `@may(action)`, or stands on the short public list with `@public`."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from flask import abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Unauthorized

from declare import barrier
from declare.access import Action, Resource, decide
from declare.audit import Act
from declare.extensions import db
from declare.web.authority import authority, leaf_apart
from declare.web.grounds import ground_of
from declare.web.visitor import Visitor, visitor

BEFORE_ALL = frozenset({Action.CHANGE_PASSWORD, Action.KEEP_FACTORS, Action.ADD_FACTOR, Action.REMOVE_FACTOR})
"""What comes before everything else on the first day."""

View = Callable[..., ResponseReturnValue]
F = TypeVar("F", bound=View)


class Guarded(Protocol):
    """Something that can say what a decision must know of it."""

    def resource(self) -> Resource:
        """Whose it is, where and in which state."""
        ...


Loader = Callable[..., Guarded | None]


def public(view: F) -> F:
    """Marks a route that is open to everybody, signed in or not."""
    view.public = True  # type: ignore[attr-defined]
    return view


def may(action: Action, *, on: Loader | None = None) -> Callable[[View], View]:
    """Lets in only those whom the access table allows the action.

    `on` loads what it is about: it is called with those arguments of the route that it names, and answers None where
    there is no such thing (404). The view gets what was loaded as its first argument, then the arguments `on` did not name.
    A refusal answers 403 and leaves a leaf; whoever is not signed in is asked to.
    """
    named = tuple(inspect.signature(on).parameters) if on else ()

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(**route: Any) -> ResponseReturnValue:
            who = visitor()
            if who is None:
                return _ask_to_sign_in()
            first = first_of_all(who, action)
            if first is not None:
                return first
            if on is None:
                return view(**route)
            found = on(**{name: route.pop(name) for name in named if name in route})
            if found is None:
                abort(404)
            demand(who, action, found.resource())
            return view(found, **route)

        guarded.may, guarded.on = action, on  # type: ignore[attr-defined]
        return guarded

    return guard


def first_of_all(who: Visitor, action: Action) -> ResponseReturnValue | None:
    """Where somebody must go before they may do that; None, once their role is found to allow it, where nowhere."""
    if who.must_change and action is not Action.CHANGE_PASSWORD:
        return redirect(url_for("accounts.password"))
    if who.must_enrol and action not in BEFORE_ALL:
        return redirect(url_for("factors.page"))
    demand(who, action)
    return step_up(action)


def step_up(action: Action) -> ResponseReturnValue | None:
    """The page that asks once more who it is, where what is to be done asks for that and it was not shown; see `accounts.stepping`."""
    ask: Callable[[Action], ResponseReturnValue | None] | None = current_app.extensions.get("step_up")
    return ask(action) if ask else None


def demand(who: Visitor, action: Action, resource: Resource | None = None) -> None:
    """Decides, keeps the decision for the audit, and answers 403 to a refusal after writing it down."""
    decision = decide(who.actor(), action, resource)
    g.decision = decision
    barrier.declare(ground_of(who.actor(), action, decision))
    if not decision.allowed:
        what = resource.name if resource else str(request.endpoint)
        leaf_apart(db.session, authority(), Act.ACCESS_REFUSED, f"{action.value} {what}")
        abort(403)


def _ask_to_sign_in() -> ResponseReturnValue:
    """To the sign-in page and back; what was sent by a form cannot come back, so that is only refused."""
    if request.method not in {"GET", "HEAD"}:
        raise Unauthorized
    return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
