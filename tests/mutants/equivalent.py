"""Changes known to make no difference, each with its reason."""

from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).with_name("equivalent.txt")
SIGN = " → "


@dataclass(frozen=True, slots=True)
class Known:
    """The list, as (file, clause as it was, clause as it becomes): no line numbers, so that it does not rot."""

    entries: frozenset[tuple[str, str, str]]

    def holds(self, mutant) -> bool:
        """Whether a change is on the list."""
        return (mutant.file, mutant.was, mutant.now) in self.entries


def known(path: Path = LIST) -> Known:
    """Reads the list: `# reason`, then under it `file: was → becomes` lines to which it applies."""
    entries = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, _, change = line.partition(": ")
            was, _, now = change.partition(SIGN)
            entries.add((file, was, now))
    return Known(frozenset(entries))
