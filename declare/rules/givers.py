"""送礼人 · Which gifts come from one giver: the same code, the same unit, or one name where no unit is given."""

from collections.abc import Iterable

from declare.items.disclosures import Gift
from declare.items.folding import folded
from declare.rules.spelling import plain

Mark = tuple[str, str]


def by_giver(gifts: Iterable[Gift]) -> list[list[Gift]]:
    """Gifts by giver, each giver's in the order they came; a gift that names no giver stands alone.

    A code and a name that once stand together mean one giver from then on, whichever of the two a gift names.
    """
    groups: list[tuple[set[Mark], list[Gift]]] = []
    for gift in gifts:
        marks, together, apart = _marks(gift), [gift], []
        for known, members in groups:
            if known.isdisjoint(marks):
                apart.append((known, members))
            else:
                marks, together = marks | known, members + together
        groups = [*apart, (marks, together)]
    return [members for _, members in groups]


def _marks(gift: Gift) -> set[Mark]:
    """What a giver is known by."""
    unit = {("uscc", plain(gift.giver_uscc)), ("unit", folded(gift.giver_unit))}
    known = {mark for mark in unit if mark[1]}
    name = folded(gift.giver)
    return known or ({("name", name)} if name else set())
