"""A corps of any size stored as the application stores it, in bulk: sealed under the application's own keys, traces and all."""

from datetime import UTC, datetime
from itertools import islice
from typing import Any

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import insert
from sqlalchemy.orm import Session

from declare.accounts.cards import PersonCard
from declare.accounts.cards import written as written_card
from declare.accounts.models import Person
from declare.accounts.people import PART as CARD
from declare.accounts.people import digest, name_digest
from declare.declarations import queries
from declare.declarations.models import SUBMITTED, Declaration, Filing, Trace
from declare.demo.population.life import Life
from declare.demo.population.streaming import Population
from declare.disclosures.models import PART, Disclosure
from declare.extensions import vault
from declare.interchange import keeping
from declare.interchange.records import DisclosureRecord, ExtractRecord, UnitRecord
from declare.items.filing import Filing as Document
from declare.items.identifiers import identifiers
from declare.registries import service as registries
from declare.units import service as units
from declare.units.models import Unit
from declare.vault.envelope import Sealer, make_key
from declare.vault.models import DataKey
from declare.web import SYSTEM

AT_ONCE = 500
AT = datetime(2026, 6, 1, tzinfo=UTC)
KEY_COLUMNS = ("record", "key_id", "suite", "kek_version", "wrapped", "commitment")
Rows = dict[type, list[dict[str, Any]]]


class Store:
    """Rows of one corps on their way into the database."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.version = vault.ring.latest("kek")
        self.kek = AESGCM(vault.ring.secret("kek", self.version))
        self.units: dict[str, Unit] = {}
        self.number = {Person: 0, Declaration: 0, Disclosure: 0}
        self.rows: Rows = {}
        self.extracts: dict[Any, list[ExtractRecord]] = {}

    def sealed(self, record: str, part: str, revision: int, plain: bytes) -> bytes:
        """A value sealed under a new key of its record."""
        key, bare = make_key(record, self.kek, self.version)
        self._add(DataKey, {name: getattr(key, name) for name in KEY_COLUMNS} | {"created": AT})
        return Sealer(record, key.key_id, bare).seal(part, revision, plain)

    def unit(self, record: UnitRecord) -> None:
        """A unit, below its parent."""
        parent = self.units.get(record.parent)
        self.units[record.code] = units.create(
            self.session, record.code, record.name, parent=parent, region=record.region, site=record.site, by=SYSTEM
        )

    def life(self, life: Life) -> None:
        """One declarant with everything known of them."""
        basic = life.person.basic
        person = self._next(Person)
        home = self.units[basic.unit]
        card = written_card(PersonCard(name=basic.name, id_number=basic.id_number))
        row = {"id": person, "unit_id": home.id, "unit_path": home.path, "managed_by": None, "revision": 1}
        row |= {"id_digest": digest(basic.id_number), "name_digest": name_digest(basic.name)}
        self._add(Person, row | {"card": self.sealed(f"person/{person}", CARD, 1, card)})
        for filing in life.filings():
            self._filing(filing, person, home)
        for told in life.told:
            self._told(told, person, home)
        for found in life.extracts:
            self.extracts.setdefault((found.table.key, found.received), []).append(found)

    def _filing(self, document: Document, person: int, home: Unit) -> None:
        """One report, its head and its traces."""
        number = self._next(Declaration)
        head = {"id": number, "person_id": person, "unit_id": home.id, "unit_path": home.path, "year": document.year}
        head |= {"kind": document.kind.value, "edition": document.edition, "state": SUBMITTED, "opened_at": AT}
        self._add(Declaration, head | {"submitted_at": AT, "corrects": ""})
        content = self.sealed(f"filing/{number}", queries.FILED, 1, msgspec.json.encode(document))
        row = {"id": number, "declaration_id": number, "version": 1, "filed_on": document.filed_on, "filed_at": AT}
        row |= dict.fromkeys(("content_hash", "commitment_root", "manifest"), b"")
        self._add(
            Filing, row | {"sealed": content, "idempotency_key": str(number), "ref": str(number), "source": "import"}
        )
        for one in identifiers(document):
            where = {"filing_id": number, "person_id": person, "table": one.table, "entry": one.entry}
            self._add(Trace, where | {"index": one.index, "digest": vault.digest(one.index, one.value)})

    def _told(self, told: DisclosureRecord, person: int, home: Unit) -> None:
        """One disclosure."""
        number = self._next(Disclosure)
        row = {"id": number, "person_id": person, "unit_path": home.path, "kind": told.table.key, "state": "filed"}
        row |= {"filed_on": told.filed_on, "filed_at": AT, "ref": told.ref, "revision": 1}
        content = msgspec.json.encode(told.entry)
        self._add(Disclosure, row | {"sealed": self.sealed(f"disclosure/{number}", PART, 1, content)})

    def flush(self, *, last: bool = False) -> None:
        """Writes the rows so far; extracts when they are large, or at the end."""
        for model in (DataKey, Person, Declaration, Filing, Trace, Disclosure):
            if found := self.rows.pop(model, None):
                self.session.execute(insert(model), found)
        for key, rows in list(self.extracts.items()):
            if last or len(rows) >= AT_ONCE:
                table = rows[0].table
                registries.keep(self.session, table, [row.row for row in rows], received=key[1], at=AT, by=SYSTEM)
                del self.extracts[key]
        self.session.commit()

    def _next(self, model: type) -> int:
        """The next number of a table."""
        self.number[model] += 1
        return self.number[model]

    def _add(self, model: type, row: dict[str, Any]) -> None:
        """A row to be written soon."""
        self.rows.setdefault(model, []).append(row)


def store(session: Session, people: int) -> int:
    """Stores so many honest declarants; how many reports they filed."""
    population = Population(people, 2025, 20260101)
    kept = Store(session)
    for _file, record in population.world.records():
        if isinstance(record, UnitRecord):
            kept.unit(record)
        elif isinstance(record, ExtractRecord):
            keeping.extract(session, [record], at=AT)
    lives = (life for life, _answers in population.lives())
    while piece := list(islice(lives, AT_ONCE)):
        for life in piece:
            kept.life(life)
        kept.flush()
    kept.flush(last=True)
    return kept.number[Declaration]
