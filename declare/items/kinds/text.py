"""Lines and paragraphs of plain text."""

import unicodedata
from typing import Annotated

from declare.items.folding import folded
from declare.items.kind import Kind, Names, Wrong
from declare.law import Lang, Text

LINE_LIMIT = 200
PROSE_LIMIT = 4000


class TextKind(Kind[str]):
    """One line of text; said the same when it reads the same after folding of width, brackets and spaces."""

    name = "text"
    empty = ""
    limit = LINE_LIMIT

    def clean(self, typed: str) -> str:
        """The line without control characters, its spaces collapsed."""
        return " ".join(_printable(typed).split())

    def read(self, value: object) -> str:
        """A JSON string as it stands."""
        if not isinstance(value, str):
            raise Wrong(Text("应为文字（JSON 字符串）。", "must be text (a JSON string)."))
        return value

    def check(self, value: str) -> Text | None:
        """Whether the text is too long for its place."""
        if len(value) <= self.limit:
            return None
        return Text("最多填写{limit}字，请精简。", "Use at most {limit} characters.").filled(limit=self.limit)

    def mask(self, value: str) -> str:
        """First and last character of a long value, nothing of a short one."""
        return f"{value[:1]}••••••{value[-1:]}" if len(value) > 5 else "••••••"

    def trace(self, value: str) -> str:
        """The folded text."""
        return folded(value)

    def same(self, one: str, other: str) -> bool:
        """Whether two texts read the same."""
        return one == other or folded(one) == folded(other)


class ProseKind(TextKind):
    """Several lines of text."""

    name = "long_text"
    widget = "textarea"
    limit = PROSE_LIMIT

    def clean(self, typed: str) -> str:
        """The paragraphs, each line without spaces at its ends."""
        return "\n".join(line.strip() for line in _printable(typed).splitlines()).strip()

    def mask(self, value: str) -> str:
        """Nothing of it."""
        return "••••••"


class LinesKind(Kind[tuple[str, ...]]):
    """Several short texts."""

    name = "texts"
    widget = "textarea"
    empty = ()

    def clean(self, typed: str) -> tuple[str, ...]:
        """One text a line."""
        return tuple(line.strip() for line in _printable(typed).splitlines() if line.strip())

    def read(self, value: object) -> tuple[str, ...]:
        """A JSON array of strings."""
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise Wrong(Text("应为文字的数组。", "must be an array of strings."))
        return tuple(value)

    def write(self, value: tuple[str, ...]) -> list[str]:
        """The texts as an array."""
        return list(value)

    def show(self, value: tuple[str, ...], *, lang: Lang, names: Names) -> str:
        """The texts, 、 or comma between."""
        return Text("、", ", ").to(lang).join(value)


def _printable(typed: str) -> str:
    """Text without control and invisible formatting characters, line ends apart."""
    return "".join(mark for mark in typed if mark in "\n\r\t" or unicodedata.category(mark) not in {"Cc", "Cf"})


Line = Annotated[str, TextKind()]
Prose = Annotated[str, ProseKind()]
Lines = Annotated[tuple[str, ...], LinesKind()]
