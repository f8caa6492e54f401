"""The audit's vocabulary is closed, and what changes the state writes a leaf."""

import ast

import pytest

from declare.audit.vocabulary import Act
from tests.shape.tree import named, parsed, written

APPEND = frozenset({"append", "append_apart", "append_placed"})
LEAVES = APPEND | {"opening", "openings", "witness", "leaf", "leaf_apart"}
WRITES = frozenset({"add", "add_all", "delete", "insert", "update", "merge"})


def called(node):
    """The name of what a call calls, without what it is called on."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def calls(node):
    return [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]


def actions(tree):
    """The action each leaf of a file is written with."""
    for call in calls(tree):
        if called(call) in APPEND:
            yield from ((call.lineno, keyword.value) for keyword in call.keywords if keyword.arg == "action")


def known(value):
    """Whether an action is in the vocabulary; a name handed through is judged where it comes from."""
    if isinstance(value, ast.Constant):
        return value.value in {act.value for act in Act}
    if isinstance(value, ast.Attribute) and getattr(value.value, "id", "") == "Act":
        return value.attr in Act.__members__
    if isinstance(value, ast.IfExp):
        return known(value.body) and known(value.orelse)
    return isinstance(value, ast.Name | ast.Attribute | ast.Subscript)


def test_every_leaf_is_written_with_a_known_action():
    unknown = [
        f"{named(path)}:{line}"
        for path in written(".py", under="declare/")
        for line, value in actions(parsed(path))
        if not known(value)
    ]
    assert unknown == []


def test_every_act_that_is_named_exists():
    acts = {
        f"{named(path)}:{node.lineno} {node.attr}"
        for path in written(".py", under="declare/")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Act" and node.attr.isupper()
        if node.attr not in Act.__members__
    }
    assert acts == set()


def test_an_act_is_a_noun_and_a_verb_and_has_both_labels():
    assert [act.name for act in Act if act.value.count(".") != 1 or not all(act.label)] == []


def reach(name, functions):
    """Everything a function calls, through the functions of its own file."""
    seen, waiting, found = set(), [name], set()
    while waiting:
        current = waiting.pop()
        seen.add(current)
        found |= (names := {called(call) for call in calls(functions[current])})
        waiting += [one for one in names & functions.keys() if one not in seen]
    return found


def services():
    return [
        path for path in written(".py", under="declare/") if path.name == "service.py" or path.parent.name == "service"
    ]


@pytest.mark.parametrize("path", services(), ids=named)
def test_what_a_service_changes_it_writes_down(path):
    functions = {node.name: node for node in parsed(path).body if isinstance(node, ast.FunctionDef)}
    public = {name: reach(name, functions) for name in functions if not name.startswith("_")}
    assert [name for name, found in public.items() if found & WRITES and not found & LEAVES] == []
