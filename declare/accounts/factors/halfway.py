"""Between the password and the second factor: the session knows who it would be, for five minutes, and lets nobody in."""

from collections.abc import Collection
from datetime import datetime, timedelta

from declare.access import Role
from declare.accounts.factors.models import Kind
from declare.accounts.sessions import present
from declare.config import settings
from declare.web import now

HALF, SHOWN, PAPER, PENDING = "half", "factor", "paper", "pending"
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


def written(*, codes: int) -> None:
    """Notes in the session whether its owner has codes on paper."""
    present()[PAPER] = codes > 0


def carried() -> dict[str, object]:
    """What was noted, to be taken along into another session of the same person."""
    return {name: present()[name] for name in (SHOWN, PAPER) if name in present()}


def lacking(roles: frozenset[Role]) -> Kind | None:
    """What somebody signed in must still set up before anything else: a passkey, any factor (an app stands for it), codes on paper."""
    if settings().second_factor != "required":
        return None
    kind = present().get(SHOWN)
    if kind != Kind.PASSKEY and roles & STRONG:
        return Kind.PASSKEY
    if kind is None:
        return Kind.TOTP
    return None if present().get(PAPER) else Kind.RECOVERY


def kept(roles: frozenset[Role], left: Collection[str]) -> bool:
    """Whether the kinds that are left are enough where second factors are required; anything is where they are not."""
    if settings().second_factor != "required":
        return True
    return Kind.PASSKEY in left or (bool(left) and not roles & STRONG)


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
