"""What only the running system knows of itself: how long its log reaches back, what it keeps and to whom it shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """The state of the system on the day of the check."""
