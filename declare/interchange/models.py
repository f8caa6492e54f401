"""What was loaded before, so that loading it again changes nothing."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class Imported(Model):
    """One record that was loaded: keyed hashes of what it is known by (its ref, else its content) and of its content."""

    __tablename__ = "imported"

    type: Mapped[str] = mapped_column(String(12), primary_key=True)
    identity: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary(32))
    loaded_at: Mapped[datetime]


class WorkRow(Model):
    """One record of the work around the filings, sealed."""

    __tablename__ = "work_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12), index=True)
    sealed: Mapped[bytes]
    loaded_at: Mapped[datetime]

    @property
    def record(self) -> str:
        """The name of the sealed record: `work/3`."""
        return f"work/{self.id}"
