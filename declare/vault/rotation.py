"""A new master key for data keys: every data key is wrapped anew, and no content is touched.

The work is done in batches, each its own transaction. A data key names the version it is wrapped under, so that
an interrupted rotation goes on where it stopped, and records written meanwhile lose nothing.
"""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select, text
from sqlalchemy.orm import Session

from declare.barrier import declared, system
from declare.vault.envelope import WrappedKey, rewrap_key, unwrap_key
from declare.vault.models import DataKey
from declare.vault.ring import KeyRing
from declare.vault.store import COLUMNS
from declare.vault.suites import SUITES, Aead

GROUND = system("master keys")
"""Rows of data keys are counted and wrapped anew, whosever they are; no content is opened."""

BATCH = 10_000

Anew = tuple[bytes, int, str, int]
"""A data key wrapped anew: the wrapped key, the version it is under now, its record, the version it was under."""

Ciphers = dict[tuple[int, int], Aead]
"""The ciphers of the master key, by its version and the suite."""


def counts(session: Session) -> dict[int, int]:
    """How many data keys are wrapped under each version."""
    counted = (
        select(DataKey.kek_version, func.count().label("number"))
        .group_by(DataKey.kek_version)
        .order_by(DataKey.kek_version)
    )
    return {row.kek_version: row.number for row in session.execute(counted)}


def rewrap(session: Session, ring: KeyRing, *, batch: int = BATCH) -> Iterator[int]:
    """Wraps all data keys under the latest version; commits and yields the size of each batch. Refused names no key."""
    version = ring.latest("kek")
    secrets = {old: ring.secret("kek", old) for old in ring.versions("kek")}
    ciphers = {(old, number): suite.aead(secrets[old]) for old in secrets for number, suite in SUITES.items()}
    while stored := _stale(session, version, batch):
        _write(session.connection(), [_anew(key, ciphers, version) for key in stored])
        session.commit()
        yield len(stored)
    session.rollback()


def retire(session: Session, ring: KeyRing, version: int, *, note: Callable[[], object] = lambda: None) -> int:
    """Takes an old master key out of the ring once nothing is wrapped under it; the number of data keys that still are.

    Whoever is writing a data key is waited for, so that none is left behind; `note` writes down what is about to be done.
    The rows are counted whosever they are: one that a policy hid would be lost.
    """
    with declared(GROUND):
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("LOCK TABLE data_key IN SHARE MODE"))
        left = counts(session).get(version, 0)
    if not left:
        note()
        ring.retire("kek", version)
    return left


_ROW_BY_ROW = "UPDATE data_key SET wrapped = ?, kek_version = ? WHERE record = ? AND kek_version = ?"
_ALL_AT_ONCE = """
UPDATE data_key SET wrapped = anew.wrapped, kek_version = anew.version
FROM unnest(%b::bytea[], %b::integer[], %b::text[], %b::integer[]) AS anew(wrapped, version, record, old)
WHERE data_key.record = anew.record AND data_key.kek_version = anew.old
"""


def _write(connection: Connection, anew: list[Anew]) -> None:
    """Puts a batch into the database in the way that costs its driver least; a row that was changed meanwhile is left alone."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_ALL_AT_ONCE, tuple(map(list, zip(*anew, strict=True))))
    else:
        connection.exec_driver_sql(_ROW_BY_ROW, anew)


def _stale(session: Session, version: int, batch: int) -> list[WrappedKey]:
    """The next data keys still under an older version."""
    chosen = select(*COLUMNS).where(DataKey.kek_version < version).order_by(DataKey.kek_version, DataKey.record)
    rows = session.connection().execute(chosen.limit(batch).with_for_update()).all()
    return [WrappedKey(*row) for row in rows]


def _anew(stored: WrappedKey, ciphers: Ciphers, version: int) -> Anew:
    """One data key under the latest version."""
    key = unwrap_key(stored, ciphers[stored.kek_version, stored.suite])
    anew = rewrap_key(stored, key, ciphers[version, stored.suite], version)
    return anew, version, stored.record, stored.kek_version
