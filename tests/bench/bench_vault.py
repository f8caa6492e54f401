"""How fast a report is sealed and opened, keys are wrapped anew, and the audit is written and verified."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from sqlalchemy import select

from declare.audit import append, verify
from declare.audit.models import AuditLeaf
from declare.config import Settings
from declare.extensions import Model, db, vault
from declare.items.filing import Filing
from declare.vault import envelope
from declare.vault.envelope import Opener, Sealer
from declare.vault.padding import pad
from declare.vault.rotation import rewrap
from tests.bench.harness import Pair, goal
from tests.bench.reference import reference
from tests.conftest import dispose, floor_app

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
        with app.app_context():
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


@goal("E2", "重新包装数据密钥 ≤ 2 × 驱动直接改同样的行 · rewrap, against the raw driver with key wrap", at_most=2)
def rotation() -> Iterator[Pair]:
    with floor():
        for number in range(2000):
            vault.create(db.session, f"filing/{number}")
        db.session.commit()

        def ours() -> None:
            vault.ring.add("kek")
            sum(rewrap(db.session, vault.ring))

        yield Pair(floor=bare_rewrap, ours=ours)


def bare_rewrap() -> None:
    """The same rows through the driver alone: read, AES key wrap, write, commit."""
    driver = db.engine.raw_connection()
    driver.execute("BEGIN IMMEDIATE")
    rows = driver.execute("SELECT wrapped, record FROM data_key ORDER BY record").fetchall()
    wrapped = [(wrapped, record, aes_key_unwrap(KEY, aes_key_wrap(KEY, KEY))) for wrapped, record in rows]
    driver.executemany(
        "UPDATE data_key SET wrapped = ?, kek_version = kek_version WHERE record = ?", [row[:2] for row in wrapped]
    )
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
