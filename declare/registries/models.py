"""The tables of extracts: of which registry (`kind`), received when, kept until when; rows and provenance are sealed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model

LOADING = "loading"
KEPT = "kept"
STATES = (LOADING, KEPT)


class Extract(Model):
    """The rows of one registry that came together; they share one data key.

    An extract that is still `loading` is read by nobody. `fingerprint` is a keyed hash of the file it came in, so that
    the same file is noticed; `provenance` holds file name, SHA-256 and source, sealed. `loaded_by` None: the command line.
    """

    __tablename__ = "extract"
    __table_args__ = (
        Index(None, "kind", "received"),
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    received: Mapped[date | None]
    loaded_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default=KEPT)
    rows: Mapped[int] = mapped_column(default=0)
    keep_until: Mapped[date | None] = mapped_column(index=True)
    loaded_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    fingerprint: Mapped[bytes | None] = mapped_column(LargeBinary(32), index=True)
    provenance: Mapped[bytes | None]

    @property
    def record(self) -> str:
        """The name of the sealed record: `extract/4`."""
        return f"extract/{self.id}"

    def resource(self) -> Resource:
        """The extract as a decision sees it."""
        return Resource("extract", id=self.id, state=self.state, asked_by=self.loaded_by)


class ExtractRow(Model):
    """One row of an extract, sealed as the part that its position names."""

    __tablename__ = "extract_row"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extract.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class ExtractTrace(Model):
    """An exact identifier that stands in a row, as a blind digest: what is matched without opening anything."""

    __tablename__ = "extract_trace"
    __table_args__ = (Index(None, "digest"), Index(None, "extract_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extract.id", ondelete="CASCADE"))
    position: Mapped[int]
    index: Mapped[str] = mapped_column(String(16))
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))


class Upload(Model):
    """A file that was handed over and waits, sealed in pieces, until its columns are agreed on; then it is destroyed.

    `about` holds name and SHA-256, `mapping` what was agreed on, both sealed; `extract_id` is what is being loaded of it.
    """

    __tablename__ = "upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    expires: Mapped[datetime] = mapped_column(index=True)
    size: Mapped[int]
    extract_id: Mapped[int | None] = mapped_column(ForeignKey("extract.id", ondelete="SET NULL"))
    about: Mapped[bytes]
    mapping: Mapped[bytes | None]

    @property
    def record(self) -> str:
        """The name of the sealed record: `upload/9`."""
        return f"upload/{self.id}"

    def resource(self) -> Resource:
        """The file as a decision sees it: whoever handed it over owns it."""
        return Resource("upload", id=self.id, asked_by=self.account_id)


class UploadPart(Model):
    """One piece of a file, sealed as the part that its position names."""

    __tablename__ = "upload_part"

    upload_id: Mapped[int] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
