"""How speed is judged: ours and its floor timed by turns in one process, so that a noisy machine disturbs both alike.

A bench is a generator in `bench_*.py`: it prepares, yields one Pair, and tidies up.

    @goal("E1", "封存 ≤ 1.4 × (编码 + 一次 AES-GCM) · seal", at_most=1.4)
    def seal():
        yield Pair(floor=lambda: bare(document), ours=lambda: sealer.seal("section", 1, document))
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """The bare work no implementation can do without, and ours; `times` says how much work one call of each does.

    With `counted` it is not the time of a call that counts but the number it gives, such as memory.
    """

    floor: Work
    ours: Work
    times: tuple[int, int] = (1, 1)
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio to hold: the time of ours over the floor's `at_most`, or the speed of ours over the floor's `at_least`."""

    id: str
    title: str
    bench: Callable[[], Iterator[Pair]]
    at_most: float | None = None
    at_least: float | None = None

    def ratio(self, floor: float, ours: float) -> float:
        """Time over time, or speed over speed, whichever the goal speaks of."""
        return ours / floor if self.at_most is not None else floor / ours

    def holds(self, ratio: float) -> bool:
        """Whether a measured ratio keeps the goal."""
        return ratio <= self.at_most if self.at_most is not None else ratio >= (self.at_least or 0.0)

    @property
    def bound(self) -> str:
        """The goal in signs."""
        return f"≤ {self.at_most:g}" if self.at_most is not None else f"≥ {self.at_least:g}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One goal as it was measured: seconds a unit of work, and the median of the rounds' ratios."""

    goal: Goal
    floor: float
    ours: float
    ratio: float
    counted: bool = False

    @property
    def held(self) -> bool:
        """Whether the goal was held."""
        return self.goal.holds(self.ratio)


_goals: list[Goal] = []


def goal(
    id: str, title: str, *, at_most: float | None = None, at_least: float | None = None
) -> Callable[[Callable[[], Iterator[Pair]]], Goal]:
    """Enters a bench into the table; exactly one bound is given."""
    if (at_most is None) == (at_least is None):
        raise ValueError(f"goal {id} needs exactly one bound")

    def enter(bench: Callable[[], Iterator[Pair]]) -> Goal:
        _goals.append(Goal(id, title, bench, at_most, at_least))
        return _goals[-1]

    return enter


def goals(only: Iterable[str] = ()) -> list[Goal]:
    """All goals by id, or those whose id starts with one of the given words."""
    words = tuple(only)
    return sorted((one for one in _goals if not words or one.id.startswith(words)), key=lambda one: one.id)


@contextmanager
def quiet() -> Iterator[None]:
    """No garbage collection in the middle of a measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def clocked(work: Work, *, calls: int) -> float:
    """Seconds one call takes, over a number of calls."""
    started = perf_counter()
    for _ in range(calls):
        work()
    return (perf_counter() - started) / calls


def calls_for(work: Work, *, seconds: float) -> int:
    """How many calls fill the given time; the first call, which warms up, does not count."""
    work()
    once = clocked(work, calls=1)
    return max(1, round(seconds / max(once, 1e-7)))


def measure(goal: Goal, *, rounds: int = 5, seconds: float = 0.2) -> Measured:
    """Times floor and ours by turns and takes the median of the rounds."""
    running = goal.bench()
    pair = next(running)
    if pair.counted:
        floor, ours = float(str(pair.floor())), float(str(pair.ours()))
        next(running, None)
        return Measured(goal, floor, ours, goal.ratio(floor, ours), counted=True)
    turns = [calls_for(work, seconds=seconds) for work in (pair.floor, pair.ours)]
    taken = []
    with quiet():
        for _ in range(rounds):
            floor = clocked(pair.floor, calls=turns[0]) / pair.times[0]
            ours = clocked(pair.ours, calls=turns[1]) / pair.times[1]
            taken.append((floor, ours, goal.ratio(floor, ours)))
    next(running, None)
    floors, ourses, ratios = zip(*taken, strict=True)
    return Measured(goal, median(floors), median(ourses), median(ratios))
