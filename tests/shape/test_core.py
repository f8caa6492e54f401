"""The core reads no clock, no chance, no environment: the same filing gives the same findings for ever."""

import ast

import pytest

from tests.shape.tree import named, parsed, written

CORE = ("declare/law/", "declare/items/", "declare/rules/")
MODULES = frozenset(
    "asyncio getpass glob http locale logging multiprocessing os platform random secrets shutil signal socket sqlite3 ssl "
    "subprocess sys tempfile threading time urllib uuid".split()
)
CALLS = frozenset({"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "getenv", "urandom", "system"})
BUILTINS = frozenset({"open", "print", "input", "eval", "exec", "compile", "__import__"})


def core_files():
    return [path for folder in CORE for path in written(".py", under=folder)]


def reached(node):
    """What a piece of code reaches outside itself, or None."""
    if isinstance(node, ast.Import):
        return next((alias.name for alias in node.names if alias.name.split(".")[0] in MODULES), None)
    if isinstance(node, ast.ImportFrom):
        return node.module if (node.module or "").split(".")[0] in MODULES else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr if node.func.attr in CALLS else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id if node.func.id in BUILTINS else None
    return None


def test_the_core_reaches_nothing_outside_itself():
    hits = [
        f"{named(path)}:{node.lineno} {what}"
        for path in core_files()
        for node in ast.walk(parsed(path))
        if (what := reached(node))
    ]
    assert core_files()
    assert not hits


@pytest.mark.parametrize(
    "line",
    ["import os", "from time import time", "import urllib.request", "datetime.now(UTC)", "date.today()", "open('x')"],
)
def test_the_scan_sees_what_it_is_for(line):
    assert any(reached(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["from datetime import date", "import re", "answer.opened()", "text.replace('a', 'b')"]
)
def test_the_scan_lets_plain_code_pass(line):
    assert not any(reached(node) for node in ast.walk(ast.parse(line)))
