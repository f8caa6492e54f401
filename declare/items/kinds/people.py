"""Members of the family a field points at, by their keys."""

import re
from typing import Annotated

from declare.items.kind import Kind, Names, Pseudonym, Wrong
from declare.items.vocabulary import PSEUDONYM, Redaction
from declare.law import Lang, Text

SELF = "self"
SELF_NAME = Text("本人", "The declarant")
SEPARATORS = re.compile(r"[\s,，、;；]+")


def name_of(key: str, *, lang: Lang, names: Names) -> str:
    """The name behind a family key; the key itself where nobody is behind it."""
    return names.get(key) or (SELF_NAME.to(lang) if key == SELF else key)


class PersonKind(Kind[str]):
    """The declarant (`self`) or one member of the family, by key."""

    name = "person"
    widget = "person"
    empty = ""

    def clean(self, typed: str) -> str:
        """The key chosen in the form."""
        return typed.strip()

    def read(self, value: object) -> str:
        """A JSON string: a family key or `self`."""
        if not isinstance(value, str):
            raise Wrong(Text("应为家庭成员编号或 self。", "must be a family key or self."))
        return value

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """The member's name."""
        return name_of(value, lang=lang, names=names)


class PeopleKind(Kind[tuple[str, ...]]):
    """Several members of the family, by key."""

    name = "people"
    widget = "people"
    empty = ()

    def clean(self, typed: str) -> tuple[str, ...]:
        """The keys chosen in the form, each once."""
        return tuple(dict.fromkeys(key for key in SEPARATORS.split(typed) if key))

    def read(self, value: object) -> tuple[str, ...]:
        """A JSON array of family keys."""
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise Wrong(Text("应为家庭成员编号的数组。", "must be an array of family keys."))
        return tuple(value)

    def write(self, value: tuple[str, ...]) -> list[str]:
        """The keys as an array."""
        return list(value)

    def show(self, value: tuple[str, ...], *, lang: Lang, names: Names) -> str:
        """The names, 、 or comma between."""
        return Text("、", ", ").to(lang).join(name_of(key, lang=lang, names=names) for key in value)

    def reduce(self, value: tuple[str, ...], redaction: Redaction, *, pseudonym: Pseudonym, lang: Lang = "zh") -> str:
        """One pseudonym a person."""
        if redaction is PSEUDONYM:
            return "、".join(pseudonym(key) for key in value)
        return super().reduce(value, redaction, pseudonym=pseudonym, lang=lang)

    def trace(self, value: tuple[str, ...]) -> str:
        """The keys in alphabetical order."""
        return ",".join(sorted(value))

    def same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the same people are meant, whatever the order."""
        return set(one) == set(other)


Person = Annotated[str, PersonKind()]
People = Annotated[tuple[str, ...], PeopleKind()]
