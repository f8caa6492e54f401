"""A row beside the same row of the year before: which one that is, and in which fields they differ."""

from collections.abc import Sequence
from typing import Any

from declare.declarations.shown import HEADLINES
from declare.items.kinds.numbers import NumberKind
from declare.items.spec import Entry, Field, Table

NOT_GIVEN = (None, "", ())


def given(entry: Entry | None, field: Field) -> Any:
    """What a row says in a field; None where there is no row or it says nothing."""
    value = getattr(entry, field.key) if entry is not None else None
    return None if value in NOT_GIVEN else value


def same_row(table: Table, entry: Entry, others: Sequence[Entry]) -> Entry | None:
    """The row of the other year about the same thing: the same number or address, else the same headline."""
    for field in (field for field in table.fields if field.index):
        value = given(entry, field)
        matches = (other for other in others if value is not None and _agrees(field, value, given(other, field)))
        if (found := next(matches, None)) is not None:
            return found
    wanted = [table.field(key) for key in HEADLINES.get(table.key, table.keys[:2])]
    telling = [field for field in wanted if not isinstance(field.kind, NumberKind) and given(entry, field) is not None]
    if not telling:
        return others[0] if len(others) == 1 else None
    return next((other for other in others if all(_same(field, entry, other) for field in telling)), None)


def differing(table: Table, entry: Entry, other: Entry) -> list[Field]:
    """The fields in which two rows do not say the same."""
    return [field for field in table.fields if not _same(field, entry, other)]


def _same(field: Field, one: Entry, other: Entry) -> bool:
    """Whether two rows say the same in a field."""
    left, right = given(one, field), given(other, field)
    return left == right or (left is not None and _agrees(field, left, right))


def agreeing(field: Field, one: Any, other: Any) -> bool | None:
    """Whether two records say the same in a field; None where one of them says nothing."""
    return None if one is None or other is None else one == other or _agrees(field, one, other)


def _agrees(field: Field, one: Any, other: Any) -> bool:
    """Whether two values say the same, folding and scale apart."""
    return other is not None and field.kind.same(one, other)
