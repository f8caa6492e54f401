"""On what ground something is read: declared before the reading, in force for a request, a job, a command, or a few lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Whose rows are let through: nobody's, those of one person alone, or everybody's."""

    NONE = ""
    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Ground:
    """On what ground rows are read: what for, by which account (None: the system), whose rows, and whether content is opened."""

    purpose: str
    account: int | None = None
    person: int | None = None
    scope: Scope = Scope.NONE
    opens: bool = False


NOBODY = Ground("")
"""What holds where nothing was declared."""

_ground: ContextVar[Ground] = ContextVar("ground", default=NOBODY)


def system(purpose: str) -> Ground:
    """The ground of a job or a command: everybody's rows, for one named purpose."""
    if not purpose:
        raise ValueError("the system names its purpose")
    return Ground(purpose, scope=Scope.ALL, opens=True)


def ground() -> Ground:
    """What is declared at this moment."""
    return _ground.get()


def declare(found: Ground) -> None:
    """Declares from here on, until something else is declared: for a request, which ends by declaring nobody."""
    _ground.set(found)


@contextmanager
def declared(found: Ground) -> Iterator[None]:
    """Declares for a while; afterwards holds again what held before."""
    before = _ground.get()
    _ground.set(found)
    try:
        yield
    finally:
        _ground.set(before)
