"""Which parameters of the rules the organisation has set: a feature above hands them over, every check runs under them."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from declare.law import Dated, enacted

Changes = Mapping[Dated[Any], Mapping[date, Any]]
"""What was enacted: by parameter, the value by the first day it holds."""

_load: list[Callable[[Session], Changes]] = []


def enacted_by(load: Callable[[Session], Changes]) -> None:
    """Names who knows what was enacted; the last one named counts."""
    _load[:] = [load]


def in_force(session: Session) -> AbstractContextManager[None]:
    """Reads what was enacted; within it the rules compare with it. It is entered once, in a transaction or outside."""
    return enacted(_load[0](session) if _load else {})
