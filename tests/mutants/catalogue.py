"""What is changed: of a rule file the check and what it uses, of the modules that rules share everything."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from declare.rules.book import GROUPS, Rule, all_rules

ROOT = Path(__file__).parents[2]
RULES = ROOT / "declare" / "rules"
ENGINE = frozenset(
    "__init__ around assembly book cases contents facts finding house listing office own_rows parameters standing "
    "subject telling wire".split()
)
"""Modules that run rules or show them; the tests of their own watch them."""

SCENES = "_scenes"


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as it is written."""
    return ast.parse(path.read_text(encoding="utf-8"))


def path_of(module: str) -> Path:
    """Where a module is written."""
    return ROOT / (module.replace(".", "/") + ".py")


def imported(path: Path) -> dict[str, set[str]]:
    """What a module takes from other modules, by module."""
    taken: dict[str, set[str]] = {}
    for node in tree_of(path).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("declare.rules"):
            taken.setdefault(node.module, set()).update(alias.name for alias in node.names)
    return taken


def files_of_rules() -> dict[str, Rule]:
    """Every rule by its module, in the order of the groups and ids."""
    ordered = sorted(all_rules(), key=lambda rule: (rule.id[0], rule.id))
    return {rule.check.__module__: rule for rule in ordered}


def shared() -> Iterator[str]:
    """The modules that rules share: neither the engine nor scenes."""
    for path in sorted(RULES.glob("*.py")):
        if path.stem not in ENGINE and not path.stem.endswith(SCENES):
            yield f"declare.rules.{path.stem}"


def rules_using(module: str) -> list[Rule]:
    """The rules whose files import a module, directly or through others."""
    return [rule for name, rule in files_of_rules().items() if module in _reached(name)]


@cache
def _reached(module: str) -> frozenset[str]:
    """Everything a module imports from the rules, directly or through modules that are not the engine."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        for other in imported(path_of(waiting.pop())):
            direct = path_of(other).exists() and other.rpartition(".")[2] not in ENGINE
            if direct and other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def parts_of(module: str) -> list[ast.stmt]:
    """The functions, methods and constants of a module that are changed."""
    top = {name: node for node in tree_of(path_of(module)).body for name in _named(node)}
    wanted = set(top)
    if module in files_of_rules():
        wanted = _used(top, {files_of_rules()[module].check.__name__} | _lent().get(module, set()))
    return list(dict.fromkeys(node for name, node in top.items() if name in wanted))


@cache
def _lent() -> dict[str, set[str]]:
    """What the modules of the rules take from each other."""
    lent: dict[str, set[str]] = {}
    for path in RULES.rglob("*.py"):
        for module, names in imported(path).items():
            lent.setdefault(module, set()).update(names)
    return lent


def _used(top: dict[str, ast.stmt], names: set[str]) -> set[str]:
    """The names of a module that some of them use, directly or through others."""
    found: set[str] = set()
    waiting = [name for name in names if name in top]
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting.extend((_read(top[name]) & set(top)) - found)
    return found


def _read(part: ast.stmt) -> set[str]:
    """The names a part reads while rules run; what a constant is made with was called before."""
    nodes = [node for one in getattr(part, "body", [part]) for node in ast.walk(one)]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    if isinstance(part, ast.FunctionDef | ast.ClassDef):
        return names
    return names - {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def _named(node: ast.stmt) -> Iterator[str]:
    """What a statement at the top of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        yield node.targets[0].id
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def group_of(rule: Rule) -> str:
    """The letter of a rule's group and its folder."""
    folder = inspect.getmodule(rule.check).__name__.split(".")[2]
    return f"{rule.id[0]} {folder if folder in GROUPS else ''}".strip()
