"""The rows of data keys: added, loaded, and how a list of records is written in one line."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby

from sqlalchemy import Engine, delete, insert, inspect, select
from sqlalchemy.orm import Session

from declare.barrier import declared, system
from declare.config import Stop
from declare.database import READING
from declare.vault.envelope import WrappedKey
from declare.vault.models import DataKey, DestroyedKey
from declare.vault.refusal import Destroyed

AT_ONCE = 10_000
"""Most records one query asks for: databases limit the parameters of a statement."""

COLUMNS = (DataKey.record, DataKey.key_id, DataKey.suite, DataKey.kek_version, DataKey.wrapped, DataKey.commitment)
_NUMBERED = re.compile(r"(.*/)([1-9][0-9]*)")


def add(session: Session, key: WrappedKey, created: datetime) -> None:
    """Writes a new data key in the caller's transaction."""
    session.execute(
        insert(DataKey).values(
            record=key.record,
            key_id=key.key_id,
            suite=key.suite,
            kek_version=key.kek_version,
            wrapped=key.wrapped,
            commitment=key.commitment,
            created=created,
        )
    )


def remove(session: Session, record: str) -> None:
    """Takes a data key out of the database in the caller's transaction."""
    session.execute(delete(DataKey).where(DataKey.record == record))


def destroy(session: Session, records: Collection[str], certificate: int, at: datetime) -> dict[str, bytes]:
    """Deletes the data keys of records for good and notes it; the names of the keys, by record, of those that had one.

    A record that was put back, or has got the name of one that is gone, is destroyed again.
    """
    wanted = sorted(records)
    gone: dict[str, bytes] = {}
    for start in range(0, len(wanted), AT_ONCE):
        chosen = delete(DataKey).where(DataKey.record.in_(wanted[start : start + AT_ONCE]))
        gone.update(
            (row.record, row.key_id) for row in session.execute(chosen.returning(DataKey.record, DataKey.key_id))
        )
    noted = [{"record": one, "key_id": gone.get(one, b""), "at": at, "certificate": certificate} for one in wanted]
    for start in range(0, len(wanted), AT_ONCE):
        again = DestroyedKey.record.in_(wanted[start : start + AT_ONCE])
        session.execute(delete(DestroyedKey).where(again))
    if noted:
        session.execute(insert(DestroyedKey), noted)
    return gone


def demand_kept(session: Session, records: Collection[str]) -> None:
    """Destroyed where the key of one of the records was destroyed at the end of its time."""
    some = sorted(records)[:AT_ONCE]
    if session.scalar(select(DestroyedKey.record).where(DestroyedKey.record.in_(some)).limit(1)) is not None:
        raise Destroyed


def sweep(engine: Engine) -> bool:
    """What was deleted is not left behind in the files of the database; False where that is for the owner of its tables to do.

    The log of the embedded database is emptied; on PostgreSQL the table of keys is written anew (`VACUUM (FULL) data_key`).
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT", **READING) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return True
        owned: bool = connection.exec_driver_sql(_OWNED).scalar_one()
        if owned:
            connection.exec_driver_sql("VACUUM (FULL) data_key")
        return owned


_OWNED = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'data_key'::regclass"


def load(session: Session, records: Collection[str]) -> dict[str, WrappedKey]:
    """The data keys of those records that have one; one query for up to 10,000 of them."""
    wanted = sorted(records)
    found: dict[str, WrappedKey] = {}
    for start in range(0, len(wanted), AT_ONCE):
        chosen = select(*COLUMNS).where(DataKey.record.in_(wanted[start : start + AT_ONCE])).order_by(DataKey.record)
        found.update({row.record: WrappedKey(*row) for row in session.execute(chosen)})
    return found


def demand_no_records(engine: Engine) -> None:
    """Stop where records are sealed already and the key ring is gone: new keys would bury the old ones unnoticed."""
    with declared(system("key ring")), engine.connect().execution_options(**READING) as connection:
        made = inspect(connection).has_table(DataKey.__tablename__)
        if made and connection.scalar(select(DataKey.record).limit(1)) is not None:
            raise Stop(
                "数据库中已有加密记录，但找不到密钥目录 keys，请从备份恢复后再启动 · "
                "The database holds sealed records but the folder keys is gone: restore it from the backup and start again"
            )


def compact(records: Collection[str]) -> str:
    """Names of records in one line, runs of numbers drawn together: `person/1-40 person/52`."""
    if len(records) == 1:
        return next(iter(records))
    return " ".join(_runs(records))


def _runs(records: Collection[str]) -> Iterator[str]:
    """Each run of consecutive numbers under one name, then every record that has no number."""
    matches = [(record, _NUMBERED.fullmatch(record)) for record in sorted(set(records))]
    numbered = sorted((match[1], int(match[2])) for _, match in matches if match)
    for (name, _), run in groupby(enumerate(numbered), key=lambda at: (at[1][0], at[1][1] - at[0])):
        numbers = [number for _, (_, number) in run]
        yield f"{name}{numbers[0]}" if len(numbers) == 1 else f"{name}{numbers[0]}-{numbers[-1]}"
    yield from (record for record, match in matches if not match)
