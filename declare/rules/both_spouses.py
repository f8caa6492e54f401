"""夫妻双方 · What husband and wife, both declarants, each report of what they share: homes, the children, the children's firms."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from declare.items.businesses import Business
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.spec import Record
from declare.rules.belonging import family_of
from declare.rules.facts import answered
from declare.rules.identity import HOME, one_firm, one_person, paired
from declare.rules.kinship import CHILD, gone
from declare.rules.likeness import closed


class Shared(NamedTuple):
    """One thing as the spouse tells of it, and as the declarant does, None where the declarant does not."""

    spouses: Record
    own: Record | None


def homes(own: Filing, spouses: Filing) -> Iterator[Shared]:
    """The homes the spouse still holds, those left out that were bought after the declarant filed."""
    mine, theirs = answered(own, RealEstate), answered(spouses, RealEstate)
    if mine is None or theirs is None:
        return
    held = tuple(home for home in theirs.entries if not closed(home, spouses.filed_on))
    found = paired(held, mine.entries, HOME)
    yield from (Shared(home, row) for home, row in found.both)
    month = f"{own.filed_on:%Y-%m}"
    yield from (Shared(home, None) for home in found.gone if not home.traded or home.traded < month)


def children(own: Filing, spouses: Filing) -> Iterator[Shared]:
    """The spouse's children, those left out who came after the declarant filed; nothing where no family is told."""
    if own.family is None:
        return
    mine = family_of(own)
    for child in family_of(spouses):
        if child.relation is CHILD and not gone(child) and (child.name or child.id_number):
            match = _person(child, mine)
            if match is not None or _by(own.filed_on, child.change_date or child.born):
                yield Shared(child, match)


def firms(own: Filing, spouses: Filing) -> Iterator[Shared]:
    """The firms of the children and their spouses as far as both list them, those left out that were founded after the declarant filed."""
    mine, theirs = answered(own, Business), answered(spouses, Business)
    if mine is None or theirs is None:
        return
    kin = {member.key: match for member in family_of(spouses) if (match := _person(member, family_of(own)))}
    for firm in theirs.entries:
        holder = kin.get(firm.who)
        if holder is not None and not closed(firm, spouses.filed_on):
            row = next((row for row in mine.entries if row.who == holder.key and one_firm(row, firm)), None)
            if row is not None or _by(own.filed_on, firm.founded):
                yield Shared(firm, row)


def _person(member: Member, family: tuple[Member, ...]) -> Member | None:
    """The same person in the other family."""
    return next((other for other in family if one_person(member, other)), None)


def _by(filed_on: date, since: date | None) -> bool:
    """Whether something was there when a report was filed, as far as is known."""
    return since is None or since <= filed_on
