"""The table of data keys, one wrapped key for each sealed record, and that of the keys destroyed at the end of their time."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class DataKey(Model):
    """The key of one record, wrapped; deleting the row makes the record unreadable for ever."""

    __tablename__ = "data_key"
    __table_args__ = (Index(None, "kek_version", "record"), {"sqlite_with_rowid": False})

    record: Mapped[str] = mapped_column(String(80), primary_key=True)
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    suite: Mapped[int]
    kek_version: Mapped[int]
    wrapped: Mapped[bytes]
    commitment: Mapped[bytes]
    created: Mapped[datetime]


class DestroyedKey(Model):
    """That the key of a record was destroyed when its time was over: its name, when, and under which certificate."""

    __tablename__ = "destroyed_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    record: Mapped[str] = mapped_column(String(80), primary_key=True)
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    at: Mapped[datetime]
    certificate: Mapped[int]
