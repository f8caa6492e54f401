"""Between the password and the second factor: the session knows who it would be, for five minutes, and lets nobody in."""

from datetime import datetime, timedelta

from declare.access import Role
from declare.accounts.factors.models import Kind
from declare.accounts.sessions import present
from declare.config import settings
from declare.web import now

HALF, SHOWN, PENDING = "half", "factor", "pending"
TERM = timedelta(minutes=5)
STRONG = frozenset(
    {
        Role.REVIEWER,
        Role.DISCIPLINE_LEAD,
        Role.AUDITOR,
        Role.RELEASING_OFFICER,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
        Role.AUDIT_ADMIN,
    }
)
"""Who needs a passkey where second factors are required: whoever works with other people's matters, or runs the system."""


def begin(account: int, target: str) -> None:
    """The password was right; the rest is still to come."""
    present().renew()
    present()[HALF] = {"account": account, "until": (now() + TERM).isoformat(), "target": target}


def begun() -> tuple[int, str] | None:
    """Who is halfway in, and where they wanted to go; None where nobody is, or too long ago."""
    half = present().get(HALF)
    if not half or datetime.fromisoformat(half["until"]) < now():
        return None
    return int(half["account"]), str(half["target"])


def shown(kind: Kind) -> None:
    """Notes in the session by what its owner was recognised, or what they have just set up."""
    if present().get(SHOWN) != Kind.PASSKEY:
        present()[SHOWN] = kind.value


def lacking(roles: frozenset[Role]) -> bool:
    """Whether somebody signed in must still set up a second factor before anything else."""
    if not settings().second_factor:
        return False
    kind = present().get(SHOWN)
    return kind is None or (kind != Kind.PASSKEY and bool(roles & STRONG))


def put(name: str, value: str) -> None:
    """Remembers something for five minutes and one use: a challenge, the salt of an app that is being set up."""
    pending = dict(present().get(PENDING, {}))
    present()[PENDING] = {**pending, name: [value, (now() + TERM).isoformat()]}


def take(name: str, *, keep: bool = False) -> str | None:
    """What was remembered under a name; it is forgotten with that, unless `keep`."""
    pending = dict(present().get(PENDING, {}))
    value, until = pending.pop(name, (None, None))
    if not keep:
        present()[PENDING] = pending
    return value if until and datetime.fromisoformat(until) >= now() else None
