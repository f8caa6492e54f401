"""The book of plants: every way in which a fault, or what comes close to one, is put into an honest life."""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from declare.demo.population.answers import Answer
from declare.demo.population.life import Life

Work = Callable[..., Mapping[str, Any] | None]
"""Edits one life, or two that belong together; may give back what its answer says otherwise."""

NOT_PLANTED = {
    "F20": "sums up the findings of group F for one person and adds none",
    "H06": "looks at the log of the running system",
    "H09": "looks at what the running system keeps",
    "H10": "looks at what roles of the running system can see",
}
"""Rules no file can trip, and why."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One way: the rule it is about, its name, what the first life has to have and what the other, whether it is right after all.

    `lives` is how many declarants it takes; `told_of` which of them carry the fault.
    """

    rule: str
    variant: str
    work: Work
    given: tuple[Any, ...]
    needs: tuple[frozenset[str], frozenset[str]]
    honest: bool
    also: tuple[str, ...]
    lives: int
    told_of: tuple[int, ...]
    office: bool

    def into(self, *lives: Life) -> list[Answer]:
        """Puts it in; gives the lines of the answer key."""
        told = self.work(*lives, *self.given) or {}
        said: dict[str, Any] = {"year": lives[0].now.year, "also": self.also, **told}
        whose = [lives[at] for at in self.told_of]
        return [
            Answer(
                rule=self.rule,
                variant=self.variant,
                declarant=None if self.office else life.id,
                honest=self.honest,
                **said,
            )
            for life in whose
        ]


_plants: list[Plant] = []


def plant(
    rule: str,
    variant: str,
    *given: Any,
    needs: str = "",
    other: str = "",
    also: str = "",
    lives: int = 1,
    told_of: tuple[int, ...] = (0,),
    office: bool = False,
    honest: bool = False,
) -> Callable[[Work], Work]:
    """Enters a fault; `given` are handed to the function after the life, so that one function serves several ways."""

    def enter(work: Work) -> Work:
        words = (frozenset(needs.split()), frozenset(other.split()))
        _plants.append(Plant(rule, variant, work, given, words, honest, tuple(also.split()), lives, told_of, office))
        return work

    return enter


def near(rule: str, variant: str, *given: Any, **said: Any) -> Callable[[Work], Work]:
    """Enters what comes close to a fault and is right: nothing may be found."""
    return plant(rule, variant, *given, honest=True, **said)


@cache
def plants() -> tuple[Plant, ...]:
    """Every plant, rule by rule, in the order of the files."""
    package = import_module("declare.demo.plants")
    for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        import_module(f"{package.__name__}.{module}")
    return tuple(sorted(_plants, key=lambda one: (one.rule, one.honest)))
