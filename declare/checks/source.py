"""Where the facts to be checked come from: a feature above hands them over, so that checking knows no feature."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from declare.items.filing import Filing
from declare.rules.around import Around
from declare.rules.office import Office
from declare.rules.subject import Subject
from declare.vault import Reader


class Standing(Filing, frozen=True, kw_only=True, omit_defaults=True):
    """A filed report that knows the rows it is kept in."""

    person_id: int = 0
    declaration_id: int = 0
    filing_id: int = 0


class Beyond(NamedTuple):
    """What belongs to nobody who is entered: the office, and declarants that only a register or a work record names."""

    office: Office
    strangers: Sequence[Subject]


Near = Mapping[int, set[int]]
"""For each person those who share an identifier with them."""

Opening = Callable[[], Mapping[int, Subject]]
"""Opens and decodes what was read, by person; needs no transaction any more."""


@dataclass(frozen=True, slots=True)
class Source:
    """How facts are had: of whom there are any (on a year, or ever), the corps, each declarant, the rest.

    `read` fetches sealed rows and keys and writes down the reading; what it returns opens them; `near` says who
    shares an identifier with whom, for everybody at once. `acquaint` adds the people
    whom declarants mention by name and unit, and those who looked into their matters. `concerned` names the persons whose
    findings may change with those of others, `stamp` says whether the corps is still the same.
    """

    persons: Callable[[Session, int | None], Sequence[int]]
    around: Callable[[Session, Reader], Around]
    read: Callable[[Session, Sequence[int], Around, Reader, Near | None], Opening]
    near: Callable[[Session], Near]
    concerned: Callable[[Session, Sequence[int]], Sequence[int]]
    acquaint: Callable[[Session, Mapping[int, Subject], Around, Reader], Mapping[int, Subject]]
    stamp: Callable[[Session], str]
    beyond: Callable[[Session, Around, Reader], Beyond]


_registered: list[Source] = []


def register(source: Source) -> None:
    """Names the source; the last one named counts."""
    _registered[:] = [source]


def source() -> Source:
    """The source that was named; RuntimeError where none was."""
    if not _registered:
        raise RuntimeError("no feature hands over reports to check")
    return _registered[0]
