"""On what ground something is read: declared before the reading, in force for a request, a job, a command, or a few lines."""

from collections.abc import Callable, Iterator
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

_ground: ContextVar[Ground | None] = ContextVar("ground", default=None)
_otherwise: list[Callable[[], Ground]] = []


def system(purpose: str) -> Ground:
    """The ground of a job or a command: everybody's rows, for one named purpose."""
    if not purpose:
        raise ValueError("the system names its purpose")
    return Ground(purpose, scope=Scope.ALL, opens=True)


def otherwise(found: Callable[[], Ground]) -> None:
    """Says what holds where nothing was declared, not even that nobody reads: outside of requests and jobs."""
    _otherwise[:] = [found]


def stated() -> Ground | None:
    """What was declared, None where nothing was."""
    return _ground.get()


def ground() -> Ground:
    """On what ground anything read at this moment is read."""
    found = _ground.get()
    if found is None:
        return _otherwise[0]() if _otherwise else NOBODY
    return found


def declare(found: Ground | None) -> None:
    """Declares from here on, until something else is declared; a request does so, and ends with what held before."""
    _ground.set(found)


@contextmanager
def declared(found: Ground | None) -> Iterator[None]:
    """Declares for a while; afterwards holds again what held before."""
    before = _ground.get()
    _ground.set(found)
    try:
        yield
    finally:
        _ground.set(before)
