"""The rule book: every rule in order, and how they are run on the facts of one report."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any

from declare.items.spec import Entry
from declare.law import Citation, Dated, Text
from declare.rules.cases import Case
from declare.rules.facts import Facts
from declare.rules.finding import Audience, Finding, Found, Place, Spot, article, plain, threshold

GROUPS = ("form", "household")

Check = Callable[[Facts], Iterator[Found]]


@dataclass(slots=True)
class Rule:
    """One rule: what the law asks, what it says when that does not hold, and the check."""

    id: str
    title: Text
    severity: tuple[int, ...]
    basis: tuple[Citation, ...]
    audience: Audience
    says: Text
    check: Check
    doc: str
    clause: str | None = None
    thresholds: tuple[Dated[Any], ...] = ()
    reads: tuple[type[Entry], ...] = ()
    version: int = 1
    examples: list[Case] = field(default_factory=list)

    def cases(self, *cases: Case) -> None:
        """The examples of the rule: its tests, its explanation on screen, its quiz questions."""
        self.examples.extend(cases)

    def applies(self, facts: Facts) -> bool:
        """Whether the report says anything this rule looks at."""
        return not self.reads or not facts.told.keys().isdisjoint(self.reads)


_rules: dict[str, Rule] = {}


def rule(
    id: str,
    title: Text,
    *,
    severity: int | tuple[int, ...],
    basis: Citation | tuple[Citation, ...],
    audience: Audience,
    says: Text,
    clause: str | None = None,
    thresholds: tuple[Dated[Any], ...] = (),
    reads: tuple[type[Entry], ...] = (),
) -> Callable[[Check], Rule]:
    """Puts a check into the rule book. `reads` names tables without whose rows there is nothing to check."""

    def enter(check: Check) -> Rule:
        if id in _rules:
            raise ValueError(f"rule {id} is there already")
        severities = severity if isinstance(severity, tuple) else (severity,)
        texts = basis if isinstance(basis, tuple) else (basis,)
        doc = (import_module(check.__module__).__doc__ or "").strip()
        made = Rule(id, title, severities, texts, audience, says, check, doc, clause, thresholds, reads)
        _rules[id] = made
        return made

    return enter


def run(facts: Facts, rules: Iterable[Rule] | None = None) -> list[Finding]:
    """Every finding of the rules on one report, in the order of rule and place."""
    asked = _asked(tuple(facts.told)) if rules is None else [rule for rule in rules if rule.applies(facts)]
    found = [_finding(rule, facts, hint) for rule in asked for hint in rule.check(facts)]
    return sorted(found, key=Finding.order) if len(found) > 1 else found


def all_rules() -> tuple[Rule, ...]:
    """Every rule in the order of the ids."""
    return _ordered()


def rule_by_id(id: str) -> Rule:
    """The rule of that id; KeyError where there is none."""
    _ordered()
    return _rules[id]


_order: list[Rule] = []


def _ordered() -> tuple[Rule, ...]:
    """The rules of all groups, read once."""
    if not _order:
        for group in GROUPS:
            package = import_module(f"declare.rules.{group}")
            for module in pkgutil.iter_modules(package.__path__):
                import_module(f"{package.__name__}.{module.name}")
        _order.extend(_rules[id] for id in sorted(_rules))
    return tuple(_order)


@lru_cache(maxsize=4096)
def _asked(told: tuple[type[Entry], ...]) -> tuple[Rule, ...]:
    """The rules that have something to look at where these tables have entries."""
    return tuple(rule for rule in _ordered() if not rule.reads or not set(rule.reads).isdisjoint(told))


def _finding(rule: Rule, facts: Facts, hint: Found) -> Finding:
    """What a rule yielded, as the finding a person reads."""
    numbers = {key: plain(value) for key, value in hint.numbers.items()}
    places = [_place(facts, spot) for spot in hint.spots] + [Place(table=key) for key in hint.tables]
    happened = hint.on or facts.filed_on
    current = [cited for cited in rule.basis if cited.in_force(happened)] or list(rule.basis)
    return Finding(
        rule=rule.id,
        version=rule.version,
        severity=hint.severity or rule.severity[-1],
        declarant=facts.filing.declarant,
        year=facts.year,
        where=tuple(places),
        title=rule.title,
        message=(hint.says or rule.says).filled(**(_ordinal(places) | numbers)),
        basis=tuple(article(cited) for cited in current),
        numbers=numbers,
        thresholds=tuple(threshold(dated, happened) for dated in hint.thresholds),
        clause=hint.clause or rule.clause,
        audience=rule.audience,
    )


def _ordinal(places: list[Place]) -> dict[str, int]:
    """`{row}` of a sentence: the first place's row, counted from 1 as people count."""
    entry = places[0].entry if places else None
    return {} if entry is None else {"row": entry + 1}


def _place(facts: Facts, spot: Spot) -> Place:
    """Where a spot stands."""
    return facts.place(*spot) if isinstance(spot, tuple) else facts.place(spot, None)
