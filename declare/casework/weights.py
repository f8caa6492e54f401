"""How pressing a person's findings are: a sum anybody can add up again.

A finding adds the weight of its severity times the precision of its rule. The precision is the share of the rule's decided
findings whose explanation was not simply accepted, in whole percent: it starts at 100 % and is drawn down only as
decisions gather (Laplace smoothing: `PRIOR` imagined findings that were right to be asked about are counted with the
real ones). Points are whole numbers, at least one, rounded half up once per finding, so that the queue, which adds them
up in the database, and the page, which lists them, come to the same sum. Ties go to whoever was entered first.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, case

from declare.casework.precision import Tally
from declare.checks.models import Finding
from declare.law import Dated, Text

WEIGHTS: Mapping[int, int] = {1: 1, 2: 4, 3: 12, 4: 30, 5: 50}
"""What a finding of each severity adds where its rule is always right to ask."""

FULL = 100
"""The sum at which the bar is full."""

CERTAIN = 100
"""The precision of a rule on which nothing has been decided, in percent."""

PRIOR = Dated(
    "score.prior_decisions",
    {"2017-02-08": 10},
    basis=None,
    checked="2026-11-01",
    title=Text("规则准确率的初始分量", "Decisions a rule starts with"),
    unit=Text("件", "decisions"),
)
"""How many decisions a rule's good name at the start is worth: with fewer real ones it prevails."""

Precisions = Mapping[str, int]
"""The precision of rules with decided findings, in percent, by rule."""


class Share(NamedTuple):
    """What one finding adds to the sum: weight × precision = points."""

    rule: str
    title: str
    weight: int
    precision: int
    points: int


def precisions(tallies: Mapping[str, Tally], on: date) -> Precisions:
    """The precision of every rule with decided findings."""
    prior = PRIOR.held(on).value
    return {rule: precision(tally, prior=prior) for rule, tally in tallies.items()}


def precision(tally: Tally, *, prior: int) -> int:
    """The smoothed share of decided findings that were right to be asked about, in whole percent, half up."""
    stood, asked = tally.decided - tally.accepted + prior, tally.decided + prior
    return (200 * stood + asked) // (2 * asked) if asked else CERTAIN


def points(severity: int, percent: int) -> int:
    """What a finding of a severity adds under a rule of that precision: at least one."""
    return max(1, (WEIGHTS[severity] * percent + 50) // 100)


def share(finding: Finding, title: str, known: Precisions) -> Share:
    """What a finding adds, and how that comes about."""
    percent = known.get(finding.rule, CERTAIN)
    return Share(finding.rule, title, WEIGHTS[finding.severity], percent, points(finding.severity, percent))


def weight(known: Precisions) -> ColumnElement[int]:
    """The points of a finding, in the database."""
    usual = _points(CERTAIN)
    lower = {rule: _points(percent) for rule, percent in sorted(known.items()) if percent != CERTAIN}
    return case(lower, value=Finding.rule, else_=usual) if lower else usual


def total(findings: Iterable[tuple[str, int]], known: Precisions) -> int:
    """The sum for some findings, each a rule and a severity."""
    return sum(points(severity, known.get(rule, CERTAIN)) for rule, severity in findings)


def _points(percent: int) -> ColumnElement[int]:
    """The points by severity under one precision."""
    return case({level: points(level, percent) for level in WEIGHTS}, value=Finding.severity, else_=0)
