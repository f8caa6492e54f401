"""Whether a record was loaded before: known by its ref, or else by all it says."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from declare.extensions import vault
from declare.interchange.models import Imported
from declare.interchange.records import AnyRecord
from declare.interchange.writing import written
from declare.items.reading import Unreadable
from declare.law import Text

CHANGED = Text(
    "编号“{ref}”的记录已导入过，内容不同；更正请用新编号，并以 corrects 指明原编号。",
    "a record with the ref “{ref}” was loaded with other content; give a correction a ref of its own.",
)

_canonical = msgspec.json.Encoder(order="deterministic").encode


class Ledger:
    """The records that were loaded, by keyed hashes: nothing can be guessed from them without the key."""

    def __init__(self, session: Session, at: datetime) -> None:
        self.session = session
        self.at = at
        self._mac = vault.mac("audit")

    def enter(self, type: str, record: AnyRecord) -> bool:
        """Notes a record; False where the same was loaded before. Unreadable where its ref was, with other content."""
        told = written(record)
        content = self._hash("content", _content(told))
        identity = self._hash("ref", record.ref.encode()) if record.ref else content
        known = self.session.get(Imported, (type, identity))
        if known is None:
            self.session.add(Imported(type=type, identity=identity, content=content, loaded_at=self.at))
            return True
        if known.content != content:
            raise Unreadable("ref", CHANGED.filled(ref=record.ref[:40]))
        return False

    def _hash(self, what: str, value: bytes) -> bytes:
        """A keyed hash of 32 bytes."""
        return self._mac(b"imported " + what.encode() + b"\0" + value)


def _content(told: dict[str, Any]) -> bytes:
    """All a record says, without its ref, in one spelling."""
    return _canonical({key: value for key, value in told.items() if key != "ref"})
