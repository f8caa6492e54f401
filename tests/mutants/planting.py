"""Puts a changed function or constant in the place of the one that stands, for the length of a block."""

import ast
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from declare.law import Dated
from declare.law.dated import _Enacted, _set
from declare.rules.book import Rule
from tests.mutants.catalogue import imported


class Impossible(Exception):
    """A change with which the module could not be read."""


@contextmanager
def planted(module: ModuleType, parts: list[ast.stmt], part: ast.stmt, inside: ast.ClassDef | None) -> Iterator[None]:
    """Within it the module does what the changed part says."""
    with ExitStack() as stack:
        stack.enter_context(_set(_Enacted({})))  # what is worked out once a day is worked out anew
        if isinstance(part, ast.FunctionDef):
            stack.enter_context(_function(module, part, inside))
        else:
            stack.enter_context(_constant(module, part))
            for later in parts[parts.index(part) + 1 :]:
                if isinstance(later, ast.Assign | ast.AnnAssign) and _reads(later, part):
                    stack.enter_context(_constant(module, later))
        forget(module)
        yield
    forget(module)


@contextmanager
def _function(module: ModuleType, part: ast.FunctionDef, inside: ast.ClassDef | None) -> Iterator[None]:
    """The function itself keeps its place everywhere it was imported to: only its code is another."""
    function = _standing(getattr(module, inside.name) if inside else module, part.name)
    before = function.__code__
    function.__code__ = code_of(part, inside)
    try:
        yield
    finally:
        function.__code__ = before


def _standing(owner: Any, name: str) -> FunctionType:
    """The function behind a name, whatever wraps it."""
    found: Any = vars(owner)[name]
    for _ in range(5):
        if isinstance(found, FunctionType) and not hasattr(found, "__wrapped__"):
            return found
        found = _within(found)
    raise LookupError(name)


def _within(found: Any) -> Any:
    """What a wrapper wraps."""
    if isinstance(found, Rule):
        return found.check
    if isinstance(found, property):
        return found.fget
    if isinstance(found, cached_property):
        return found.func
    return found.__wrapped__ if hasattr(found, "__wrapped__") else found.__func__


def code_of(part: ast.FunctionDef, inside: ast.ClassDef | None) -> CodeType:
    """The code of a function, or of a method in its class."""
    top: ast.stmt = _bare(part, decorator_list=[], returns=None)
    if inside:
        top = _bare(inside, body=[top], decorator_list=[], bases=[], keywords=[])
    code = compile(ast.fix_missing_locations(ast.Module([top], [])), "<mutant>", "exec")
    return _code(_code(code, inside.name), part.name) if inside else _code(code, part.name)


def _bare(node: ast.stmt, **fields: Any) -> ast.stmt:
    """A definition with other fields; the one that was read stays as it is."""
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _code(within: CodeType, name: str) -> CodeType:
    """The code of a definition in that of what it stands in."""
    return next(one for one in within.co_consts if isinstance(one, CodeType) and one.co_name == name)


@contextmanager
def _constant(module: ModuleType, part: ast.Assign | ast.AnnAssign) -> Iterator[None]:
    """A constant is another in every module that took it; a threshold stays the same and has other steps."""
    target = part.targets[0] if isinstance(part, ast.Assign) else part.target
    assert isinstance(target, ast.Name)
    assert part.value is not None
    new = _value(part.value, module)
    old = vars(module)[target.id]
    if isinstance(old, Dated):
        steps, old.steps = old.steps, new.steps
        yield
        old.steps = steps
        return
    holders = _holders(module, target.id)
    for holder in holders:
        setattr(holder, target.id, new)
    try:
        yield
    finally:
        for holder in holders:
            setattr(holder, target.id, old)


def _value(expression: ast.expr, module: ModuleType) -> Any:
    """What an expression comes to in a module; Impossible where the module could not even be read with it."""
    code = compile(ast.fix_missing_locations(ast.Expression(expression)), "<mutant>", "eval")
    try:
        return eval(code, vars(module))
    except Exception as error:
        raise Impossible from error


def _holders(module: ModuleType, name: str) -> list[ModuleType]:
    """The modules of the rules in which a constant of a module is known."""
    lists = [
        one for title, one in sorted(sys.modules.items()) if title.startswith("declare.rules.") and one is not module
    ]
    return [
        module,
        *(one for one in lists if vars(one).get(name, lists) is vars(module)[name] and _takes(one, module, name)),
    ]


def _takes(other: ModuleType, module: ModuleType, name: str) -> bool:
    """Whether a module imports a constant from another."""
    return name in imported(Path(other.__file__ or "")).get(module.__name__, ())


def _reads(later: ast.stmt, part: ast.stmt) -> bool:
    """Whether a later constant is made of an earlier one."""
    targets = part.targets if isinstance(part, ast.Assign) else [part.target]  # type: ignore[attr-defined]
    names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(later.value))  # type: ignore[attr-defined]


def forget(module: ModuleType) -> None:
    """Empties what functions of the rules remember."""
    for found in vars(module).values():
        if hasattr(found, "cache_clear"):
            found.cache_clear()
