"""The table of requests to see what is masked: whose fields, which, for how long, who decided; the reasons are sealed."""

from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model

REQUESTED = "requested"
ACTIVE = "active"
REFUSED = "refused"
WITHDRAWN = "withdrawn"
LAPSED = "lapsed"
ENDED = "ended"
STATES = (REQUESTED, ACTIVE, REFUSED, WITHDRAWN)

ANSWERED_WITHIN = timedelta(days=14)
"""How long a request waits for its answer; then it has lapsed."""


class Unmasking(Model):
    """One account's request to see one person's named fields whole; `fields` are names of the form, one blank between them.

    `until` is the moment it ends by itself. A request nobody answered lapses.
    """

    __tablename__ = "unmasking"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="state"),
        CheckConstraint("decided_by IS NULL OR decided_by <> account_id", name="second"),
        CheckConstraint(f"state <> '{ACTIVE}' OR (decided_by IS NOT NULL AND until IS NOT NULL)", name="decided"),
        Index(None, "account_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    fields: Mapped[str] = mapped_column(String(2000))
    days: Mapped[int]
    state: Mapped[str] = mapped_column(String(10), index=True)
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    sealed: Mapped[bytes]
    decision: Mapped[bytes | None]

    @property
    def record(self) -> str:
        """The name of the sealed record: `unmasking/3`."""
        return f"unmasking/{self.id}"

    @property
    def named(self) -> frozenset[str]:
        """The fields, each by its table and key: `real_estate.address`."""
        return frozenset(self.fields.split())

    def standing(self, at: datetime) -> str:
        """The state at a moment: what was let through ends, what nobody answered lapses."""
        if self.state == ACTIVE and self.until is not None and self.until <= at:
            return ENDED
        if self.state == REQUESTED and self.asked_at + ANSWERED_WITHIN <= at:
            return LAPSED
        return self.state
