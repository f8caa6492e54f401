"""Every route names who may, the public list is short, a view is short, and one place commits."""

import ast

import pytest

from tests.shape.tree import named, parsed, written

PUBLIC = frozenset(
    {"static", "web.home", "web.live", "web.ready", "web.language", "accounts.sign_in", "accounts.sign_out"}
    | {"entry.second", "entry.options", "entry.passkey"}  # the second step of signing in
)
LONGEST_VIEW = 10
VERBS = frozenset({"get", "post", "route", "put", "delete", "patch"})
COMMITS = frozenset(
    {
        "declare/web/commit.py",
        "declare/vault/rotation.py",  # rewraps in batches, each durable for itself, so that it can be resumed
        "declare/vault/commands.py",  # lies below the web layer and cannot know its transaction
    }
)


def views():
    """Every function that answers a route, as it stands in the source."""
    for path in written(".py", under="declare/"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef) and any(routed(mark) for mark in node.decorator_list):
                yield path, node


def routed(mark):
    return (
        isinstance(mark, ast.Call)
        and isinstance(mark.func, ast.Attribute)
        and mark.func.attr in VERBS
        and "bp" in ast.unparse(mark.func)
    )


def length(node):
    """The lines of a view, its sentence apart."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def endpoints(house):
    return {rule.endpoint: house.view_functions[rule.endpoint] for rule in house.url_map.iter_rules()}


def test_every_route_says_who_may(house):
    silent = {
        name
        for name, view in endpoints(house).items()
        if not (getattr(view, "may", None) or getattr(view, "public", False))
    }
    assert silent - {"static"} == set()


def test_no_public_route_is_new(house):
    public = {name for name, view in endpoints(house).items() if getattr(view, "public", False)}
    assert public <= PUBLIC


def test_a_view_is_short():
    long = {f"{named(path)}:{node.lineno} {node.name}": length(node) for path, node in views()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_VIEW} == {}


def test_only_one_place_commits():
    commits = {
        named(path)
        for path in written(".py", under="declare/")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    }
    assert commits <= COMMITS


@pytest.mark.parametrize("word", ["style", "script"])
def test_no_view_writes_html(word):
    hits = [named(path) for path in written(".py", under="declare/") if f"<{word}" in path.read_text(encoding="utf-8")]
    assert hits == []
