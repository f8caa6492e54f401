"""Numbers that the law sets, each with the day it took effect and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from declare.law.citation import Citation

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Step(Generic[V]):
    """One value of a threshold and the first day it holds."""

    since: date
    value: V


class Dated(Generic[V]):
    """A threshold through time; it is always asked for on a day.

    `basis` None marks a parameter with no legal value (a careful default of the system).
    `checked` is the day somebody last compared the number with the text.
    """

    def __init__(self, key: str, steps: Mapping[str, V], *, basis: Citation | None, checked: str) -> None:
        if not steps:
            raise ValueError(f"threshold {key} has no value")
        self.key = key
        self.basis = basis
        self.checked = date.fromisoformat(checked)
        self.steps = tuple(Step(date.fromisoformat(day), value) for day, value in sorted(steps.items()))

    def step(self, day: date) -> Step[V] | None:
        """The step in force on that day, None before the first one."""
        return next((step for step in reversed(self.steps) if step.since <= day), None)

    def on(self, day: date) -> V:
        """The value in force on that day; LookupError before the first one."""
        step = self.step(day)
        if step is None:
            raise LookupError(f"{self.key} has no value on {day.isoformat()}")
        return step.value
