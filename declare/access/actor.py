"""Who asks, and what is asked about: all that a decision looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from declare.access.role import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person as decisions see them.

    `unit` is the path of their own unit (`/ZD/JD/`, empty where they belong to none); `reaches` holds the path of
    another unit where a role was granted for that one.
    """

    account: int
    person: int | None = None
    roles: frozenset[Role] = frozenset()
    unit: str = ""
    reaches: Mapping[Role, str] = field(default_factory=dict)

    def reach(self, role: Role | None) -> str:
        """The path of the unit within which a role is held; empty where there is none."""
        return self.reaches.get(role, self.unit) if role else self.unit


@dataclass(frozen=True, slots=True)
class Resource:
    """What an action is about: whose it is (a person's id), in which unit, in which state.

    `assigned` are the accounts it was given to, `asked_by` the account that proposed or requested it, `recused` the
    persons who may not touch it.
    """

    kind: str
    id: int | None = None
    owner: int | None = None
    unit: str = ""
    state: str = ""
    asked_by: int | None = None
    assigned: frozenset[int] = frozenset()
    recused: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """How the audit names it: `declaration/12`."""
        return self.kind if self.id is None else f"{self.kind}/{self.id}"
