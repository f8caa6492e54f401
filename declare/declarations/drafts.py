"""A report as its owner works on it: its parts opened and typed, whether it is still a draft or already filed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from declare.declarations.models import Declaration
from declare.declarations.remarks import Remarks
from declare.declarations.sheets import BASIC, CLOSING, FAMILY, Sheet, basic_of, tables_of
from declare.items import table_by_key
from declare.items.choices import FamilyChange
from declare.items.filing import Basic, Closing, Filing, Member
from declare.items.kinds import SELF
from declare.items.spec import Mode, State, Table
from declare.law import Lang, Text
from declare.vault import Opener

GONE = (FamilyChange.DIVORCE, FamilyChange.DEATH)
OWN_NAME = Text("本人", "myself")
NOTHING: Sheet[Any] = Sheet()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with those parts that were opened. `before` is the report of the year before, corrections merged in.

    `revisions` count the savings of each part, `remarks` answer the self-check; `opener` writes what was changed, None where nothing can be.
    """

    declaration: Declaration
    sheets: Mapping[str, Sheet[Any]]
    revisions: Mapping[str, int]
    before: Filing | None = None
    opener: Opener | None = None
    late_reason: str = ""
    remarks: Remarks = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables this report answers, in the order of the form: all, or those a correction is about."""
        return tuple(table for table in tables_of(self.declaration.edition) if table.key in self.revisions)

    def sheet(self, part: str) -> Sheet[Any]:
        """What was written in a part so far."""
        return self.sheets.get(part, NOTHING)

    @property
    def basic(self) -> Basic:
        """The declarant."""
        return basic_of(self.sheet(BASIC))

    @property
    def family(self) -> tuple[Member, ...]:
        """The family."""
        return self.sheet(FAMILY).entries

    @property
    def closing(self) -> Closing:
        """Other matters and the promise."""
        entries = self.sheet(CLOSING).entries
        return entries[0] if entries else Closing()

    def names(self, lang: Lang) -> dict[str, str]:
        """Family keys, and the declarant, to the names shown for them."""
        return {SELF: OWN_NAME.to(lang)} | {member.key: member.name for member in self.family}

    def present(self) -> Iterator[Member]:
        """The family without those who left it by divorce or death."""
        return (member for member in self.family if member.change not in GONE)

    def last(self, table: Table) -> Sheet[Any] | None:
        """What was reported of a table the year before, None where it was not."""
        answer = getattr(self.before.tables, table.key, None) if self.before else None
        if table.key == FAMILY and self.before and self.before.family is not None:
            return Sheet(entries=self.before.family)
        return Sheet(state=answer.state, entries=answer.entries) if answer else None


def complete(sheet: Sheet[Any]) -> bool:
    """Whether a table is answered: expressly nothing, or something and its rows."""
    return sheet.state is not None and (sheet.state is State.NONE) == (not sheet.entries)


def same_as_last(draft: Draft, table: Table) -> bool:
    """Whether a table reads as it did the year before, so that it can be confirmed as it is."""
    last, sheet = draft.last(table), draft.sheet(table.key)
    if last is None or sheet.entries != (last.entries if table.mode is Mode.STATUS else ()):
        return False
    return bool(last.entries) == bool(sheet.entries)


def unchanged_state(sheet: Sheet[Any]) -> State:
    """What confirming a table as it was the year before answers."""
    return State.UNCHANGED if sheet.entries else State.NONE


def waiting(draft: Draft) -> list[Table]:
    """The tables not answered yet that can be confirmed as they were the year before."""
    tables = [*([table_by_key(FAMILY)] if draft.before else []), *draft.tables]
    return [table for table in tables if draft.sheet(table.key).state is None and same_as_last(draft, table)]
