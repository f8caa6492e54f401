"""S1: a whole report kept durably — checked, sealed, traced, its leaf in the audit, one commit — against the bare driver."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import msgspec

from declare.accounts import PersonCard, people
from declare.config import Settings
from declare.declarations import submission
from declare.extensions import Model, db
from declare.items.choices import FilingKind
from declare.items.identifiers import rows
from declare.units import service as units
from declare.web import SYSTEM, now, transaction
from tests.bench.harness import Pair, goal
from tests.bench.reference import DECLARANT, UNIT, reference
from tests.conftest import dispose, whole_app

REPORT = msgspec.structs.replace(reference(2025), kind=FilingKind.CHANGE)
"""Of a kind a person may file any number of times."""

COUNTED = ("declaration", "filing", "data_key", "trace", "audit_leaf", "audit_node", "job")


@contextmanager
def office():
    """An application on a fresh embedded database, with one person in it."""
    with tempfile.TemporaryDirectory() as folder:
        app = whole_app(Settings(instance=Path(folder) / "instance"))
        with app.app_context():
            Model.metadata.create_all(db.engine)
            with transaction() as session:
                unit = units.create(session, "JD", UNIT, by=SYSTEM)
                card = PersonCard(name="周建国", id_number=DECLARANT)
                person = people.enter(session, card, unit_id=unit.id, unit_path=unit.path, by=SYSTEM)
            yield person, Path(folder)
        dispose(app)


def checked(report):
    """What the kinds find wrong in a report; nothing in this one."""
    return [
        wrong
        for table, _, entry in rows(report)
        for field in table.fields
        if (value := getattr(entry, field.key)) and (wrong := field.kind.check(value))
    ]


def save(person):
    """Checks and keeps the report, in one transaction."""
    checked(REPORT)
    with transaction() as session:
        submission.file_document(session, REPORT, person, at=now(), by=SYSTEM)


def written(folder: Path) -> list[tuple[str, list[tuple]]]:
    """The rows one save writes, table by table, read off the database itself."""
    with sqlite3.connect(folder / "instance" / "declare.db") as look:
        there = {name for (name,) in look.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        totals = {name: look.execute(f'SELECT * FROM "{name}"').fetchall() for name in COUNTED if name in there}
    return [(name, found[-max(1, len(found) // 4) :]) for name, found in totals.items() if found]


def bare(folder: Path, shape):
    """A plain database of tables as wide, into which the raw driver writes rows as many and as long, durably."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for name, found in shape:
        columns = ", ".join(f"c{place}" for place in range(len(found[0])))
        connection.execute(f'CREATE TABLE "{name}" (id INTEGER PRIMARY KEY, {columns})')
    connection.execute('CREATE INDEX digests ON "trace" (c2)')
    numbers = count(1)

    def write():
        connection.execute("BEGIN IMMEDIATE")
        for name, found in shape:
            marks = ", ".join("?" * (len(found[0]) + 1))
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', [(next(numbers), *row) for row in found])
        connection.execute("COMMIT")

    return write


@goal("S1", "持久保存一份报告，相对裸驱动的速度 · durable save of a filing", at_least=0.55)
def durable_save() -> Iterator[Pair]:
    with office() as (person, folder):
        for _ in range(4):
            save(person)
        yield Pair(floor=bare(folder, written(folder)), ours=lambda: save(person))
