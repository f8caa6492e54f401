"""How a table is answered, and the document a whole report is stored as."""

from typing import Generic, TypeVar

from declare.items.spec import Entry, Record, State

E = TypeVar("E", bound=Entry)


class Answer(Record, Generic[E], frozen=True, kw_only=True, omit_defaults=True):
    """What was said of one table: a state, and its entries in the order they were given."""

    state: State
    entries: tuple[E, ...] = ()
