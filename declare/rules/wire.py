"""A finding as outside tools read it: one JSON object a line, Chinese, keys in a fixed order."""

from collections.abc import Iterable
from typing import Any

import msgspec

from declare.rules.finding import Finding, Place


def line(finding: Finding) -> str:
    """One finding as one line of JSON, without the line end."""
    return msgspec.json.encode(as_object(finding)).decode()


def as_object(finding: Finding) -> dict[str, Any]:
    """A finding with exactly the keys of the interchange contract."""
    return {
        "rule": finding.rule,
        "version": finding.version,
        "severity": finding.severity,
        "declarant": finding.declarant,
        "year": finding.year,
        "where": _places(finding.where),
        "title": finding.title.zh,
        "message": finding.message.zh,
        "basis": [
            {"law": cited.law, "article": cited.article, "in_force": cited.in_force.isoformat()}
            for cited in finding.basis
        ],
        "numbers": finding.numbers,
        "thresholds": [
            {"key": used.key, "value": used.value, "from": used.since.isoformat(), "basis": used.basis}
            for used in finding.thresholds
        ],
        "clause": finding.clause,
        "audience": finding.audience.value,
    }


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    """Every place once: several fields of one record are one place."""
    told: list[dict[str, Any]] = []
    for place in map(_where, places):
        if place not in told:
            told.append(place)
    return told


def _where(place: Place) -> dict[str, Any]:
    """A place: table, row and field, the other filing where it is in one; or the id of a record."""
    if place.record is not None:
        return {"record": place.record}
    told: dict[str, Any] = {"table": place.table, "entry": place.entry, "field": place.field}
    shown = {key: value for key, value in told.items() if value is not None}
    if place.declaration is not None:
        other = place.declaration
        shown["declaration"] = {"declarant": other.declarant, "year": other.year, "kind": other.kind}
    return shown
