"""How pressing a person's findings are: a sum anybody can add up again."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import ColumnElement, case

from declare.checks.models import Finding

WEIGHTS: Mapping[int, int] = {1: 1, 2: 4, 3: 12, 4: 30, 5: 50}
"""What a finding of each severity adds."""

FULL = 100
"""The sum at which the bar is full."""


class Share(NamedTuple):
    """What one finding adds to the sum."""

    rule: str
    title: str
    weight: int


def weight() -> ColumnElement[int]:
    """The weight of a finding, in the database."""
    return case(WEIGHTS, value=Finding.severity, else_=0)


def total(severities: Iterable[int]) -> int:
    """The sum for some findings."""
    return sum(WEIGHTS[severity] for severity in severities)
