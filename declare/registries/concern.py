"""Whom new rows concern: they are checked anew. This is the one place where a load or a deletion says so."""

from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import checks
from declare.accounts.models import Person
from declare.registries.models import Extract, ExtractTrace

Finder = Callable[[Session, int], Iterable[int]]
"""Gives, for the id of an extract, further persons its rows concern."""

_finders: list[Finder] = []


def also(finder: Finder) -> None:
    """Names who else is concerned: a feature above knows whose family somebody is of."""
    if finder not in _finders:
        _finders.append(finder)


def tell(session: Session, extract: Extract) -> None:
    """Has everybody checked anew whom the rows of an extract concern."""
    checks.stale(session, concerned(session, extract))


def concerned(session: Session, extract: Extract) -> set[int]:
    """The persons whose identity number stands in a row, and whoever else was named as concerned."""
    named = select(ExtractTrace.digest).where(ExtractTrace.extract_id == extract.id, ExtractTrace.index == "id_number")
    found = set(session.scalars(select(Person.id).where(Person.id_digest.in_(named)).order_by(Person.id)))
    return found.union(*(finder(session, extract.id) for finder in _finders))
