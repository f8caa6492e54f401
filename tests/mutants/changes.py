"""Small changes to a piece of code: one comparison, one constant, one guard at a time."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
UNTOUCHED = frozenset({"Text", "TypeVar", "lru_cache", "article", "clause", "whole"})
"""Calls that make texts, citations and types, which no case judges."""

BESIDE = frozenset({"basis", "checked", "title", "unit", "thresholds", "clause", "says", "key", "strict"})
"""Arguments that say where a number stands and how it reads."""

COLLECTING = frozenset({"frozenset", "set", "tuple", "isinstance", "startswith", "endswith"})
"""Calls whose literal is a list of words or kinds."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the line, the clause it is made in, how it is made and unmade, and whether the clause is gone by it."""

    line: int
    clause: ast.AST
    make: Callable[[], None]
    unmake: Callable[[], None]
    gone: bool = False


def changes(tree: ast.stmt) -> Iterator[Change]:
    """Every change of a function or of a constant, each of which is to be made and unmade before the next one."""
    words = not isinstance(tree, ast.FunctionDef)
    if isinstance(tree, ast.FunctionDef):
        yield _set(tree, tree, "body", _nothing(tree))
    for node, parent, clause in _walk(_body(tree), tree, tree):
        yield from _of(node, parent, clause)
        if words and isinstance(node, ast.Tuple | ast.Set | ast.Dict):
            yield from _shorter(node, clause)


def written(clause: ast.AST) -> str:
    """A clause on one line: a simple statement whole, of a compound one what stands before the colon."""
    if isinstance(clause, ast.FunctionDef):
        empty = isinstance(clause.body[0], ast.Return) and clause.body[0].value is None
        return f"def {clause.name}: return" if empty else f"def {clause.name}"
    if isinstance(clause, ast.stmt) and hasattr(clause, "body"):
        kept, clause.body = clause.body, [ast.Pass()]
        text = ast.unparse(clause).split(":\n")[0]
        clause.body = kept
        return text
    return " ".join(ast.unparse(clause).split())


def _body(tree: ast.stmt) -> list[ast.AST]:
    """What is changed of a definition: not its decorators, its signature or its docstring."""
    if isinstance(tree, ast.FunctionDef):
        return list(tree.body[1:] if ast.get_docstring(tree) else tree.body)
    value = getattr(tree, "value", None)
    return [] if value is None or isinstance(value, ast.Subscript) else [value]


def _walk(nodes: list[ast.AST], parent: ast.AST, clause: ast.AST) -> Iterator[tuple[ast.AST, ast.AST, ast.AST]]:
    """Every node below, with the one above it and the statement it stands in."""
    for node in nodes:
        if isinstance(node, ast.Call) and called(node) in UNTOUCHED:
            continue
        if isinstance(node, ast.keyword) and node.arg in BESIDE:
            continue
        within = node if isinstance(node, ast.stmt) else clause
        yield node, parent, within
        below = [one for one in ast.iter_child_nodes(node) if not _annotates(one, node)]
        yield from _walk([*below], node, within)


def _annotates(node: ast.AST, parent: ast.AST) -> bool:
    """Whether a node is only read by the type checker, or is changed with the amount or day it makes."""
    if isinstance(parent, ast.AnnAssign | ast.arg):
        return node is parent.annotation
    if isinstance(parent, ast.Call) and called(parent) in {"Decimal", "date", "num", "day", "quantize"}:
        return node is not parent.func
    return isinstance(parent, ast.FunctionDef) and (node is parent.returns or node in parent.decorator_list)


