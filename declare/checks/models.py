"""The table of findings: which rule, about whom, in which state; what a finding says is sealed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model

OPEN = "open"
WAITS = "waits"
INQUIRED = "inquired"
DEFERRED = "deferred"
DECIDED = "decided"
CURED = "cured"
STATES = (OPEN, WAITS, INQUIRED, DEFERRED, DECIDED, CURED)
"""Open; waiting for a second person; put to the declarant; put off; decided; no longer found."""

SAME = "same"
DIFFERENT = "different"
REVOKED = "revoked"
VERDICTS = (SAME, DIFFERENT, REVOKED)
"""One thing; two things; what was judged before is taken back."""


class Finding(Model):
    """What one rule found in one report. The same finding again is the same row.

    `fingerprint` is a keyed digest of the rule, the report and the place, `content` one of all it says, so that a
    change is noticed without opening anything. A finding about no report, or nobody, names none. `reopened` when what was decided says something else now.
    """

    __tablename__ = "finding"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="state"),
        CheckConstraint("severity BETWEEN 1 AND 5", name="severity"),
        Index(None, "state", "person_id"),
        Index(None, "person_id", "year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary(32))
    rule: Mapped[str] = mapped_column(String(8))
    version: Mapped[int]
    severity: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    declaration_id: Mapped[int | None] = mapped_column(ForeignKey("declaration.id"), index=True)
    filing_id: Mapped[int | None] = mapped_column(ForeignKey("filing.id"))
    year: Mapped[int]
    state: Mapped[str] = mapped_column(String(8), default=OPEN)
    reopened: Mapped[bool] = mapped_column(default=False)
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    revision: Mapped[int]
    sealed: Mapped[bytes]

    @property
    def record(self) -> str:
        """The name of the sealed record: `finding/5`."""
        return f"finding/{self.id}"


class WorkRow(Model):
    """One record of the work around the filings, sealed; `about` is the blind digest of the identity number it is about."""

    __tablename__ = "work_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12), index=True)
    about: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    sealed: Mapped[bytes]
    loaded_at: Mapped[datetime]

    @property
    def record(self) -> str:
        """The name of the sealed record: `work/3`."""
        return f"work/{self.id}"


class Judgement(Model):
    """Whether what a register tells of and an entry of a report are one thing, as a person decided; only ever added.

    `registered` and `declared` are keyed digests of what the two are known by, bound to the person. The latest on a pair
    counts; one that is `revoked` leaves the pair to the rules again. The reason is sealed.
    """

    __tablename__ = "judgement"
    __table_args__ = (
        CheckConstraint(f"verdict IN ({', '.join(map(repr, VERDICTS))})", name="verdict"),
        Index(None, "person_id", "registered", "declared"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    registered: Mapped[bytes] = mapped_column(LargeBinary(32))
    declared: Mapped[bytes] = mapped_column(LargeBinary(32))
    verdict: Mapped[str] = mapped_column(String(10))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    sealed: Mapped[bytes]

    @property
    def record(self) -> str:
        """The name of the sealed record: `judgement/7`."""
        return f"judgement/{self.id}"


class Stale(Model):
    """A person whose facts have changed since the rules were last run on them."""

    __tablename__ = "stale"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)


class Run(Model):
    """One check of everything: under which rules and on which day (`basis`), how far it has come, and when it ended.

    `cursor` is the last person done, so that a run that was stopped goes on where it was. The counts say what it did.
    """

    __tablename__ = "check_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    basis: Mapped[bytes] = mapped_column(LargeBinary(32))
    cursor: Mapped[int] = mapped_column(default=0)
    reports: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    cured: Mapped[int] = mapped_column(default=0)
    began: Mapped[datetime]
    ended: Mapped[datetime | None]
