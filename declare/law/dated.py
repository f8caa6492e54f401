"""Numbers that the law sets, each with the day it took effect and where it stands; and what an organisation sets itself."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar

from declare.law.citation import Citation
from declare.law.text import Text

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Step(Generic[V]):
    """One value of a threshold and the first day it holds."""

    since: date
    value: V


class Dated(Generic[V]):
    """A threshold through time; it is always asked for on a day.

    `basis` None marks a parameter with no legal value: a careful default, which the organisation may change from a day on
    (`enacted`). `title` and `unit` say to people what it is. `checked` is the day somebody last compared it with the text.
    """

    def __init__(
        self,
        key: str,
        steps: Mapping[str, V],
        *,
        basis: Citation | None,
        checked: str,
        title: Text | None = None,
        unit: Text | None = None,
    ) -> None:
        if not steps:
            raise ValueError(f"threshold {key} has no value")
        self.key = key
        self.basis = basis
        self.checked = date.fromisoformat(checked)
        self.title = title
        self.unit = unit
        self.steps = tuple(Step(date.fromisoformat(day), value) for day, value in sorted(steps.items()))

    @property
    def adjustable(self) -> bool:
        """Whether an organisation may set it: only what no law sets."""
        return self.basis is None

    def standing(self) -> tuple[Step[V], ...]:
        """Every step, the enacted ones among them, the earliest first."""
        steps: tuple[Step[V], ...] = _enacted.get().steps.get(self, self.steps)
        return steps

    def step(self, day: date) -> Step[V] | None:
        """The step in force on that day, None before the first one."""
        return next((step for step in reversed(self.standing()) if step.since <= day), None)

    def held(self, day: date) -> Step[V]:
        """The step in force on that day; before the first one the first, so that a mistyped year stops no check."""
        steps = self.standing()
        return steps[0] if len(steps) == 1 else self.step(day) or steps[0]

    def on(self, day: date) -> V:
        """The value in force on that day; LookupError before the first one."""
        step = self.step(day)
        if step is None:
            raise LookupError(f"{self.key} has no value on {day.isoformat()}")
        return step.value


class _Enacted:
    """The steps of the thresholds that an organisation changed; each run has its own."""

    def __init__(self, steps: Mapping[Dated[Any], tuple[Step[Any], ...]]) -> None:
        for dated in steps:
            if not dated.adjustable:
                raise ValueError(f"{dated.key} is set by the law")
        self.steps = steps


_NOTHING = _Enacted({})
_enacted = ContextVar("enacted", default=_NOTHING)


@contextmanager
def enacted(changes: Mapping[Dated[Any], Mapping[date, Any]]) -> Iterator[None]:
    """Within it thresholds also have the steps an organisation enacted: the value by the first day it holds.

    A step enacted for the day of another one replaces it. ValueError for a number the law sets.
    """
    merged = {dated: _merged(dated, steps) for dated, steps in changes.items()}
    with _set(_Enacted(merged) if merged else _NOTHING):
        yield


@contextmanager
def supposing(dated: Dated[V], value: V) -> Iterator[None]:
    """Within it a threshold has one value, as if it had always held; everything else enacted stays."""
    with _set(_Enacted({**_enacted.get().steps, dated: (Step(date.min, value),)})):
        yield


@contextmanager
def _set(steps: _Enacted) -> Iterator[None]:
    """Holds these steps until the end of a block."""
    before = _enacted.set(steps)
    try:
        yield
    finally:
        _enacted.reset(before)


def _merged(dated: Dated[V], steps: Mapping[date, V]) -> tuple[Step[V], ...]:
    """The built-in steps and the enacted ones in order."""
    values = {step.since: step.value for step in dated.steps} | dict(steps)
    return tuple(Step(since, value) for since, value in sorted(values.items(), key=lambda step: step[0]))


def by_day(work: Callable[[date], V]) -> Callable[[date], V]:
    """Works something out of the thresholds of a day once, and anew where others are enacted."""
    kept = lru_cache(maxsize=512)(lambda day, _enacted_now: work(day))

    @wraps(work)
    def answer(day: date) -> V:
        return kept(day, _enacted.get())

    return answer
