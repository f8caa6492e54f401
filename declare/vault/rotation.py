"""A new master key for data keys: every data key is wrapped anew, and no content is touched.

The work is done in batches, each its own transaction. A data key names the version it is wrapped under, so that
an interrupted rotation goes on where it stopped, and records written meanwhile lose nothing.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.orm import Session

from declare.vault.envelope import WrappedKey, rewrap_key, unwrap_key
from declare.vault.models import DataKey
from declare.vault.ring import KeyRing
from declare.vault.store import COLUMNS
from declare.vault.suites import SUITES, Aead

BATCH = 2_000

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


def retire(session: Session, ring: KeyRing, version: int) -> int:
    """Takes an old master key out of the ring once nothing is wrapped under it; the number of data keys that still are.

    Whoever is writing a data key is waited for, so that none is left behind.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE data_key IN SHARE MODE"))
    left = counts(session).get(version, 0)
    if not left:
        ring.retire("kek", version)
    return left


_REWRAP = (
    update(DataKey.__table__)  # type: ignore[arg-type]
    .where(DataKey.record == bindparam("at"), DataKey.kek_version == bindparam("old"))
    .values(wrapped=bindparam("anew"), kek_version=bindparam("version"))
)


def _write(connection: Connection, anew: list[dict[str, object]]) -> None:
    """Puts a batch into the database through the driver: the statement is compiled once, not looked at for each row."""
    compiled = _REWRAP.compile(dialect=connection.dialect)
    order = compiled.positiontup
    rows: list[Any] = [tuple(row[name] for name in order) for row in anew] if order else anew
    connection.exec_driver_sql(str(compiled), rows)


def _stale(session: Session, version: int, batch: int) -> list[WrappedKey]:
    """The next data keys still under an older version."""
    chosen = select(*COLUMNS).where(DataKey.kek_version < version).order_by(DataKey.kek_version, DataKey.record)
    return [WrappedKey(*row) for row in session.connection().execute(chosen.limit(batch).with_for_update())]


def _anew(stored: WrappedKey, ciphers: Ciphers, version: int) -> dict[str, object]:
    """The parameters that put one data key under the latest version."""
    key = unwrap_key(stored, ciphers[stored.kek_version, stored.suite])
    anew = rewrap_key(stored, key, ciphers[version, stored.suite], version)
    return {"at": stored.record, "old": stored.kek_version, "anew": anew, "version": version}
