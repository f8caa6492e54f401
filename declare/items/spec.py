"""What an item, a table, a field and a kind are: the machinery every definition of this folder is written with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from typing import Any, ClassVar, Generic, TypeVar, get_type_hints

import msgspec

from declare.law import Citation, Lang, Text

T = TypeVar("T")
E = TypeVar("E", bound="Entry")


class Privacy(IntEnum):
    """How closely a field is kept; everything above OPEN is encrypted at rest, SECRET is masked on screen."""

    OPEN = 0
    INTERNAL = 1
    PERSONAL = 2
    SECRET = 3


class Redaction(StrEnum):
    """What an export does with a field unless its profile says otherwise."""

    KEEP = "keep"
    YEAR = "year"
    BAND = "band"
    REGION = "region"
    MASK = "mask"
    PSEUDONYM = "pseudonym"
    DROP = "drop"


OPEN, INTERNAL, PERSONAL, SECRET = Privacy
KEEP, YEAR, BAND, REGION, MASK, PSEUDONYM, DROP = Redaction


class Mode(StrEnum):
    """STATUS tables are reported in full every year, EVENT tables when there was such a matter."""

    STATUS = "status"
    EVENT = "event"


class Covers(StrEnum):
    """Whose matters a table is about."""

    SELF = "self"
    CHILDREN = "children"
    SPOUSE_CHILDREN = "spouse children"
    SPOUSE_CHILDREN_IN_LAW = "spouse children children_spouses"
    COHABITING = "cohabiting"


class State(StrEnum):
    """What a declarant said of a table as a whole."""

    FIRST = "first"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SOME = "some"
    NONE = "none"


class Choice(Enum):
    """A closed list of values: the key that is stored, then the label in both languages."""

    label: Text

    def __new__(cls, key: str, zh: str, en: str) -> "Choice":
        member = object.__new__(cls)
        member._value_ = key
        member.label = Text(zh, en)
        return member


class Wrong(ValueError):
    """A value that does not fit its kind, with the sentence that tells the person how to put it right."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


Names = Mapping[str, str]
"""Family keys (and `self`) to the names shown for them."""

Pseudonym = Callable[[str], str]
"""Turns a value into its pseudonym, keyed for one export."""


class Kind(Generic[T]):
    """A type of value with its behaviour; `None`, `""` and `()` mean: not given.

    `name` is the type's name in the interchange, `widget` how a form asks for it, `index` the blind index an
    exact identifier is traced under (None: never traced).
    """

    name: str
    widget: ClassVar[str] = "text"
    unit: ClassVar[Text | None] = None
    index: ClassVar[str | None] = None
    empty: Any = None

    def clean(self, typed: str) -> T:
        """What a person typed, as a value; raises Wrong. `typed` is never blank."""
        raise NotImplementedError

    def read(self, value: object) -> T:
        """A JSON value of an interchange file, as a value; raises Wrong for a wrong type or an unreadable one."""
        raise NotImplementedError

    def write(self, value: T) -> object:
        """The JSON value that `read` takes back."""
        raise NotImplementedError

    def check(self, value: T) -> Text | None:
        """What about a readable value does not fit (check digit, pattern, range), or None. Forms refuse it, rules flag it."""
        return None

    def show(self, value: T, *, lang: Lang, names: Names) -> str:
        """The value as a person reads it."""
        return str(value)

    def mask(self, value: T) -> str:
        """The value on a screen of someone who may not see it: its ends at most."""
        return "••••••"

    def reduce(self, value: T, redaction: Redaction, *, pseudonym: Pseudonym) -> str:
        """The value as an export shows it under a redaction other than DROP."""
        raise NotImplementedError

    def trace(self, value: T) -> str:
        """The normalised form a blind index is computed of."""
        return str(value)

    def same(self, one: T, other: T) -> bool:
        """Whether two values say the same (1.0 = 1.00, full and half width, brackets)."""
        return one == other


@dataclass(frozen=True, slots=True)
class Say:
    """What a definition says of a field beside its kind."""

    label: Text
    privacy: Privacy
    redaction: Redaction
    optional: bool
    hint: Text | None


def say(zh: str, en: str, privacy: Privacy, redaction: Redaction, *, optional: bool = False, hint: Text | None = None) -> Say:
    """The label in both languages, the privacy class and the redaction of a field; none has a default."""
    return Say(Text(zh, en), privacy, redaction, optional, hint)


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
    kind = next((mark for mark in marks if isinstance(mark, Kind)), None)
    said = next((mark for mark in marks if isinstance(mark, Say)), None)
    if kind is None or said is None:
        raise TypeError(f"{entry.__name__}.{name} needs a kind and say(...)")
    return Field(name, kind, said.label, said.privacy, said.redaction, not said.optional, said.hint)
