"""What hides a person's secrets on a page, and what it lets through: nothing, unless it was granted and is shown just now."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Veil:
    """Lets the fields through that were granted. Before the first one is seen, `note` writes the showing into the audit."""

    fields: frozenset[str] = frozenset()
    note: Callable[[], object] = lambda: None
    noted: bool = field(default=False, init=False)

    def lifts(self, name: str) -> bool:
        """Whether a field may be seen whole: `real_estate.address`."""
        if name not in self.fields:
            return False
        if not self.noted:
            self.note()
            self.noted = True
        return True

    def over(self, table: str) -> "Sight":
        """The veil over the rows of one table."""
        return Sight(table, self)


@dataclass(frozen=True, slots=True)
class Sight:
    """A veil over the rows of one table."""

    table: str
    veil: Veil

    def name(self, key: str) -> str:
        """How a field of the table is called in a request; "" where nothing can be asked for."""
        return f"{self.table}.{key}" if self.table else ""

    def lifts(self, key: str) -> bool:
        """Whether a field of the table may be seen whole."""
        return self.veil.lifts(self.name(key))


MASKED = Sight("", Veil())
"""Nothing is let through, and nothing can be asked for."""
