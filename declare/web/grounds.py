"""On what ground a request reads: nobody's until the access table has decided, then what that decision allows."""

import click
from flask import Flask, g, has_app_context

from declare import barrier
from declare.access import ADMINISTRATORS, Action, Actor, Decision, Role
from declare.access.commands import OPENING
from declare.audit import Act
from declare.barrier import NOBODY, Ground, Scope, system
from declare.extensions import db
from declare.web.authority import Authority, leaf_apart

_GROUND = "declare.ground"


def init_app(app: Flask) -> None:
    """Every request begins without a ground; what the barrier refuses is written down."""
    app.before_request(_begin)
    app.teardown_request(_end)
    barrier.otherwise(_of_command)
    barrier.hear(_refused)


def ground_of(actor: Actor, action: Action, decision: Decision) -> Ground:
    """What a decision allows to be read: an administrator nothing, a declarant what is their own, others everybody's.

    Content is opened only by an action that says so.
    """
    scope = _scope(actor, decision)
    opens = action.opens and scope is not Scope.NONE
    return Ground(action.value, actor.account, actor.person, scope, opens)


def _scope(actor: Actor, decision: Decision) -> Scope:
    """Whose rows: by the role that was decided in, or by all roles where everybody may."""
    roles = {decision.role} if decision.role else set(actor.roles)
    if not decision.allowed or not roles or roles & ADMINISTRATORS:
        return Scope.NONE
    return Scope.OWN if roles == {Role.DECLARANT} else Scope.ALL


def _of_command() -> Ground:
    """A command that may open sealed records reads on the ground of its own name; every other one on none."""
    command = click.get_current_context(silent=True)
    if command is None:
        return NOBODY
    if _GROUND not in command.meta:
        words = " ".join(_words(command))
        command.meta[_GROUND] = system(f"command/{words}") if words in OPENING else NOBODY
    found: Ground = command.meta[_GROUND]
    return found


def _words(command: click.Context) -> list[str]:
    """The words of a command after the program's own name, however that was called."""
    if command.parent is None:
        return []
    return [*_words(command.parent), command.info_name or ""]


def _begin() -> None:
    """Nothing is declared yet; what was declared around the request holds again after it."""
    g.ground_before = barrier.stated()
    barrier.declare(NOBODY)


def _end(_fault: BaseException | None) -> None:
    """The request is over; one that never began had declared nothing."""
    if "ground_before" in g:
        barrier.declare(g.pop("ground_before"))


def _refused(place: str, ground: Ground) -> None:
    """Writes down that something was asked for without a ground."""
    if has_app_context():
        role = "everyone" if ground.account else "system"
        leaf_apart(db.session, Authority(ground.account, role), Act.ACCESS_REFUSED, f"barrier {place}")
