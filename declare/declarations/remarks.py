"""自查说明 · What the self-check said before signing and what the declarant answered: sealed with the draft, kept with the filing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from declare.items.spec import Record
from declare.law import Text
from declare.rules.finding import Finding, Place

PART = "selfcheck"
"""The part of a draft that keeps the answers, and of a filing that keeps both sides."""

LONGEST = 200
"""Characters an answer may have."""


class Remark(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What the declarant answered to one hint of a draft, known by its rule and place; `nth` where a rule hints twice at one place."""

    rule: str
    where: tuple[Place, ...] = ()
    nth: int = 1
    words: str = ""


class Hinted(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One hint as it stood when the report was signed, in both languages, and the answer; "" where none was given."""

    rule: str
    version: int
    year: int
    where: tuple[Place, ...] = ()
    message: Text
    words: str = ""


Remarks = tuple[Remark, ...]
Kept = tuple[Hinted, ...]


def keyed(found: Iterable[Finding]) -> Iterator[tuple[str, Remark, Finding]]:
    """Findings, each with the key its field has on a page and an empty answer to it."""
    times = Counter[tuple[str, tuple[Place, ...]]]()
    for one in found:
        times[one.rule, one.where] += 1
        empty = Remark(rule=one.rule, where=one.where, nth=times[one.rule, one.where])
        yield f"answer-{one.rule}-{sha256(msgspec.json.encode(empty)).hexdigest()[:10]}", empty, one


def said(remarks: Remarks) -> Mapping[Remark, str]:
    """The answers by the hint they belong to."""
    return {replace(one, words=""): one.words for one in remarks}


def kept(found: Sequence[Finding], remarks: Remarks) -> Kept:
    """Both sides, as they are kept with the filing."""
    answers = said(remarks)
    return tuple(hinted(one, answers.get(empty, "")) for _key, empty, one in keyed(found))


def hinted(one: Finding, words: str) -> Hinted:
    """One hint with its answer."""
    return Hinted(rule=one.rule, version=one.version, year=one.year, where=one.where, message=one.message, words=words)


def without_row(remarks: Remarks, table: str, row: int) -> Remarks:
    """The answers once a row of a table is gone: those about it go too, those about later rows follow their rows."""
    return tuple(moved for one in remarks if (moved := _without(one, table, row)))


def _without(remark: Remark, table: str, row: int) -> Remark | None:
    """One answer once a row is gone; None where it was about that row."""
    places = []
    for place in remark.where:
        at = place.entry if place.table == table and place.declaration is None else None
        if at == row:
            return None
        places.append(replace(place, entry=at - 1) if at is not None and at > row else place)
    return replace(remark, where=tuple(places))


def encoded(part: Remarks | Kept) -> bytes:
    """One side or both as they are sealed: JSON in the order of the definitions, what was not given left out."""
    return msgspec.json.encode(part)


decoded = msgspec.json.Decoder(Remarks).decode
decoded_kept = msgspec.json.Decoder(Kept).decode
