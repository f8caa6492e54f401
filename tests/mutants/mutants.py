"""Makes the changes of one module, one after the other, and keeps those that nothing noticed."""

import ast
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from declare.rules.book import Rule
from tests.mutants.catalogue import files_of_rules, group_of, parts_of, rules_using
from tests.mutants.changes import changes, written
from tests.mutants.equivalent import Known
from tests.mutants.judging import Question, noticed, questions
from tests.mutants.planting import Impossible, planted


class Mutant(NamedTuple):
    """One change as it is read: where it is made, the clause as it was and as it becomes."""

    file: str
    line: int
    part: str
    was: str
    now: str


@dataclass(slots=True)
class Score:
    """How the changes of one module fared; those known to make no difference are counted apart."""

    name: str
    group: str
    made: int = 0
    killed: int = 0
    equivalent: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Counts the changes of another module in."""
        self.made += other.made
        self.killed += other.killed
        self.equivalent += other.equivalent

    @property
    def share(self) -> float:
        """The part of the changes that was noticed, 1 where there was nothing to change."""
        return self.killed / self.made if self.made else 1.0


def judged(module: str, *, every: int = 1, known: Known) -> Score:
    """The score of a rule file or a shared module; of its changes about one in `every` is made."""
    rule = files_of_rules().get(module)
    if rule:
        score, rules = Score(rule.id, group_of(rule)), [rule]
    else:
        score, rules = Score(module.rpartition(".")[2], "共用 shared"), rules_using(module)
    return tally(score, import_module(module), parts_of(module), rules, every=every, known=known)


def tally(
    score: Score, module: ModuleType, parts: Sequence[ast.stmt], rules: Sequence[Rule], *, every: int, known: Known
) -> Score:
    """Makes every change of the parts of a module that is not known to make no difference, and counts."""
    asked = questions(rules)
    if noticed(asked):
        raise ValueError(f"{module.__name__}: a case disagrees before anything is changed")
    for mutant, survives in _made(module, parts, asked, every=every):
        if known.holds(mutant):
            score.equivalent += 1
            continue
        score.made += 1
        if survives():
            score.survivors.append(mutant)
    score.killed = score.made - len(score.survivors)
    return score


def _made(
    module: ModuleType, parts: Sequence[ast.stmt], asked: list[Question], *, every: int
) -> Iterator[tuple[Mutant, Callable[[], bool]]]:
    """Every change of the sample, and what tells whether it survives as long as it is made."""
    seen: set[tuple[str, ...]] = set()
    for part, inside in _with_methods(parts):
        for change in changes(part):
            was = written(change.clause)
            change.make()
            now = "pass" if change.gone else written(change.clause)
            mutant = Mutant(_file(module), change.line, _name(part), was, now)
            if mutant[2:] not in seen and _chosen(mutant, every):
                seen.add(mutant[2:])
                yield mutant, partial(_survives, module, parts, part, inside, asked)
            change.unmake()


def mutants_of(module: str) -> list[Mutant]:
    """Every change of a module, none of them tried."""
    return [mutant for mutant, _ in _made(import_module(module), parts_of(module), [], every=1)]


def _survives(
    module: ModuleType, parts: Sequence[ast.stmt], part: ast.stmt, inside: ast.ClassDef | None, asked: list[Question]
) -> bool:
    """Whether nothing notices a change."""
    try:
        with planted(module, parts, part, inside):
            return not noticed(asked)
    except Impossible:
        return False


def _with_methods(parts: Sequence[ast.stmt]) -> Iterator[tuple[ast.stmt, ast.ClassDef | None]]:
    """Functions and constants, and the methods of classes."""
    for part in parts:
        if isinstance(part, ast.ClassDef):
            yield from ((one, part) for one in part.body if isinstance(one, ast.FunctionDef))
        elif isinstance(part, ast.FunctionDef | ast.Assign | ast.AnnAssign):
            yield part, None


def _file(module: ModuleType) -> str:
    """Where a module is written, from the top of the tree."""
    return f"{module.__name__.replace('.', '/')}.py"


def _name(part: ast.stmt) -> str:
    """What a part is called."""
    if isinstance(part, ast.FunctionDef):
        return part.name
    return ast.unparse(part.targets[0] if isinstance(part, ast.Assign) else part.target)  # type: ignore[attr-defined]


def _chosen(mutant: Mutant, every: int) -> bool:
    """Whether a change belongs to the sample: always the same ones while the code stands."""
    return every == 1 or zlib.crc32("".join(mutant[2:]).encode()) % every == 0
