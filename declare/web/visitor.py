"""Who is asking: the signed-in account, as far as the pages need to know it."""

from typing import Protocol, cast

from flask import g, has_request_context
from flask_login import current_user

from declare.access import Actor, Decision
from declare.vault import Reader


class Visitor(Protocol):
    """A signed-in account; `must_change` while the first password has not been replaced by one's own,
    `must_enrol` while a second factor is required and none was set up.
    """

    id: int
    must_change: bool
    must_enrol: bool

    def actor(self) -> Actor:
        """The account as decisions see it, read from the database for this request."""
        ...

    def reader(self, purpose: str) -> Reader:
        """The account as the vault sees it when something is opened, for that purpose."""
        ...

    def display_name(self) -> str:
        """What the account is called on its own pages."""
        ...


def visitor() -> Visitor | None:
    """The signed-in account, None where nobody is signed in."""
    if has_request_context() and current_user.is_authenticated:
        return cast("Visitor", current_user)
    return None


def decided() -> Decision:
    """The decision that let the current request in; a refusal where none was taken."""
    found: Decision = g.get("decision", Decision(allowed=False))
    return found
