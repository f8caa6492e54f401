"""How fast a report is sealed and opened, keys are wrapped anew, and the audit is written and verified."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from sqlalchemy import insert, select

from declare.audit import append, verify
from declare.audit.models import AuditLeaf
from declare.barrier import declared, system
from declare.config import Settings, now
from declare.extensions import Model, db, vault
from declare.items.filing import Filing
from declare.vault import DataKey, envelope
from declare.vault.envelope import Opener, Sealer, WrappedKey, make_key
from declare.vault.padding import pad
from declare.vault.rotation import rewrap
from tests.bench.harness import Pair, goal
from tests.bench.reference import reference
from tests.conftest import dispose, floor_app

KEYS, PAD = 100_000, bytes(20)
KEY, KEY_ID, NONCE, BOUND = bytes(range(32)), bytes(16), bytes(12), bytes(80)
REPORT = reference(2024)
CIPHER = AESGCM(KEY)
LEAF = {"actor": 1, "role": "declarant", "action": "declaration.save", "row": "declarant own"}


@contextmanager
def uncompressed():
    """The goals of sealing set compression apart."""
    envelope.pad = lambda plain: pad(plain, pack=False)
    try:
        yield
    finally:
        envelope.pad = pad


@contextmanager
def floor():
    """A fresh embedded database, a vault, an audit."""
    with tempfile.TemporaryDirectory() as folder:
        app = floor_app(Settings(instance=Path(folder) / "instance"))
        with app.app_context(), declared(system("bench")):
            Model.metadata.create_all(db.engine)
            yield
        dispose(app)


@goal("E1a", "封存 ≤ 1.4 × (编码 + 一次 AES-GCM) · seal", at_most=1.4)
def seal() -> Iterator[Pair]:
    sealer, encode = Sealer("filing/1", KEY_ID, KEY), msgspec.json.encode
    with uncompressed():
        yield Pair(
            floor=lambda: CIPHER.encrypt(os.urandom(12), encode(REPORT), BOUND),
            ours=lambda: sealer.seal("document", 1, encode(REPORT)),
        )


@goal("E1b", "打开 ≤ 1.15 × (一次 AES-GCM + 解码) · open", at_most=1.15)
def opening() -> Iterator[Pair]:
    plain, decode = msgspec.json.encode(REPORT), msgspec.json.Decoder(Filing).decode
    opener, bare = Opener("filing/1", KEY_ID, KEY, alarm=print), CIPHER.encrypt(NONCE, plain, BOUND)
    with uncompressed():
        sealed = opener.seal("document", 1, plain)
        yield Pair(
            floor=lambda: decode(CIPHER.decrypt(NONCE, bare, BOUND)),
            ours=lambda: decode(opener.open("document", 1, sealed)),
        )


@goal("E1c", "比逐字段加密120项快40倍以上 · seal against 120 encrypted columns", at_least=40)
def columns() -> Iterator[Pair]:
    values = [os.urandom(60) for _ in range(120)]
    whole = b"".join(values)
    sealer = Sealer("filing/1", KEY_ID, KEY)
    with uncompressed():
        yield Pair(
            floor=lambda: [AESGCM(KEY).encrypt(os.urandom(12), value, BOUND) for value in values],
            ours=lambda: sealer.seal("document", 1, whole),
        )


@goal(
    "E2",
    "重新包装10万个数据密钥 ≤ 2 × 驱动直接改同样的行 · rewrap 100 000, against the driver doing the same rows",
    at_most=2,
)
def rotation() -> Iterator[Pair]:
    with floor():
        hundred_thousand()
        for statement in BARE:
            db.session.connection().exec_driver_sql(statement)
        db.session.commit()
        yield Pair(floor=bare_rewrap, ours=rotated)


@goal(
    "E2b",
    "同上，与内存中只做密钥包装相比 · the same, against wrapping the keys alone, nothing read or written",
    at_most=8,
)
def rotation_against_wrapping() -> Iterator[Pair]:
    with floor():
        hundred_thousand()
        wrapped = aes_key_wrap(KEY, KEY)
        yield Pair(
            floor=lambda: [aes_key_wrap(KEY, aes_key_unwrap(KEY, wrapped)) for _ in range(KEYS)],
            ours=rotated,
        )


def hundred_thousand() -> None:
    """So many data keys in the database."""
    version = vault.ring.latest("kek")
    kek = AESGCM(vault.ring.secret("kek"))
    made = (make_key(f"filing/{number}", kek, version)[0] for number in range(KEYS))
    rows = [{name: getattr(one, name) for name in WrappedKey.__slots__} | {"created": now()} for one in made]
    db.session.execute(insert(DataKey), rows)
    db.session.commit()


def rotated() -> None:
    """A new master key, and everything under it."""
    vault.ring.add("kek")
    assert sum(rewrap(db.session, vault.ring)) == KEYS


BARE = (
    """CREATE TABLE bare (record VARCHAR(80) PRIMARY KEY, key_id BLOB UNIQUE, suite INTEGER, kek_version INTEGER,
    wrapped BLOB, commitment BLOB, created DATETIME) WITHOUT ROWID""",
    "CREATE INDEX ix_bare ON bare (kek_version, record)",
    "INSERT INTO bare SELECT record, key_id, suite, kek_version, wrapped, commitment, created FROM data_key",
)
"""The same rows once more, for the driver alone."""


def bare_rewrap() -> None:
    """Read through the driver alone, AES key wrap (RFC 3394), written as long as ours are, one commit for all."""
    driver, old = db.engine.raw_connection(), aes_key_wrap(KEY, KEY)
    driver.execute("BEGIN IMMEDIATE")
    keys = driver.execute("SELECT record, kek_version, wrapped FROM bare ORDER BY kek_version, record").fetchall()
    anew = [(PAD + aes_key_wrap(KEY, aes_key_unwrap(KEY, old)), version + 1, record) for record, version, _ in keys]
    driver.executemany("UPDATE bare SET wrapped = ?, kek_version = ? WHERE record = ?", anew)
    driver.commit()
    driver.close()


@goal("A1", "校验审计 ≤ 2.5 × 读一遍 · verify against a bare scan", at_most=2.5)
def verifying() -> Iterator[Pair]:
    with floor():
        session = db.session
        for number in range(5000):
            append(session, object=f"declaration/{number}", **LEAF)
        session.commit()
        yield Pair(
            floor=lambda: session.execute(select(*AuditLeaf.__table__.c)).all(),
            ours=lambda: verify(session),
        )
