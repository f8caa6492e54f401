"""The rule book as data: every rule with its articles, thresholds and examples."""

from typing import Any

from declare.law import Citation, Dated
from declare.rules.book import Rule
from declare.rules.finding import article, plain


def listed(rule: Rule) -> dict[str, Any]:
    """A rule with exactly the keys of the interchange contract; of several severities, the highest."""
    return {
        "id": rule.id,
        "title": {"zh": rule.title.zh, "en": rule.title.en},
        "severity": max(rule.severity),
        "basis": [_basis(cited) for cited in rule.basis],
        "thresholds": [step for dated in rule.thresholds for step in _steps(dated)],
        "audience": rule.audience.value,
        "cases": [{"name": case.name, "flags": case.flags} for case in rule.examples],
    }


def _basis(cited: Citation) -> dict[str, Any]:
    """An article as it travels."""
    found = article(cited)
    return {"law": found.law, "article": found.article, "in_force": found.in_force.isoformat()}


def _steps(dated: Dated[Any]) -> list[dict[str, Any]]:
    """Every value a threshold ever had."""
    basis = dated.basis.shown().zh if dated.basis else None
    return [
        {"key": dated.key, "value": plain(step.value), "from": step.since.isoformat(), "basis": basis}
        for step in dated.steps
    ]
