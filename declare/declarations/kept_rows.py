"""Filings, disclosures, rows of extracts and work records as they are kept: sealed, and opened for the rules."""

from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from declare.accounts.cards import read as read_card
from declare.accounts.people import PART as CARD
from declare.checks.source import Standing
from declare.declarations import queries
from declare.disclosures.models import PART
from declare.disclosures.queries import decoded
from declare.items.registries import registry_by_key
from declare.items.spec import Entry
from declare.items.work import work_by_key
from declare.rules.around import Kept, PersonFacts
from declare.vault import Opener

_decode = msgspec.json.Decoder(Standing).decode


class Head(NamedTuple):
    """Who somebody is to the rules; the card is opened only where no report says so."""

    id: int
    digest: bytes
    unit: str
    managed_by: str
    revision: int
    card: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `person/3`."""
        return f"person/{self.id}"

    def opened(self, opener: Opener) -> PersonFacts:
        """The person, with name and identity number."""
        card = read_card(opener.open(CARD, self.revision, self.card))
        return PersonFacts(card.id_number, card.name, self.unit, self.managed_by)


class FiledRow(NamedTuple):
    """A filed report as it is kept."""

    person_id: int
    declaration_id: int
    filing_id: int
    version: int
    sealed: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `filing/8`."""
        return f"filing/{self.filing_id}"

    def opened(self, opener: Opener) -> Standing:
        """The report, knowing where it is kept."""
        document = _decode(opener.open(queries.FILED, self.version, self.sealed))
        return msgspec.structs.replace(
            document, person_id=self.person_id, declaration_id=self.declaration_id, filing_id=self.filing_id
        )


class DisclosedRow(NamedTuple):
    """A disclosure as it is kept."""

    person_id: int
    id: int
    kind: str
    filed_on: date
    ref: str
    revision: int
    sealed: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `disclosure/9`."""
        return f"disclosure/{self.id}"

    def opened(self, opener: Opener) -> Kept:
        """The disclosure, knowing where it is kept."""
        entry = decoded(self.kind, opener.open(PART, self.revision, self.sealed))
        return Kept(entry, self.record, self.filed_on, ref=self.ref)


class ExtractedRow(NamedTuple):
    """A row of an extract as it is kept."""

    extract_id: int
    position: int
    kind: str
    received: date | None
    sealed: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `extract/4`."""
        return f"extract/{self.extract_id}"

    def opened(self, opener: Opener) -> Kept:
        """The row, knowing where it is kept."""
        entry = _decoder(registry_by_key(self.kind).entry).decode(opener.open(str(self.position), 1, self.sealed))
        return Kept(entry, f"{self.record}/{self.position}", self.received)


class WorkedRow(NamedTuple):
    """A work record as it is kept."""

    id: int
    kind: str
    about: bytes | None
    sealed: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `work/3`."""
        return f"work/{self.id}"

    def opened(self, opener: Opener) -> Kept:
        """The record, knowing where it is kept."""
        entry = _decoder(work_by_key(self.kind).entry).decode(opener.open("work", 1, self.sealed))
        return Kept(entry, self.record)


@cache
def _decoder(entry: type[Entry]) -> "msgspec.json.Decoder[Entry]":
    """Reads the records of one class."""
    return msgspec.json.Decoder(entry)
