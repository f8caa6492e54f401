"""What is done to units; the path of a unit, of those below it and of their people changes in one go."""

import re

from sqlalchemy import func, literal, update
from sqlalchemy.orm import Session

from declare.accounts.models import Grant, Person
from declare.accounts.people import lies_below
from declare.audit import Act
from declare.law import Text
from declare.units import queries
from declare.units.models import ROOT, Unit
from declare.web import Authority, leaf

CODE = re.compile(r"[A-Za-z0-9_.-]{1,20}")
LONGEST_PATH = 200

MALFORMED = Text(
    "单位代码由 1 至 20 个字母、数字、点或短横组成，请更正。",
    "A unit code has 1 to 20 letters, digits, dots or hyphens.",
)
TAKEN = Text("单位代码已被使用，请换一个。", "This unit code is taken; choose another one.")
TOO_DEEP = Text(
    "单位层级过深，请把它放在更高一级的单位下。", "This is too deep in the tree; put the unit below a higher one."
)
CIRCLE = Text(
    "单位不能放在自己的下级单位之下，请另选上级单位。", "A unit cannot be below a unit of its own; choose another one."
)


class NotPossible(Exception):
    """What was asked for cannot be done; the sentence says why and what to do."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


def create(
    session: Session,
    code: str,
    name: str,
    *,
    by: Authority,
    parent: Unit | None = None,
    region: str = "",
    site: str = "",
) -> Unit:
    """Makes a unit below another, or at the top; NotPossible for a code that is taken or malformed."""
    if not CODE.fullmatch(code):
        raise NotPossible(MALFORMED)
    if queries.by_code(session, code) is not None:
        raise NotPossible(TAKEN)
    path = _path(code, parent)
    unit = Unit(code=code, name=name, parent_id=parent.id if parent else None, path=path, region=region, site=site)
    session.add(unit)
    session.flush()
    leaf(session, by, Act.UNIT_CREATE, f"unit/{unit.id}")
    return unit


def rename(session: Session, unit: Unit, name: str, *, by: Authority) -> None:
    """Gives a unit another name."""
    unit.name = name
    leaf(session, by, Act.UNIT_CHANGE, f"unit/{unit.id}")
    session.flush()


def move(session: Session, unit: Unit, parent: Unit | None, *, by: Authority) -> None:
    """Puts a unit, with all below it and their people, under another one; NotPossible under one of its own."""
    if parent is not None and parent.path.startswith(unit.path):
        raise NotPossible(CIRCLE)
    old, new = unit.path, _path(unit.code, parent)
    if max(len(below.path) for below in queries.tree(session, below=old)) - len(old) + len(new) > LONGEST_PATH:
        raise NotPossible(TOO_DEEP)
    unit.parent_id = parent.id if parent else None
    for column in (Unit.path, Person.unit_path, Grant.scope):
        moved = literal(new) + func.substr(column, len(old) + 1)
        session.execute(update(column.class_).where(lies_below(column, old)).values({column: moved}))
    leaf(session, by, Act.UNIT_CHANGE, f"unit/{unit.id}")
    session.flush()
    session.expire_all()


def _path(code: str, parent: Unit | None) -> str:
    """The path of a unit; NotPossible where it would be too long."""
    path = f"{parent.path if parent else ROOT}{code}/"
    if len(path) > LONGEST_PATH:
        raise NotPossible(TOO_DEEP)
    return path
