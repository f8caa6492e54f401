"""本人 · Registry rows about the declarant in person, not about one of the family."""

from typing import TypeVar

from declare.items.registries import Promotion, RosterEntry, Sanction
from declare.rules.spelling import plain
from declare.rules.subject import Subject

R = TypeVar("R", Promotion, RosterEntry, Sanction)


def own(subject: Subject, kind: type[R]) -> list[R]:
    """The declarant's own rows of a registry of persons."""
    number = plain(subject.declarant)
    return [row for row in subject.each(kind) if plain(row.subject) == number]
