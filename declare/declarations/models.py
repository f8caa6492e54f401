"""The tables of campaigns, drafts and filed reports: who, which year, which state; what was written is sealed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model
from declare.items.filing import FilingKind

DRAFT = "draft"
SUBMITTED = "submitted"
WEB = "web"
IMPORTED = "import"

_ONCE_A_YEAR = text("kind IN ('first', 'annual')")


class Campaign(Model):
    """The annual reporting on one year: from which day reports are taken, and the last day to file."""

    __tablename__ = "campaign"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opens: Mapped[date]
    deadline: Mapped[date]
    edition: Mapped[str] = mapped_column(String(8))


class Declaration(Model):
    """The head of one report: whose, on which year, of which kind, how far. A person files one full report a year.

    `unit_path` is where the person belonged when it was opened; `corrects` is the `ref` of the
    filing a correction is about; empty: the one on its year, which came in a file.
    """

    __tablename__ = "declaration"
    __table_args__ = (
        CheckConstraint(f"state IN ('{DRAFT}', '{SUBMITTED}')", name="state"),
        Index(
            "uq_declaration_full",
            "person_id",
            "year",
            unique=True,
            sqlite_where=_ONCE_A_YEAR,
            postgresql_where=_ONCE_A_YEAR,
        ),
        Index(None, "year", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    unit_path: Mapped[str] = mapped_column(String(200))
    year: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    edition: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(10), default=DRAFT)
    opened_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    corrects: Mapped[str] = mapped_column(String(40), default="")

    @property
    def record(self) -> str:
        """The name of the sealed record of the draft: `declaration/12`."""
        return f"declaration/{self.id}"

    @property
    def is_draft(self) -> bool:
        """Whether it can still be written."""
        return self.state == DRAFT

    @property
    def filing_kind(self) -> FilingKind:
        """What kind of report it is."""
        return FilingKind(self.kind)  # type: ignore[call-arg]  # a choice is found by its key alone

    def resource(self) -> Resource:
        """The report as a decision sees it."""
        return Resource("declaration", id=self.id, owner=self.person_id, unit=self.unit_path, state=self.state)


class Section(Model):
    """One sealed part of a draft: a table, profile, family, other matters, answers to the self-check, last year's report."""

    __tablename__ = "section"

    declaration_id: Mapped[int] = mapped_column(ForeignKey("declaration.id", ondelete="CASCADE"), primary_key=True)
    table: Mapped[str] = mapped_column(String(40), primary_key=True)
    revision: Mapped[int]
    sealed: Mapped[bytes]


class Profile(Model):
    """What is kept of a person across years, sealed in the person's own record: part `basic` and part `family`."""

    __tablename__ = "profile"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    part: Mapped[str] = mapped_column(String(10), primary_key=True)
    revision: Mapped[int]
    sealed: Mapped[bytes]


class Filing(Model):
    """One filed version of a report, sealed whole and never changed.

    `content_hash` (SHA-256, salted) and `commitment_root` stand in the receipt; `manifest` is the MAC over the sealed
    bytes; the same `idempotency_key` is one submission, however often it arrives.
    """

    __tablename__ = "filing"
    __table_args__ = (Index(None, "declaration_id", "version", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    declaration_id: Mapped[int] = mapped_column(ForeignKey("declaration.id"))
    version: Mapped[int]
    filed_on: Mapped[date]
    filed_at: Mapped[datetime]
    sealed: Mapped[bytes]
    content_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    commitment_root: Mapped[bytes] = mapped_column(LargeBinary(32))
    manifest: Mapped[bytes] = mapped_column(LargeBinary(32))
    idempotency_key: Mapped[str] = mapped_column(String(80), unique=True)
    ref: Mapped[str] = mapped_column(String(40), unique=True)
    source: Mapped[str] = mapped_column(String(8))

    @property
    def record(self) -> str:
        """The name of the sealed record: `filing/8`."""
        return f"filing/{self.id}"


class SelfCheck(Model):
    """What the self-check said when a report was signed and what the declarant answered, sealed in the filing's record.

    It is no part of the document; the manifest of the filing covers it. Reports that came in a file have none.
    """

    __tablename__ = "self_check"

    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id", ondelete="CASCADE"), primary_key=True)
    sealed: Mapped[bytes]


class Trace(Model):
    """An exact identifier that stands in a filing, as a blind digest: what is matched without opening anything."""

    __tablename__ = "trace"
    __table_args__ = (Index(None, "digest", "person_id"), Index(None, "filing_id"), Index(None, "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    index: Mapped[str] = mapped_column(String(16))
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))
    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id", ondelete="CASCADE"))
    table: Mapped[str] = mapped_column(String(40))
    entry: Mapped[int]


class Receipt(Model):
    """The signed receipt of a filing, as it is handed out; it holds no content."""

    __tablename__ = "receipt"

    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"), primary_key=True)
    body: Mapped[bytes]
