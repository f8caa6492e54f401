"""The tree holds what it should and nothing else: no drawers, no leftovers, no traces of one machine."""

import ast
import re

from tests.shape.tree import ROOT, named, ours, parsed, written

TOP = frozenset(
    ".ci .gitignore CHANGELOG.md Makefile README.md declare docs migrations package-lock.json package.json pyproject.toml "
    "requirements-dev.txt requirements.txt templates tests wsgi.py".split()
)
DRAWERS = frozenset("utils util helpers helper common manager managers base misc".split())
LEFTOVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
ONE_MACHINE = re.compile(r"(?<![\w.:/-])/(work|tmp|root|home|Users)/|\.\./sha" r"red\b")
MADE_BY = re.compile(r"\b(clau" r"de|anthro" r"pic|open" r"ai|chat" r"gpt|copi" r"lot)\b|\bissue #?\d+", re.IGNORECASE)
GENERATED = frozenset({"requirements.txt", "requirements-dev.txt"})


def lines_with(pattern):
    """Where a pattern stands in our text files, this file apart."""
    for path in written():
        if named(path) in GENERATED or path == ROOT / "tests/shape/test_tree.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{named(path)}:{number} {line.strip()[:80]}"


def test_the_top_level_holds_only_what_belongs_there():
    assert {name.split("/")[0] for name in ours()} <= TOP


def test_there_are_no_drawers():
    parts = {name: set(re.split(r"[/.]", name)) for name in ours()}
    assert {name for name, words in parts.items() if words & DRAWERS} == set()


def test_nothing_is_left_for_later():
    assert list(lines_with(LEFTOVER)) == []


def test_no_file_knows_one_machine():
    assert list(lines_with(ONE_MACHINE)) == []


def test_no_file_says_how_it_was_made():
    assert list(lines_with(MADE_BY)) == []


def test_every_module_says_what_it_is():
    assert [named(path) for path in written(".py", under="declare/") if not ast.get_docstring(parsed(path))] == []


def test_every_test_module_says_what_it_is():
    modules = [path for path in written(".py", under="tests/") if path.name != "__init__.py"]
    assert [named(path) for path in modules if not ast.get_docstring(parsed(path))] == []
