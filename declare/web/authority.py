"""In whose name something is done: what every leaf of the audit says about the one who acted."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from declare import audit
from declare.audit import Act
from declare.web.visitor import decided, visitor


class Authority(NamedTuple):
    """The account that acts (None: the system itself), in which role, and the row of the access table that allowed it."""

    account: int | None
    role: str
    row: str = ""


SYSTEM = Authority(None, "system")
"""The command line and the jobs."""


def authority() -> Authority:
    """The authority of the current request."""
    who, decision = visitor(), decided()
    if who is None:
        return Authority(None, "visitor")
    return Authority(who.id, decision.role.value if decision.role else "everyone", decision.row)


def leaf(session: Session, by: Authority, act: Act, object: str, *, reason: str | None = None) -> None:
    """Writes what was done into the audit, in the transaction it is done in."""
    audit.append(session, actor=by.account, role=by.role, action=act, object=object, row=by.row, reason=reason)


def leaf_apart(session: Session, by: Authority, act: Act, object: str) -> None:
    """Writes what was refused or failed into the audit, so that it outlives the rollback."""
    audit.append_apart(session, actor=by.account, role=by.role, action=act, object=object, row=by.row)
