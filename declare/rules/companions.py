"""另一申报人 · The full reports of other declarants on the same year, and who of them are strangers."""

from collections.abc import Iterator

from declare.items.choices import Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.rules.facts import Facts, once
from declare.rules.kinship import gone
from declare.rules.spelling import plain
from declare.rules.subject import Subject

Companion = tuple[Subject, Filing]
"""Another declarant, and that declarant's full report on the year."""


@once
def companions(facts: Facts) -> list[Companion]:
    """Everybody who shares an identifier with this declarant and has a full report on the year; none for a partial report."""
    reports = ((other, other.on(facts.year)) for other in facts.others) if facts.annual else ()
    return [(other, filing) for other, filing in reports if filing is not None]


@once
def strangers(facts: Facts) -> list[Companion]:
    """Those of them who are no near relatives."""
    return [(other, filing) for other, filing in companions(facts) if not facts.subject.related(other)]


@once
def married_to(facts: Facts) -> Companion | None:
    """The spouse, where the spouse reports too."""
    found = (one for one in companions(facts) if _spouses(facts, one[1]))
    return next(found, None)


def number_of(filing: Filing, key: str) -> str:
    """The identity number of one of the family of a report, "" where it is not given."""
    return next((plain(member.id_number) for member in filing.family or () if member.key == key), "")


def _spouses(facts: Facts, other: Filing) -> bool:
    """Whether one of two reports names the other's declarant as spouse, and neither says that the marriage is over."""
    named = (*_named(facts.filing, other.declarant), *_named(other, facts.filing.declarant))
    return bool(named) and not any(gone(member) for member in named)


def _named(filing: Filing, declarant: str) -> Iterator[Member]:
    """The spouses of a report who are that declarant."""
    for member in filing.family or ():
        if member.relation is Relation.SPOUSE and member.id_number and plain(member.id_number) == plain(declarant):
            yield member
