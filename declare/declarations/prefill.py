"""What a new draft starts with: the profile, the family, and last year's rows waiting to be confirmed."""

from collections.abc import Iterable, Iterator
from typing import Any

from declare.accounts.cards import PersonCard
from declare.declarations.sheets import BASIC, CLOSING, FAMILY, Sheet, tables_of
from declare.items.choices import Sex
from declare.items.filing import Basic, Filing, Member
from declare.items.spec import Mode, Table


def from_card(card: PersonCard, unit: str) -> Basic:
    """The profile of somebody who has not reported before, as far as the system knows them."""
    sex = Sex(card.sex) if card.sex else None  # type: ignore[call-arg]  # a choice is found by its key alone
    return Basic(name=card.name, sex=sex, id_number=card.id_number, unit=unit, post=card.post, grade=card.grade)


def parts(
    *, edition: str, basic: Basic, family: tuple[Member, ...], before: Filing | None
) -> Iterator[tuple[str, Sheet[Any]]]:
    """The parts of a new full report; nothing in them is answered yet."""
    yield BASIC, Sheet(entries=(basic,))
    yield FAMILY, Sheet(entries=family)
    yield from ((table.key, carried(table, before)) for table in tables_of(edition))
    yield CLOSING, Sheet()


def carried(table: Table, before: Filing | None) -> Sheet[Any]:
    """Last year's rows of a table whose standing is reported every year; events begin empty."""
    answer = getattr(before.tables, table.key) if before and table.mode is Mode.STATUS else None
    return Sheet(entries=answer.entries) if answer else Sheet()


def corrected(filing: Filing, chosen: Iterable[str]) -> Iterator[tuple[str, Sheet[Any]]]:
    """The parts of a correction: the chosen tables as they were filed, with profile and family to name people by."""
    yield BASIC, Sheet(entries=(filing.basic,))
    yield FAMILY, Sheet(entries=filing.family or ())
    for key in chosen:
        answer = getattr(filing.tables, key)
        yield key, Sheet(state=answer.state, entries=answer.entries) if answer else Sheet()
    yield CLOSING, Sheet(entries=(filing.closing,))
