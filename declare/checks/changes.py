"""Whose facts have changed since the rules were last run: noted with the change, whose feature writes it into the audit."""

from collections.abc import Iterable

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from declare.checks.models import Stale


def stale(session: Session, persons: Iterable[int]) -> None:
    """Notes that the facts of these persons have changed, so that the next run looks at them again."""
    rows = [{"person_id": person} for person in sorted(set(persons))]
    if rows:
        dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
        session.execute(dialect.insert(Stale).on_conflict_do_nothing(), rows)
