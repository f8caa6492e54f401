"""Findings of one rule on some disclosures."""

from declare.items.disclosures import Gift
from declare.items.disclosures.choices import GiftKind, GiftOutcome
from declare.items.registries import Managed
from declare.rules.book import rule_by_id, run
from declare.rules.cases import day, flagged, num, told

FIRM, CODE = "江东永固消防工程有限公司", "91320100MA1MW8Y26X"
LISTED = (Managed(name=FIRM, uscc=CODE),)
OLD, TODAY = day("2019-06-21"), "2026-01-01"


def found(rule, *rows, filed_on="2025-12-31", place="", today=TODAY, managed=(), more=()):
    """The one finding of a rule on some disclosures."""
    scene = flagged(
        "", *(told(row, filed_on=filed_on) for row in rows), *more, managed=managed, place=place, today=today
    )
    (finding,) = run(scene.subject(), [rule_by_id(rule)])
    return finding


def fields(finding):
    return [place.field for place in finding.where]


def keys(finding):
    return [used.key for used in finding.thresholds]


def gift(cls=Gift, **said):
    return cls(**{"value": num("480.00"), "outcome": GiftOutcome.KEPT, "kind": GiftKind.GOODS} | said)
