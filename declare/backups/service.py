"""Making, checking and restoring a backup. A restore writes all or nothing, and only into a database that holds nothing."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from declare.audit import Act, root, settle
from declare.backups import contents
from declare.backups.contents import End, File, Head, Record, Rows
from declare.backups.drill import READER, drill
from declare.backups.stream import Unusable, Writer, pieces
from declare.config import now, settings
from declare.database import READING, private_folder
from declare.extensions import Model, db, vault
from declare.law import Text
from declare.vault import Opener
from declare.web import SYSTEM, leaf, transaction

WRONG_STRUCTURE = Text(
    "备份的数据库结构是{theirs}，当前是{ours}。请先用 flask db upgrade {theirs} 建立同样的结构，恢复后再升级。",
    "The backup has structure {theirs}, this database {ours}. Run flask db upgrade {theirs} first and upgrade after the restore.",
)
NOT_EMPTY = Text(
    "数据库中已有数据（{table}），备份只能恢复到空数据库。请换一个空数据库。",
    "The database already holds data ({table}); a backup is restored into an empty one only.",
)
INCOMPLETE = Text(
    "备份内容与末尾的计数不符，没有恢复任何内容。请换一份备份。",
    "What the backup holds does not match the counts at its end; nothing was restored. Use another backup.",
)


@dataclass(slots=True)
class Held:
    """What a backup holds: its head, the number of rows by table, and of files."""

    head: Head | None = None
    counts: Counter[str] = field(default_factory=Counter)
    files: int = 0


def make(target: Path) -> Held:
    """Writes a backup of one moment, sealed, to a file that must not exist yet (FileExistsError); half a backup is removed."""
    with _snapshot() as connection, _fresh(target) as file:
        writer = Writer(file, vault.standing("backup"))
        held = Held()
        for record in _everything(connection):
            _count(held, record)
            writer.write(contents.packed(record))
        writer.close()
    with transaction() as session:
        leaf(session, SYSTEM, Act.BACKUP_MAKE, "backup")
    return held


def check(source: Path) -> Held:
    """Reads a backup from end to end and puts nothing anywhere; Unusable where it is damaged or incomplete."""
    with transaction() as session:
        return _through(source, _opener(session))


def restore(source: Path) -> Held:
    """Puts a backup into an empty database of the same structure; Unusable, and nothing is changed, where anything is wrong."""
    with _staged(settings().instance / "releases") as folder, transaction() as session:
        opener = _opener(session)
        _through(source, opener)
        connection = session.connection()
        _demand_room(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        held = _through(source, opener, put=partial(_put, connection, folder))
        _number_on(connection)
        drill(session)
        leaf(session, SYSTEM, Act.BACKUP_RESTORE, "backup")
    return held


def _everything(connection: Connection) -> Iterator[Record]:
    """All records of a backup, in order."""
    held = Held()
    with Session(bind=connection) as session:
        size, top = root(session)
    yield Head(contents.FORMAT, now(), _structure(connection), size, top)
    for table in contents.tables():
        for rows in contents.rows_of(connection, table):
            _count(held, rows)
            yield rows
    for path in sorted((settings().instance / "releases").glob("*.zip")):
        one = File(path.name, path.read_bytes())
        _count(held, one)
        yield one
    yield End(dict(held.counts), held.files)


def _count(held: Held, record: Record) -> None:
    """Counts a record; Unusable where the end says there should be others."""
    match record:
        case Head():
            held.head = record
        case Rows():
            held.counts[record.table] += len(record.rows)
        case File():
            held.files += 1
        case End() if (record.counts, record.files) != (dict(held.counts), held.files):
            raise Unusable(INCOMPLETE)


def _opener(session: Session) -> Opener:
    """For reading what is sealed under the backup key; the reading is written down."""
    return vault.standing_opening(session, "backup", READER, what="backup")


def _through(source: Path, opener: Opener, put: Callable[[Record], None] = lambda _record: None) -> Held:
    """Goes through a backup from end to end; Unusable where it is damaged, or does not close with its counts."""
    held, last = Held(), None
    with source.open("rb") as file:
        try:
            for last in contents.records(pieces(file, opener)):
                put(last)
                _count(held, last)
        except ValueError as error:
            raise Unusable(INCOMPLETE) from error
    if not isinstance(last, End):
        raise Unusable(INCOMPLETE)
    return held


def _put(connection: Connection, folder: Path, record: Record) -> None:
    """Writes one record into the database or the folder of exports."""
    match record:
        case Head() if record.structure != _structure(connection):
            raise Unusable(WRONG_STRUCTURE.filled(theirs=record.structure, ours=_structure(connection)))
        case Rows():
            contents.put(connection, Model.metadata.tables[record.table], record)
        case File():
            private_folder(folder)
            (folder / Path(record.name).name).write_bytes(record.content)


def _demand_room(connection: Connection) -> None:
    """Unusable where the database holds anything; what the commands so far wrote into its audit makes way for the one restored."""
    for table in contents.tables():
        if not table.name.startswith("audit_") and connection.scalar(select(func.count()).select_from(table)):
            raise Unusable(NOT_EMPTY.filled(table=table.name))
    for table in reversed(contents.tables()):
        if table.name.startswith("audit_"):
            connection.execute(table.delete())


def _number_on(connection: Connection) -> None:
    """New rows get numbers after those restored; the embedded database sees to that itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in contents.tables():
        key = table.autoincrement_column
        if key is None:
            continue
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, key.name)))
        last = connection.scalar(select(func.max(key)))
        if sequence and last:
            connection.execute(select(func.setval(sequence, last)))


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A folder beside that of the exports, moved into it once the database has committed; gone where it has not."""
    beside = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        yield beside
        for path in sorted(beside.glob("*")):
            private_folder(folder)
            path.replace(folder / path.name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _snapshot() -> Iterator[Connection]:
    """One moment of the database, whatever is written meanwhile."""
    settle()
    still = READING if db.engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with db.engine.connect().execution_options(**still) as connection, connection.begin():
        yield connection


@contextmanager
def _fresh(target: Path) -> Iterator[BinaryIO]:
    """A new file its owner alone may read; it is there whole or not at all."""
    beside = target.with_name(f"{target.name}.part")
    if target.exists():
        raise FileExistsError(target)
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.rename(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _structure(connection: Connection) -> str:
    """The version of the structure of a database."""
    return MigrationContext.configure(connection).get_current_revision() or ""
