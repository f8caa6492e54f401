"""What is shown by trying: a figure is a claim, the goal it is held against, and the attempt that measures it.

A figure is a function in a module of this folder. It is told whether a short run is wanted, and says what it measured:

    @figure("swaps", "密文移到别处被接受 · ciphertext accepted elsewhere", goal="0 / ≥ 10 000")
    def swaps(*, quick: bool) -> Outcome:
        return Outcome(f"{accepted} / {tried:,}", held=accepted == 0 and tried >= 10_000)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured, in a few words, whether the goal was held, and what else is worth a line."""

    measured: str
    held: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim by its name: what it says, the goal, and the attempt."""

    name: str
    title: str
    goal: str
    attempt: Callable[..., Outcome]


class Absent(Exception):
    """A part of the machine is missing; the sentence says which."""


_figures: dict[str, Figure] = {}


def figure(name: str, title: str, *, goal: str) -> Callable[[Callable[..., Outcome]], Callable[..., Outcome]]:
    """Enters an attempt into the table; a name stands there once."""

    def enter(attempt: Callable[..., Outcome]) -> Callable[..., Outcome]:
        if name in _figures:
            raise ValueError(f"the figure {name} stands there twice")
        _figures[name] = Figure(name, title, goal, attempt)
        return attempt

    return enter


def figures(only: Sequence[str] = ()) -> Iterator[Figure]:
    """The figures in the order they were entered, or those whose names begin as asked for."""
    for name, one in _figures.items():
        if not only or name.startswith(tuple(only)):
            yield one
