"""Untyped JSON to a typed entry and back, naming the field of anything that cannot be read."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from declare.items.spec import Entry, Field, Table, Wrong, table_of
from declare.law import Text

E = TypeVar("E", bound=Entry)

UNKNOWN_FIELD = Text("没有这个字段，请核对字段名。", "is no field of this record: check its name.")
NO_OBJECT = Text("应为 JSON 对象。", "must be a JSON object.")
ABSENT: tuple[object, ...] = (None, "")
"""What means in a file that nothing was given; an empty array is a value, and fits only where an array belongs."""
NOT_GIVEN: tuple[object, ...] = (None, "", ())
"""What means in a record that nothing was given."""


class Unreadable(ValueError):
    """A field that cannot be read: its path (`tables.real_estate.entries[0].area`), and the sentence that says why."""

    def __init__(self, field: str, says: Text) -> None:
        super().__init__(f"{field}: {says.en}")
        self.field = field
        self.says = says

    def under(self, place: str) -> "Unreadable":
        """The same, seen from the record that holds this one."""
        return Unreadable(f"{place}.{self.field}" if self.field else place, self.says)


def read_entry(table: Table, found: object) -> Entry:
    """One row of a table, of a JSON object; raises Unreadable for an unknown key, a wrong type or an unreadable value.

    Absent, null and "" mean: not given. Wrong check digits and the like load; they are the rules' business.
    """
    return read_as(table.entry, found)


def read_as(entry: type[E], found: object) -> E:
    """The same for the class of the row."""
    if not isinstance(found, Mapping):
        raise Unreadable("", NO_OBJECT)
    fields = travelling(entry)
    given: dict[str, object] = {}
    for key, value in found.items():
        field = fields.get(key)
        if field is None:
            raise Unreadable(str(key), UNKNOWN_FIELD)
        if value not in ABSENT:
            given[field.key] = _read(field, value)
    return entry(**given)


def write_entry(entry: Entry) -> dict[str, object]:
    """A row as the JSON object that `read_entry` takes back, without what was not given."""
    return {
        wire: field.kind.write(value)
        for wire, field in travelling(type(entry)).items()
        if (value := getattr(entry, field.key)) not in NOT_GIVEN
    }


@cache
def travelling(entry: type[Entry]) -> dict[str, Field]:
    """The fields of a row by the keys they travel under."""
    return {field.wire: field for field in table_of(entry).fields}


def _read(field: Field, value: object) -> object:
    """One value, the field's name with whatever is wrong with it."""
    try:
        return field.kind.read(value)
    except Wrong as wrong:
        raise Unreadable(field.wire, wrong.says) from wrong
