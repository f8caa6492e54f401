"""Where the reports to be checked come from: a feature above hands them over, so that checking knows no feature."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from declare.items.filing import Filing
from declare.items.registries import Managed
from declare.vault import Reader


class Standing(Filing, frozen=True, kw_only=True, omit_defaults=True):
    """A filed report that knows the rows it is kept in."""

    person_id: int = 0
    declaration_id: int = 0
    filing_id: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all reports are checked against: managed objects, and the names behind the codes of units."""

    managed: tuple[Managed, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """How reports are had: who filed (on a year, or ever), what they filed, and what surrounds it."""

    persons: Callable[[Session, int | None], Sequence[int]]
    histories: Callable[[Session, Sequence[int], Reader], Mapping[int, Sequence[Standing]]]
    surroundings: Callable[[Session, Reader], Surroundings]


_registered: list[Source] = []


def register(source: Source) -> None:
    """Names the source; the last one named counts."""
    _registered[:] = [source]


def source() -> Source:
    """The source that was named; RuntimeError where none was."""
    if not _registered:
        raise RuntimeError("no feature hands over reports to check")
    return _registered[0]
