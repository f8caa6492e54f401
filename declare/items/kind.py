"""What a kind is: a type of value together with how it is typed, checked, shown, masked, reduced and compared."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from declare.items.vocabulary import DROP, KEEP, MASK, PSEUDONYM, Redaction
from declare.law import Lang, Text

T = TypeVar("T")

PROVIDED = Text("有", "provided")
"""What an export says of a masked field: that there is a value."""


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
    exact identifier is traced under (None: never traced), `reductions` what an export can do with it.
    """

    name: str
    widget: ClassVar[str] = "text"
    unit: ClassVar[Text | None] = None
    index: ClassVar[str | None] = None
    empty: Any = None
    reductions: ClassVar[frozenset[Redaction]] = frozenset({KEEP, MASK, PSEUDONYM, DROP})

    def of(self, annotation: Any) -> "Kind[Any]":
        """The kind for one annotation; only a closed list differs from field to field."""
        return self

    def clean(self, typed: str) -> T:
        """What a person typed, as a value; raises Wrong. `typed` is never blank."""
        raise NotImplementedError

    def read(self, value: object) -> T:
        """A JSON value of an interchange file, as a value; raises Wrong for a wrong type or an unreadable one."""
        raise NotImplementedError

    def write(self, value: T) -> object:
        """The JSON value that `read` takes back."""
        return value

    def check(self, value: T) -> Text | None:
        """What about a readable value does not fit (check digit, pattern, range), or None. Forms refuse it, rules flag it."""
        return None

    def show(self, value: T, *, lang: Lang, names: Names) -> str:
        """The value as a person reads it."""
        return str(value)

    def mask(self, value: T) -> str:
        """The value on a screen of someone who may not see it: its ends at most."""
        return "••••••"

    def reduce(self, value: T, redaction: Redaction, *, pseudonym: Pseudonym, lang: Lang = "zh") -> str:
        """The value as an export shows it under a redaction; ValueError where the kind has no such reduction."""
        if redaction not in self.reductions:
            raise ValueError(f"{self.name} cannot be reduced to {redaction.value}")
        if redaction is KEEP:
            return self.show(value, lang=lang, names={})
        if redaction is MASK:
            return PROVIDED.to(lang)
        if redaction is PSEUDONYM:
            return pseudonym(self.trace(value))
        return "" if redaction is DROP else self.coarse(value, lang=lang)

    def coarse(self, value: T, *, lang: Lang) -> str:
        """The value made coarse in the one way its kind knows: a date its year, an amount its band, a place its prefecture."""
        raise NotImplementedError

    def trace(self, value: T) -> str:
        """The normalised form a blind index is computed of."""
        return str(value)

    def same(self, one: T, other: T) -> bool:
        """Whether two values say the same (1.0 = 1.00, full and half width, brackets)."""
        return one == other
