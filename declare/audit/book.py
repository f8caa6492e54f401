"""The book of a witness: signed heads of an audit as it saw them, countersigned with a key of its own, in a database of its own.

Whoever keeps it trusts nothing the system says: each head must be signed by the key seen first, and must prove that the
log only grew since the head before.
"""

import base64
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from declare.audit.heads import message
from declare.law import Text
from declare.vault.merkle import Hash, consistent
from declare.vault.pae import pae
from declare.vault.signer import Signer
from declare.vault.vault import signed

TABLES = """
CREATE TABLE IF NOT EXISTS head (
  size INTEGER PRIMARY KEY, root BLOB NOT NULL, at TEXT NOT NULL, signature BLOB NOT NULL, key BLOB NOT NULL,
  seen TEXT NOT NULL, countersigned BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS alarm (at TEXT NOT NULL, size INTEGER NOT NULL, kind TEXT NOT NULL);
"""

SAYS = {
    "kept": Text("已见证{size}条时的检查点。", "Witnessed the head at {size} leaves."),
    "nothing": Text("自上次见证以来没有新的检查点。", "There is no new head since the last one."),
    "unsigned": Text(
        "检查点不是原来的系统签署的，拒绝见证。", "The head is not signed by the system known so far; refused."
    ),
    "rewritten": Text(
        "{size}条时的检查点与此前见证的不相容：记录被改写，拒绝见证。",
        "The head at {size} leaves contradicts what was witnessed before: the log was rewritten; refused.",
    ),
    "shorter": Text(
        "检查点只有{size}条，少于此前见证的：记录被截短，拒绝见证。",
        "The head has {size} leaves, fewer than were witnessed before: the log was cut; refused.",
    ),
}
REFUSALS = frozenset({"unsigned", "rewritten", "shorter"})


class Seen(NamedTuple):
    """A head as the book holds it."""

    size: int
    root: Hash
    at: datetime
    signature: bytes
    key: bytes


class Answer(NamedTuple):
    """What became of a head that was shown to the witness."""

    kind: str
    size: int

    @property
    def refused(self) -> bool:
        """Whether this is an alarm."""
        return self.kind in REFUSALS

    @property
    def says(self) -> Text:
        """The answer in a sentence."""
        return SAYS[self.kind].filled(size=self.size)


class Book:
    """The book in a folder: `witness.key` (0600) and `witness.db`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path, self._signer = folder / "witness.db", Signer(folder / "witness.key")
        with self._open() as book:
            book.executescript(TABLES)

    def last(self) -> Seen | None:
        """The newest head in the book."""
        return next(self._heads("DESC LIMIT 1"), None)

    def heads(self) -> list[tuple[int, Hash]]:
        """Size and root of every head this witness countersigned itself, smallest first."""
        return [(head.size, head.root) for head in self._heads("")]

    def show(self, proof: Mapping[str, Any], *, seen: datetime) -> Answer:
        """Takes a head with the proof from the last one in the book, or refuses it and notes the alarm."""
        head = _read(proof["head"])
        kind = self._judged(head, proof)
        with self._open() as book:
            if kind == "kept":
                mark = self._signer.sign(_countersigned(head))
                written = (head.size, head.root, _iso(head.at), head.signature, head.key, _iso(seen), mark)
                book.execute("INSERT INTO head VALUES (?, ?, ?, ?, ?, ?, ?)", written)
            elif kind in REFUSALS:
                book.execute("INSERT INTO alarm VALUES (?, ?, ?)", (_iso(seen), head.size, kind))
        return Answer(kind, head.size)

    def alarms(self) -> list[tuple[str, int, str]]:
        """Every head that was refused: when, its size, why."""
        with self._open() as book:
            return book.execute("SELECT at, size, kind FROM alarm ORDER BY rowid").fetchall()

    @property
    def public(self) -> bytes:
        """The key this witness countersigns with."""
        return self._signer.public

    def _judged(self, head: Seen, proof: Mapping[str, Any]) -> str:
        """What the witness makes of a head."""
        before = self.last()
        if not signed(head.key, message(head.size, head.root, head.at), head.signature):
            return "unsigned"
        if before is None:
            return "kept"
        if head.key != before.key:
            return "unsigned"
        if head.size < before.size:
            return "shorter"
        path = [bytes.fromhex(one) for one in proof.get("path", ())]
        whole = consistent(first=before.size, second=head.size, path=path, old=before.root, new=head.root)
        return "rewritten" if not whole else "nothing" if head.size == before.size else "kept"

    def _heads(self, order: str) -> Iterator[Seen]:
        """The heads of the book whose countersignature is this witness's own."""
        asked = f"SELECT size, root, at, signature, key, countersigned FROM head ORDER BY size {order}"  # noqa: S608 # nosec B608 - our own words
        with self._open() as book:
            rows = book.execute(asked).fetchall()
        for size, root, at, signature, key, mark in rows:
            head = Seen(size, root, datetime.fromisoformat(at), signature, key)
            if signed(self.public, _countersigned(head), mark):
                yield head

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database of the book, each use durable for itself."""
        with closing(sqlite3.connect(self._path, timeout=10)) as book, book:
            book.execute("PRAGMA synchronous=FULL")
            yield book


def _read(head: Mapping[str, Any]) -> Seen:
    """A head as it was handed over."""
    signature, key = (base64.b64decode(head[name]) for name in ("signature", "key"))
    return Seen(head["size"], bytes.fromhex(head["root"]), datetime.fromisoformat(head["at"]), signature, key)


def _countersigned(head: Seen) -> bytes:
    """What a witness signs."""
    return pae("witnessed head", head.size, head.root, _iso(head.at), head.signature, head.key)


def _iso(at: datetime) -> str:
    """A time as it is written down."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