def called(node: ast.Call) -> str:
    """The name of what is called."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _of(node: ast.AST, parent: ast.AST, clause: ast.AST) -> Iterator[Change]:
    """The changes of one node."""
    match node:
        case ast.Compare():
            yield from _compared(node, clause)
        case ast.BoolOp() | ast.BinOp() if type(node.op) in OPERATORS:
            yield _set(clause, node, "op", OPERATORS[type(node.op)]())
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            yield _replaced(clause, parent, node, inner)
        case ast.IfExp():
            yield _set(clause, node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Constant():
            yield from (_set(clause, node, "value", value) for value in _near(node.value))
        case ast.If() if not node.orelse and isinstance(node.body[-1], ast.Continue | ast.Return | ast.Break):
            yield replace(_replaced(clause, parent, node, ast.copy_location(ast.Pass(), node)), gone=True)
        case ast.Call():
            yield from _in_call(node, parent, clause)


def _compared(node: ast.Compare, clause: ast.AST) -> Iterator[Change]:
    """Other comparisons, and lists of words with one left out."""
    for at, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            yield _set(clause, node, "ops", [*node.ops[:at], other(), *node.ops[at + 1 :]])
        if isinstance(operator, ast.In | ast.NotIn):
            yield from _shorter(node.comparators[at], clause)


def _in_call(node: ast.Call, parent: ast.AST, clause: ast.AST) -> Iterator[Change]:
    """Near amounts and days, lists with a word left out, findings that point or weigh otherwise."""
    name = called(node)
    if name in {"Decimal", "date", "num", "day"} and all(isinstance(one, ast.Constant) for one in node.args):
        yield from (_set(clause, node, "args", args) for args in _beside(name, [one.value for one in node.args]))
    if name in COLLECTING:
        for argument in node.args:
            yield from _shorter(argument, clause)
    if name == "finding":
        yield from _pointing(node, clause)


def _pointing(node: ast.Call, clause: ast.AST) -> Iterator[Change]:
    """A finding without one of its fields, without its other places, of another severity."""
    for at, argument in enumerate(node.args[1:], start=1):
        if not isinstance(argument, ast.Starred):
            yield _set(clause, node, "args", node.args[:at] + node.args[at + 1 :])
    for at, keyword in enumerate(node.keywords):
        if keyword.arg in {"also", "tables", "severity", "on", "year"}:
            yield _set(clause, node, "keywords", node.keywords[:at] + node.keywords[at + 1 :])


def _shorter(node: ast.AST, clause: ast.AST) -> Iterator[Change]:
    """A list with one element left out."""
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        for at in range(len(node.keys)):
            yield _set(
                clause,
                node,
                "keys",
                node.keys[:at] + node.keys[at + 1 :],
                "values",
                node.values[:at] + node.values[at + 1 :],
            )
    if isinstance(node, ast.Tuple | ast.Set | ast.List) and len(node.elts) > 1:
        cited = any(isinstance(one, ast.Call) and called(one) in UNTOUCHED for one in node.elts)
        for at in () if cited else range(len(node.elts)):
            yield _set(clause, node, "elts", node.elts[:at] + node.elts[at + 1 :])


def _near(value: object) -> tuple[Any, ...]:
    """The values beside a constant; none for a word."""
    if isinstance(value, bool):
        return (not value,)
    return (value + 1, value - 1) if isinstance(value, int) else ()


def _beside(name: str, values: list[Any]) -> Iterator[list[ast.expr]]:
    """The arguments of the next amount or day on either side."""
    if name in {"Decimal", "num"}:
        amount = Decimal(*values)
        step = Decimal(1).scaleb(int(amount.as_tuple().exponent))
        yield from ([ast.Constant(str(near))] for near in (amount + step, amount - step))
    elif name == "date" and len(values) == len(("year", "month", "day")):
        for days in (-1, 1):
            near = date(*values) + timedelta(days)
            yield [ast.Constant(part) for part in (near.year, near.month, near.day)]


def _nothing(tree: ast.FunctionDef) -> list[ast.stmt]:
    """The body of a function that answers nothing; one that yields still does not yield."""
    empty: list[ast.stmt] = [ast.Return(None)]
    if any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(tree)):
        empty.append(ast.Expr(ast.Yield(None)))
    return [ast.fix_missing_locations(ast.copy_location(one, tree)) for one in empty]


def _replaced(clause: ast.AST, parent: ast.AST, node: ast.AST, other: ast.AST) -> Change:
    """Another node in the place of one."""
    for name, value in ast.iter_fields(parent):
        if value is node:
            return _set(clause, parent, name, other)
        if isinstance(value, list) and any(one is node for one in value):
            return _set(clause, parent, name, [other if one is node else one for one in value])
    raise LookupError(ast.dump(node))


def _set(clause: ast.AST, node: ast.AST, name: str, value: Any, *more: Any) -> Change:
    """A change of one field of a node, or of two."""
    fields = {name: value, **dict(zip(more[::2], more[1::2], strict=True))}
    before = {field: getattr(node, field) for field in fields}

    def put(values: dict[str, Any]) -> None:
        for field, one in values.items():
            setattr(node, field, one)

    line = getattr(node, "lineno", getattr(clause, "lineno", 0))
    return Change(line, clause, lambda: put(fields), lambda: put(before))
