"""Reading units; a tree is listed from the top, each unit before those below it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.accounts.people import lies_below
from declare.units.models import Unit


def by_code(session: Session, code: str) -> Unit | None:
    """The unit of a code, None where there is none."""
    return session.scalars(select(Unit).where(Unit.code == code)).first()


def by_codes(session: Session) -> dict[str, Unit]:
    """All units by their code."""
    return {unit.code: unit for unit in tree(session)}


def tree(session: Session, *, below: str = "/") -> list[Unit]:
    """A unit and everything below it, by path; the whole corps unless a path is given."""
    return list(session.scalars(select(Unit).where(lies_below(Unit.path, below)).order_by(Unit.path)))


def of_path(session: Session, path: str) -> Unit | None:
    """The unit a path leads to."""
    return session.scalars(select(Unit).where(Unit.path == path)).first()


def names(session: Session) -> dict[int, str]:
    """What each unit is called, by id."""
    rows = session.execute(select(Unit.id, Unit.name).order_by(Unit.id))
    return {unit_id: name for unit_id, name in rows}  # noqa: C416 - dict() would take a Result for a mapping


def chain(session: Session, unit: Unit) -> list[Unit]:
    """The units above a unit, from the top, and itself."""
    codes = unit.path.strip("/").split("/")
    paths = ["/" + "/".join(codes[: depth + 1]) + "/" for depth in range(len(codes))]
    return list(session.scalars(select(Unit).where(Unit.path.in_(paths)).order_by(Unit.path)))
