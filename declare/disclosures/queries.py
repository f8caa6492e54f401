"""Reading disclosures: heads, and what they say opened for a reader. Always in order."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from declare.disclosures.models import FILED, PART, Disclosure, Replaced
from declare.extensions import vault
from declare.items.disclosures import disclosure_by_key
from declare.items.spec import Entry, Table
from declare.vault import Reader

ON_A_PAGE = 50


class Before(NamedTuple):
    """What a disclosure said before a correction."""

    replaced: Replaced
    entry: Entry


class Opened(NamedTuple):
    """A disclosure with what it says, and what it said before, the latest first."""

    row: Disclosure
    table: Table
    entry: Entry
    before: list[Before]


def disclosure(session: Session, disclosure_id: int) -> Disclosure | None:
    """The head of one disclosure; Destroyed where its time was over."""
    found = session.get(Disclosure, disclosure_id)
    if found is None:
        vault.demand_kept(session, f"disclosure/{disclosure_id}")
    return found


def by_key(session: Session, person_id: int, key: str) -> Disclosure | None:
    """The disclosure that one sending of a form made."""
    chosen = select(Disclosure).where(Disclosure.person_id == person_id, Disclosure.idempotency_key == key)
    return session.scalars(chosen).first()


def pages(session: Session, person_id: int) -> int:
    """How many pages the list of a person has; one where it is empty."""
    count = session.scalar(select(func.count()).select_from(Disclosure).where(Disclosure.person_id == person_id)) or 0
    return max(1, -(-count // ON_A_PAGE))


def of_person(session: Session, person_id: int, *, page: int) -> list[Disclosure]:
    """One page of a person's disclosures, the newest first."""
    chosen = select(Disclosure).where(Disclosure.person_id == person_id)
    ordered = chosen.order_by(Disclosure.filed_on.desc(), Disclosure.id.desc())
    return list(session.scalars(ordered.limit(ON_A_PAGE).offset((page - 1) * ON_A_PAGE)))


def standing(session: Session, person_id: int, kind: str) -> list[Disclosure]:
    """A person's disclosures of one kind that were not withdrawn, the earliest first."""
    chosen = select(Disclosure).where(
        Disclosure.person_id == person_id, Disclosure.kind == kind, Disclosure.state == FILED
    )
    return list(session.scalars(chosen.order_by(Disclosure.filed_on, Disclosure.id)))


def entries(session: Session, rows: Sequence[Disclosure], reader: Reader) -> list[tuple[Disclosure, Entry]]:
    """What several disclosures say: one query for the keys, one leaf for the list."""
    openers = vault.openings(session, [row.record for row in rows], reader, what="disclosures")
    return [(row, decoded(row.kind, openers[row.record].open(PART, row.revision, row.sealed))) for row in rows]


def opened(session: Session, row: Disclosure, reader: Reader) -> Opened:
    """One disclosure, opened for a reader with what it said before."""
    chosen = select(Replaced).where(Replaced.disclosure_id == row.id).order_by(Replaced.revision.desc())
    replaced = list(session.scalars(chosen))
    opener = vault.opening(session, row.record, reader)
    return Opened(
        row,
        disclosure_by_key(row.kind),
        decoded(row.kind, opener.open(PART, row.revision, row.sealed)),
        [Before(one, decoded(row.kind, opener.open(PART, one.revision, one.sealed))) for one in replaced],
    )


def encoded(entry: Entry) -> bytes:
    """What is disclosed as it is sealed: JSON in the order of the definition, what was not given left out."""
    return msgspec.json.encode(entry)


def decoded(kind: str, document: bytes) -> Entry:
    """What is disclosed as it was sealed."""
    return _decoder(kind).decode(document)


@cache
def _decoder(kind: str) -> "msgspec.json.Decoder[Entry]":
    """Reads the disclosures of one kind."""
    return msgspec.json.Decoder(disclosure_by_key(kind).entry)
