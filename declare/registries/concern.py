"""Whom new rows concern: they are checked anew. This is the one place where a load or a deletion says so."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.accounts.models import Person
from declare.registries.models import Extract, ExtractTrace

Hook = Callable[[Session, list[int]], object]

_hooks: list[Hook] = []


def on_change(hook: Hook) -> None:
    """Names what is called with the persons concerned, in the transaction of the change."""
    if hook not in _hooks:
        _hooks.append(hook)


def tell(session: Session, extract: Extract) -> None:
    """Tells whoever wants to know which persons the rows of an extract name."""
    if _hooks:
        persons = concerned(session, extract)
        for hook in _hooks:
            hook(session, persons)


def concerned(session: Session, extract: Extract) -> list[int]:
    """The persons whose identity number stands in a row."""
    named = select(ExtractTrace.digest).where(ExtractTrace.extract_id == extract.id, ExtractTrace.index == "id_number")
    return list(session.scalars(select(Person.id).where(Person.id_digest.in_(named)).order_by(Person.id)))
