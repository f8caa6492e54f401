"""The table of exports: who asked for which, who let it out, until when; purpose and reasons are sealed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model
from declare.items.vocabulary import Choice

REQUESTED = "requested"
APPROVED = "approved"
REFUSED = "refused"
BUILT = "built"
TOO_CLOSE = "close"
EXPIRED = "expired"
STATES = (REQUESTED, APPROVED, REFUSED, BUILT, TOO_CLOSE)


class Profile(Choice):
    """What an export holds."""

    AUDIT = ("audit", "审计明细（每项一行，已脱敏）", "Audit: a row an entry, redacted")
    STATISTICS = ("statistics", "统计（只有计数）", "Statistics: counts only")


class Release(Model):
    """One export, from the request to the file. `year` None: all years. `close`: too like an earlier one, not let out.

    Sealed are the purpose, the approver's reason, and who is in it, which the next export is compared with.
    """

    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="state"),
        CheckConstraint("decided_by IS NULL OR decided_by <> requested_by", name="second"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile: Mapped[str] = mapped_column(String(12))
    year: Mapped[int | None]
    formats: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(10), index=True)
    k: Mapped[int]
    requested_by: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    requested_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None]
    expires: Mapped[datetime | None]
    built_at: Mapped[datetime | None]
    purpose: Mapped[bytes]
    reason: Mapped[bytes | None]
    included: Mapped[bytes | None]

    @property
    def record(self) -> str:
        """The name of the sealed record: `release/4`."""
        return f"release/{self.id}"

    def standing(self, at: datetime) -> str:
        """The state at a moment: an approval ends after its days."""
        over = self.state in (APPROVED, BUILT) and self.expires is not None and self.expires <= at
        return EXPIRED if over else self.state

    def resource(self) -> Resource:
        """The export as a decision sees it."""
        from declare.web import now

        return Resource("release", id=self.id, state=self.standing(now()), asked_by=self.requested_by)
