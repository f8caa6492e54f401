"""What is done again and again while a worker lives: each round after so many seconds, in every worker.

A round finds out itself whether there is something to do; with several workers only one of them may find it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from declare.extensions import db

Work = Callable[[], object]


@dataclass(slots=True)
class Round:
    """One round: its work, how many seconds lie between two, and when it is next due on the clock of the machine."""

    work: Work
    seconds: float
    due: float = 0.0


_rounds: dict[str, Round] = {}


def every(name: str, seconds: float, work: Work) -> None:
    """Says what is done again and again; the same name replaces what was said before."""
    _rounds[name] = Round(work, seconds)


def go() -> None:
    """Does every round that is due; one that fails is tried at its next turn and holds up no other."""
    for name, one in _rounds.items():
        if one.due > time.monotonic():
            continue
        one.due = time.monotonic() + one.seconds
        try:
            one.work()
        except Exception as fault:  # noqa: BLE001 - the worker must outlive every fault
            db.session.rollback()
            structlog.get_logger("declare").error("round", name=name, fault=type(fault).__name__)
