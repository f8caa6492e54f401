"""What another value of a parameter would change: findings under the present value against findings under the new one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from declare.items.spec import Record
from declare.law import Dated, Text
from declare.rules.finding import Finding, Place

MINUTES = Dated(
    "review.minutes",
    {"2026-01-01": (5, 10, 20, 40, 60)},
    basis=None,
    checked="2026-11-01",
    title=Text("处理一条疑点所需时间，按轻重由轻到重", "Time a finding takes, from the lightest to the gravest"),
    unit=Text("分钟", "minutes"),
)
"""How long a reviewer works on a finding, by severity 1 to 5: an estimate, no law sets it and no rule compares with it."""


class RuleYear(Record, frozen=True, kw_only=True):
    """How many findings of one rule about one year come and go."""

    rule: str
    year: int
    more: int
    fewer: int


class InUnit(Record, frozen=True, kw_only=True):
    """The same in one unit; `unit` is its code, "" for what concerns nobody who is entered."""

    unit: str
    more: int
    fewer: int


class Effect(Record, frozen=True, kw_only=True):
    """What a trial found: findings and minutes of work before and after, and where they differ."""

    first: int
    last: int
    reports: int
    before: int
    after: int
    minutes_before: int
    minutes_after: int
    rules: tuple[RuleYear, ...]
    units: tuple[InUnit, ...]


Known = tuple[str, str | None, int, tuple[Place, ...]]


@dataclass(slots=True)
class Tally:
    """Counts findings of the years from `first` to `last`, declarant by declarant; `day` is the day of the trial."""

    first: int
    last: int
    day: date
    reports: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    changed: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    in_units: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, unit: str, *, before: Iterable[Finding], after: Iterable[Finding]) -> None:
        """Compares what was found about one declarant under the present value and under the new one."""
        then, now = (self._within(found) for found in (before, after))
        for word, found in (("before", then), ("after", now)):
            self.sums[word] += len(found)
            self.sums[f"minutes_{word}"] += sum(minutes(one.severity, self.day) for one in found)
        known, seen = (Counter(map(recognised, found)) for found in (then, now))
        for word, differing in (("more", seen - known), ("fewer", known - seen)):
            for (rule, _, year, _), times in differing.items():
                self.changed[rule, year, word] += times
                self.in_units[unit, word] += times

    def _within(self, found: Iterable[Finding]) -> list[Finding]:
        """The findings about the years looked at."""
        return [one for one in found if self.first <= one.year <= self.last]

    def effect(self) -> Effect:
        """What was found, in the order of rule and year, and of unit."""
        rows = sorted({(rule, year) for rule, year, _ in self.changed})
        units = sorted({unit for unit, _ in self.in_units})
        return Effect(
            first=self.first,
            last=self.last,
            reports=self.reports,
            before=self.sums["before"],
            after=self.sums["after"],
            minutes_before=self.sums["minutes_before"],
            minutes_after=self.sums["minutes_after"],
            rules=tuple(RuleYear(rule=rule, year=year, **_both(self.changed, rule, year)) for rule, year in rows),
            units=tuple(InUnit(unit=unit, **_both(self.in_units, unit)) for unit in units),
        )


def recognised(finding: Finding) -> Known:
    """What makes two findings the same: rule, declarant, year and place."""
    return finding.rule, finding.declarant, finding.year, finding.where


def minutes(severity: int, day: date) -> int:
    """How long a finding of a severity is worked on."""
    return MINUTES.on(day)[severity - 1]


def _both(counted: Counter[tuple[str, int, str]] | Counter[tuple[str, str]], *key: str | int) -> dict[str, int]:
    """How many come and how many go."""
    return {word: counted[*key, word] for word in ("more", "fewer")}  # type: ignore[index]  # a key of either counter
