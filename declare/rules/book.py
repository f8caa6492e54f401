"""The rule book: every rule in order, and how they are run on the facts of one report."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeVar

from declare.items.spec import Entry
from declare.law import Citation, Dated, Text
from declare.rules.assembly import Assembly
from declare.rules.cases import Case
from declare.rules.facts import Facts
from declare.rules.finding import Audience, Finding, Found, Place, Spot, article, plain, threshold
from declare.rules.office import Office
from declare.rules.subject import Subject

GROUPS = ("form", "household", "change", "between", "disclosures", "registry", "deadlines", "conduct")


class Scope(StrEnum):
    """What a rule looks at: one report, one declarant as a whole, or the work that is about nobody's report."""

    REPORT = "report"
    PERSON = "person"
    OFFICE = "office"


REPORT, PERSON, OFFICE = Scope

Seen = Facts | Subject | Office
S = TypeVar("S", Facts, Subject, Office)
Check = Callable[[S], Iterator[Found]]


@dataclass(slots=True)
class Rule:
    """One rule: what the law asks, what it says when that does not hold, and the check."""

    id: str
    title: Text
    severity: tuple[int, ...]
    basis: tuple[Citation, ...]
    audience: Audience
    says: Text
    check: Callable[[Any], Iterator[Found]]
    doc: str
    clause: str | None = None
    thresholds: tuple[Dated[Any], ...] = ()
    reads: tuple[type[Entry], ...] = ()
    scope: Scope = Scope.REPORT
    version: int = 1
    examples: list[Case] = field(default_factory=list)

    def cases(self, *cases: Case) -> None:
        """The examples of the rule: its tests, its explanation on screen, its quiz questions."""
        self.examples.extend(cases)

    def applies(self, seen: Seen) -> bool:
        """Whether there is anything this rule looks at."""
        if self.scope is not scope_of(seen):
            return False
        return not self.reads or not set(records_of(seen)).isdisjoint(self.reads)


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
    scope: Scope = Scope.REPORT,
) -> Callable[[Check[S]], Rule]:
    """Puts a check into the rule book. `reads` names records without any of which there is nothing to check."""

    def enter(check: Check[S]) -> Rule:
        if id in _rules:
            raise ValueError(f"rule {id} is there already")
        severities = severity if isinstance(severity, tuple) else (severity,)
        texts = basis if isinstance(basis, tuple) else (basis,)
        doc = (import_module(check.__module__).__doc__ or "").strip()
        made = Rule(id, title, severities, texts, audience, says, check, doc, clause, thresholds, reads, scope)
        _rules[id] = made
        return made

    return enter


def run(seen: Seen, rules: Iterable[Rule] | None = None) -> list[Finding]:
    """Every finding of the rules on one report, one declarant or the office, in the order of rule and place."""
    asked = (
        _asked(scope_of(seen), records_of(seen)) if rules is None else [rule for rule in rules if rule.applies(seen)]
    )
    found = [_finding(rule, seen, hint) for rule in asked for hint in rule.check(seen)]
    return sorted(found, key=Finding.order) if len(found) > 1 else found


def run_all(assembly: Assembly) -> list[Finding]:
    """Every finding on everything that was put together, in the order of declarant, year, rule and place."""
    found = [one for subject in assembly.subjects() for one in run_subject(subject)]
    return sorted((*found, *run(assembly.office())), key=Finding.order)


def run_subject(subject: Subject) -> Iterator[Finding]:
    """Every finding on one declarant: report by report, then the declarant as a whole."""
    for index in range(len(subject.history)):
        yield from run(Facts.of(subject, index))
    yield from run(subject)


def scope_of(seen: Seen) -> Scope:
    """Which rules look at something like this."""
    if isinstance(seen, Facts):
        return Scope.REPORT
    return Scope.PERSON if isinstance(seen, Subject) else Scope.OFFICE


def records_of(seen: Seen) -> tuple[type[Entry], ...]:
    """The classes of records there are any of."""
    if isinstance(seen, Facts) and seen.extracts:
        return (*seen.told, *seen.extracts)
    return tuple(seen.told)


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
def _asked(scope: Scope, records: tuple[type[Entry], ...]) -> tuple[Rule, ...]:
    """The rules that have something to look at where there are records of these classes."""
    there = set(records)
    rules = (rule for rule in _ordered() if rule.scope is scope)
    return tuple(rule for rule in rules if not rule.reads or not there.isdisjoint(rule.reads))


def _finding(rule: Rule, seen: Seen, hint: Found) -> Finding:
    """What a rule yielded, as the finding a person reads."""
    numbers = {key: plain(value) for key, value in hint.numbers.items()}
    places = [_place(seen, spot) for spot in hint.spots] + [Place(table=key) for key in hint.tables]
    happened = hint.on or seen.day
    basis = hint.basis or rule.basis
    current = [cited for cited in basis if cited.in_force(happened)] or list(basis)
    return Finding(
        rule=rule.id,
        version=rule.version,
        severity=hint.severity or rule.severity[-1],
        declarant=seen.declarant,
        year=hint.year or seen.year or happened.year,
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


def _place(seen: Seen, spot: Spot) -> Place:
    """Where a spot stands."""
    return seen.standing_of(*spot) if isinstance(spot, tuple) else seen.standing_of(spot, None)
