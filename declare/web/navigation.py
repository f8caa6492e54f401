"""The places in the head of every page: each feature adds its own, a person sees those they may enter."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, request, url_for
from flask_babel import LazyString

from declare.access import Action, decide
from declare.barrier import declared
from declare.web.grounds import ground_of
from declare.web.visitor import visitor

Count = Callable[[], int]
"""How much waits there for the person signed in."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it was added."""

    label: LazyString
    endpoint: str
    action: Action
    order: int
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A place as the head shows it."""

    label: str
    href: str
    current: bool
    count: int | None = None


_places: dict[str, Place] = {}


def add(label: LazyString, endpoint: str, action: Action, order: int, *, count: Count | None = None) -> None:
    """Adds a place; smaller orders come first."""
    _places[endpoint] = Place(label, endpoint, action, order, count)


def links() -> list[Link]:
    """The places of the person signed in, in order; the one whose address begins this page's is the current one."""
    places = open_places()
    hrefs = [url_for(place.endpoint) for place in places]
    here = max((href for href in hrefs if request.path.startswith(href)), key=len, default=None)
    return [
        Link(str(place.label), href, href == here, _counted(place)) for place, href in zip(places, hrefs, strict=True)
    ]


def _counted(place: Place) -> int | None:
    """How much waits at a place, counted on the ground of that place and not of the page that is shown."""
    who = visitor()
    if place.count is None or who is None:
        return None
    with declared(ground_of(who.actor(), place.action, decide(who.actor(), place.action))):
        return place.count()


def open_places() -> list[Place]:
    """The places the person signed in may enter; none while the first password still has to be replaced."""
    who = visitor()
    if who is None or who.must_change:
        return []
    actor = who.actor()
    known = [place for place in _places.values() if place.endpoint in current_app.view_functions]
    return sorted((place for place in known if decide(actor, place.action).allowed), key=lambda place: place.order)
