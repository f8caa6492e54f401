"""What a rule says when something does not fit: where, with which numbers, under which article, to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from declare.items.spec import Record
from declare.law import Citation, Dated, Text

V = TypeVar("V")


class Audience(StrEnum):
    """Who sees a finding: the declarant too (self-check before signing), or reviewers only."""

    DECLARANT = "declarant"
    REVIEWER = "reviewer"


DECLARANT, REVIEWER = Audience

Spot = Record | tuple[Record, str]
"""A record a finding points at, or one field of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: the spots it looked at and the numbers it compared; the engine makes it a Finding."""

    spots: tuple[Spot, ...]
    numbers: Mapping[str, object]
    says: Text | None = None
    severity: int | None = None
    clause: str | None = None
    thresholds: tuple[Dated[Any], ...] = ()
    tables: tuple[str, ...] = ()
    on: date | None = None
    year: int | None = None
    basis: tuple[Citation, ...] = ()


def finding(
    at: Record | None,
    *fields: str,
    also: tuple[Spot, ...] = (),
    tables: tuple[str, ...] = (),
    says: Text | None = None,
    severity: int | None = None,
    clause: str | None = None,
    thresholds: tuple[Dated[Any], ...] = (),
    on: date | None = None,
    year: int | None = None,
    basis: Citation | tuple[Citation, ...] = (),
    steps: tuple[tuple[Text, Decimal], ...] = (),
    **numbers: object,
) -> Found:
    """A finding at one record (None: an absence), at its named fields if any; `tables` points at whole tables.

    `says`, `severity`, `clause` and `basis` override the rule's own; `numbers` fill the sentence and travel with the finding.
    `on` is the day of the event: the articles and thresholds of that day are cited, without it those of the filing day;
    `year` the year it belongs to where that is another. `steps` are the bars of a sum in money (万元), the first to the last.
    """
    cited = basis if isinstance(basis, tuple) else (basis,)
    if steps:
        numbers["steps"] = [{"zh": label.zh, "en": label.en, "value": plain(amount)} for label, amount in steps]
    own: tuple[Spot, ...] = () if at is None else tuple((at, field) for field in fields) or (at,)
    return Found(own + also, numbers, says, severity, clause, thresholds, tables, on, year, cited)


class Filed(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Which other filing a place is in."""

    declarant: str
    year: int
    kind: str


class Place(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One place a finding points at: a table, the row counted from 0, the field; or a disclosure or registry record."""

    table: str | None = None
    entry: int | None = None
    field: str | None = None
    declaration: Filed | None = None
    record: str | None = None

    def order(self) -> tuple[str, int, str, int]:
        """What places are sorted by."""
        other = self.declaration.year if self.declaration else 0
        return (self.table or self.record or "", -1 if self.entry is None else self.entry, self.field or "", other)


class Article(Record, frozen=True, kw_only=True):
    """A citation as a finding carries it."""

    law: str
    article: str
    in_force: date


class Threshold(Record, frozen=True, kw_only=True):
    """A dated number as a finding carries it; `basis` is null for a parameter without legal value."""

    key: str
    value: object
    since: date
    basis: str | None


class Finding(Record, frozen=True, kw_only=True):
    """A hint for a person to look at, never a verdict; both languages are kept, the interchange shows the Chinese."""

    rule: str
    version: int
    severity: int
    declarant: str | None
    year: int
    where: tuple[Place, ...]
    title: Text
    message: Text
    basis: tuple[Article, ...]
    numbers: dict[str, object]
    thresholds: tuple[Threshold, ...]
    clause: str | None
    audience: Audience

    def order(self) -> tuple[str, int, str, tuple[tuple[str, int, str, int], ...]]:
        """What findings are sorted by: declarant, year, rule, place."""
        return (self.declarant or "", self.year, self.rule, tuple(place.order() for place in self.where))


def plain(value: object) -> object:
    """A number of a finding as JSON carries it: decimals, fractions and days as text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Fraction) else value


def article(citation: Citation) -> Article:
    """A citation, ready to travel."""
    return Article(law=citation.instrument.name.zh, article=citation.article, in_force=citation.instrument.since)


def value_on(dated: Dated[V], day: date) -> V:
    """A parameter's value on that day; before its first day the first one, so that a mistyped year stops no check."""
    return dated.held(day).value


def threshold(dated: Dated[Any], day: date) -> Threshold:
    """A threshold as it stood on that day."""
    step = dated.held(day)
    basis = dated.basis.shown().zh if dated.basis else None
    return Threshold(key=dated.key, value=plain(step.value), since=step.since, basis=basis)
