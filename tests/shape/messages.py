"""The messages of the pages: collected from the code and the templates, compared with the English catalogue.

`python -m tests.shape.messages --update` adds what is new, without a translation, and removes what nobody says any more.
"""

import sys
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from tests.shape.tree import ROOT

ENGLISH = ROOT / "declare/translations/en/LC_MESSAGES/messages.po"
KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "_l": None}

Message = str | tuple[str, ...]


def mappings() -> list[tuple[str, str]]:
    """Which files hold messages, as pyproject.toml says for pybabel too."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return [(entry["pattern"], entry["method"]) for entry in tool["babel"]["mappings"]]


def said() -> dict[Message, str]:
    """Every message that the code or a template says, with the first place that says it."""
    places: dict[Message, str] = {}
    for folder in ("declare", "templates"):
        methods = [
            (pattern.removeprefix(f"{folder}/"), method) for pattern, method in mappings() if pattern.startswith(folder)
        ]
        for name, line, message, _, _ in extract_from_dir(ROOT / folder, methods, keywords=KEYWORDS):
            places.setdefault(message, f"{folder}/{name}:{line}")
    return places


def translated() -> Catalog:
    """The English catalogue as it stands."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def update(path: Path = ENGLISH) -> tuple[int, int]:
    """Brings the catalogue in line with what is said; returns how many messages came and went."""
    catalogue, wanted = translated(), said()
    known = {message.id for message in catalogue if message.id}
    for message in wanted.keys() - known:
        catalogue.add(message)
    for message in known - wanted.keys():
        catalogue.delete(message)
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, width=0)
    return len(wanted.keys() - known), len(known - wanted.keys())


if __name__ == "__main__" and "--update" in sys.argv:
    came, went = update()
    sys.stdout.write(f"新增 {came} 条，删除 {went} 条 · {came} messages added, {went} removed\n")
