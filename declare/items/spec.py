"""What an item, a table and a field are: the machinery every definition of this folder is written with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_type_hints

import msgspec

from declare.items.kind import Kind, Names, Pseudonym, Wrong
from declare.items.vocabulary import (
    BAND,
    DROP,
    INTERNAL,
    KEEP,
    MASK,
    OPEN,
    PERSONAL,
    PSEUDONYM,
    REGION,
    SECRET,
    YEAR,
    Choice,
    Covers,
    Mode,
    Privacy,
    Redaction,
    State,
)
from declare.law import Citation, Text

__all__ = [
    "BAND",
    "DROP",
    "INTERNAL",
    "KEEP",
    "MASK",
    "OPEN",
    "PERSONAL",
    "PSEUDONYM",
    "REGION",
    "SECRET",
    "YEAR",
    "Choice",
    "Covers",
    "Edition",
    "Entry",
    "Field",
    "Item",
    "Kind",
    "Mode",
    "Names",
    "Privacy",
    "Pseudonym",
    "Record",
    "Redaction",
    "Say",
    "State",
    "Table",
    "Wrong",
    "say",
    "table",
    "table_of",
]

E = TypeVar("E", bound="Entry")


@dataclass(frozen=True, slots=True)
class Say:
    """What a definition says of a field beside its kind."""

    label: Text
    privacy: Privacy
    redaction: Redaction
    optional: bool
    hint: Text | None
    index: str | None
    wire: str | None


def say(
    zh: str,
    en: str,
    privacy: Privacy,
    redaction: Redaction,
    *,
    optional: bool = False,
    hint: Text | None = None,
    index: str | None = None,
    wire: str | None = None,
) -> Say:
    """The label in both languages, the privacy class and the redaction of a field; none has a default.

    `index` names the blind index of an exact identifier whose kind has none of its own, `wire` the key the field
    travels under in the interchange where that is not its own.
    """
    return Say(Text(zh, en), privacy, redaction, optional, hint, index, wire)


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A typed record; it decodes straight from its stored bytes. A field not given is None, "" or ()."""


class Entry(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One row of a table."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table, as everything derived from the definitions sees it."""

    key: str
    kind: Kind[Any]
    label: Text
    privacy: Privacy
    redaction: Redaction
    required: bool
    hint: Text | None
    index: str | None
    wire: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of the matters the law lists: its key, its title, its article."""

    key: str
    title: Text
    basis: Citation


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the report form."""

    key: str
    number: str
    title: Text
    item: Item | None
    basis: Citation
    mode: Mode
    covers: Covers
    entry: type[Entry]
    fields: tuple[Field, ...]
    note: Text | None

    def field(self, key: str) -> Field:
        """The field of that key; KeyError where the table has none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(f"{self.key} has no field {key}")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all fields, in the order of the form."""
        return tuple(field.key for field in self.fields)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the form: its tables in order, the local extensions beside them, and how holdings are valued.

    A report keeps the edition it was filed under; `note` says what has to be known when it is cited.
    """

    key: str
    since: date
    basis: Citation
    tables: tuple[Table, ...]
    extensions: tuple[Table, ...]
    valuation: Text
    note: Text | None = None


_tables: dict[type[Entry], Table] = {}


def table(
    key: str,
    *,
    number: str,
    title: Text,
    basis: Citation,
    mode: Mode,
    covers: Covers,
    item: Item | None = None,
    note: Text | None = None,
) -> Callable[[type[E]], type[E]]:
    """Defines a table by its entry class: one line a field, `name: Annotated[KindType, say(...)] = empty`.

    A wrong definition raises TypeError when it is imported.
    """

    def define(entry: type[E]) -> type[E]:
        fields = tuple(_field(entry, name, hint) for name, hint in get_type_hints(entry, include_extras=True).items())
        _tables[entry] = Table(key, number, title, item, basis, mode, covers, entry, fields, note)
        return entry

    return define


def table_of(entry: type[Entry]) -> Table:
    """The table whose rows are of that class."""
    return _tables[entry]


def _field(entry: type[Entry], name: str, hint: Any) -> Field:
    """One field, read off its annotation."""
    marks = getattr(hint, "__metadata__", ())
    mark = next((mark for mark in marks if isinstance(mark, Kind)), None)
    said = next((mark for mark in marks if isinstance(mark, Say)), None)
    if mark is None or said is None:
        raise TypeError(f"{entry.__name__}.{name} needs a kind and say(...)")
    kind = mark.of(hint.__origin__)
    if said.redaction not in kind.reductions:
        raise TypeError(f"{entry.__name__}.{name}: {kind.name} cannot be reduced to {said.redaction.value}")
    index, wire = said.index or kind.index, said.wire or name
    return Field(name, kind, said.label, said.privacy, said.redaction, not said.optional, said.hint, index, wire)
