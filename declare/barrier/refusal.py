"""How the barrier says no, and to whom it is told."""

from collections.abc import Callable
from typing import Any

import structlog

from declare.barrier.ground import Ground, ground

_REFUSED = "barrier refused"


class Unguarded(Exception):
    """A protected column was asked for without a ground that opens content; names the column, never what stands there."""

    def __init__(self, place: str) -> None:
        super().__init__(f"未声明依据，不得读取 {place} · {place} is not read without a declared ground")
        self.place = place


Hearer = Callable[[str, Ground], None]
"""Told of a refusal: the column that was asked for, and on what ground."""

_hearers: list[Hearer] = []


def hear(hearer: Hearer) -> None:
    """Has somebody told of every refusal, as soon as the connection it happened on is free again."""
    if hearer not in _hearers:
        _hearers.append(hearer)


def note(info: dict[Any, Any], place: str) -> None:
    """Logs a refusal and keeps it with its connection: whoever listens may need the database that connection holds."""
    structlog.get_logger("declare").error("barrier", where=[place, ground().purpose])
    info.setdefault(_REFUSED, []).append((place, ground()))


def tell(_connection: object, record: Any) -> None:
    """Tells everybody who listens; called when a connection is given back."""
    for place, found in record.info.pop(_REFUSED, ()):
        for hearer in _hearers:
            hearer(place, found)
