"""The source tree as the house rules see it: which files are ours, which functions they hold."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = ("tests/vendor/", "declare/static/vendor/", "node_modules/")
WRITTEN = {
    ".py",
    ".html",
    ".css",
    ".scss",
    ".js",
    ".mjs",
    ".sh",
    ".md",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".j2",
    ".xml",
    ".po",
    "",
}


@cache
def ours() -> tuple[str, ...]:
    """Every file of the project as a path from its top, without what others wrote and what is ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(sorted(name for name in listed if not name.startswith(NOT_OURS) and (ROOT / name).is_file()))


def written(*suffixes: str, under: str = "") -> list[Path]:
    """Our text files with one of these suffixes (all kinds of text when none is named)."""
    wanted = set(suffixes) or WRITTEN
    return [ROOT / name for name in ours() if name.startswith(under) and Path(name).suffix in wanted]


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as its syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def named(path: Path) -> str:
    """A file as a person names it: from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file with the number of its lines, decorators apart."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{named(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1
