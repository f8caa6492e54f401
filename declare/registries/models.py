"""The tables of extracts: of which registry (`kind`), received when; the rows are sealed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class Extract(Model):
    """The rows of one registry that came together; they share one data key."""

    __tablename__ = "extract"
    __table_args__ = (Index(None, "kind", "received"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    received: Mapped[date | None]
    loaded_at: Mapped[datetime]

    @property
    def record(self) -> str:
        """The name of the sealed record: `extract/4`."""
        return f"extract/{self.id}"


class ExtractRow(Model):
    """One row of an extract, sealed as the part that its position names."""

    __tablename__ = "extract_row"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extract.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
