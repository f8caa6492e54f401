"""How many planted faults the rules find, and how many findings nobody planted: recall and precision, rule by rule."""

from collections import defaultdict
from dataclasses import dataclass, field

from declare.demo.population.answers import Answer
from declare.demo.population.streaming import Population
from declare.interchange.corpus import Located, as_seen
from declare.rules.assembly import Assembly
from declare.rules.book import run_all
from declare.rules.finding import Finding

SEED = 20260101
YEAR = 2025
LEAST = 0.95


@dataclass(slots=True)
class Measured:
    """One rule: who carries its fault, of whom it was found, the findings on others, and those on no carrier of anything."""

    carriers: dict[str, Answer] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)
    elsewhere: list[tuple[str, Finding]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Which part of the planted faults was found."""
        return len(self.found) / len(self.carriers) if self.carriers else 1.0

    @property
    def precision(self) -> float:
        """Which part of those with a finding carry the fault."""
        others = {who for who, _ in self.elsewhere}
        return len(self.found) / (len(self.found) + len(others)) if self.found or others else 1.0

    @property
    def good(self) -> bool:
        """Whether both are high enough."""
        return self.recall >= LEAST and self.precision >= LEAST

    def missed(self) -> list[Answer]:
        """The planted faults nobody found."""
        return [answer for who, answer in self.carriers.items() if who not in self.found]


@dataclass(slots=True)
class Detection:
    """All rules, and the findings on declarants in whom nothing is wrong, with what they carry that comes close."""

    rules: dict[str, Measured]
    honest: list[tuple[str, Finding, str]]


def detect(people: int, *, seed: int = SEED) -> Detection:
    """Generates a population with faults, runs every rule, and compares with the answer key."""
    made = Population(people, YEAR, seed, faults=True)
    assembly, answers, refs = Assembly(today=made.world.today), [], {}
    for number, (file, record) in enumerate(made.records()):
        if isinstance(record, Answer):
            answers.append(record)
        else:
            refs[f"{file}:{number}"] = record.ref
            assembly.add(as_seen(Located(file, number, record)))
    return compare(answers, run_all(assembly), refs)


def compare(answers: list[Answer], found: list[Finding], refs: dict[str, str]) -> Detection:
    """The findings beside the answer key."""
    rules: dict[str, Measured] = defaultdict(Measured)
    expected: dict[str, set[str]] = defaultdict(set)
    near = {_who(answer): f"{answer.rule}: {answer.variant}" for answer in answers if answer.honest}
    for answer in (one for one in answers if not one.honest):
        rules[answer.rule].carriers[_who(answer)] = answer
        expected[_who(answer)] |= {answer.rule, *answer.also}
    honest = []
    for one in found:
        who = _about(one, refs)
        if one.rule not in expected[who]:
            rules[one.rule].elsewhere.append((who, one))
            if not expected[who]:
                honest.append((who, one, near.get(who, "")))
        elif who in rules[one.rule].carriers:
            rules[one.rule].found.add(who)
    return Detection(dict(sorted(rules.items())), honest)


def _who(answer: Answer) -> str:
    """Whom or what an answer is about."""
    return answer.declarant or answer.ref


def _about(one: Finding, refs: dict[str, str]) -> str:
    """Whom or what a finding is about: a declarant, a register, or the record it points at."""
    if one.declarant:
        return one.declarant
    if source := one.numbers.get("source"):
        return f"registry {source}"
    return next((refs.get(place.record or "", "") for place in one.where), "")
