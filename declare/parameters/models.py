"""The table of changes of parameters: who proposed which value from which day, who agreed; reasons and the trial are sealed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model
from declare.parameters.values import LONGEST

PROPOSED = "proposed"
APPROVED = "approved"
REFUSED = "refused"
WITHDRAWN = "withdrawn"
LAPSED = "lapsed"
STATES = (PROPOSED, APPROVED, REFUSED, WITHDRAWN, LAPSED)
"""Waits for another; decided; taken back by who proposed it; its day came before anybody decided."""


class ParameterChange(Model):
    """One change of a parameter. `since` is the first day it holds, later than the day it was approved on.

    `value` is JSON of the parameter's kind. Sealed are the reason, the second person's reason, and `effect`: what
    a trial over past years found; `tested_at` says when, None while it runs. One change of a parameter waits at a time.
    """

    __tablename__ = "parameter_change"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="state"),
        CheckConstraint("decided_by IS NULL OR decided_by <> proposed_by", name="second"),
        CheckConstraint("state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL", name="decided"),
        Index(
            "uq_parameter_change_waiting",
            "key",
            unique=True,
            sqlite_where=text("state = 'proposed'"),
            postgresql_where=text("state = 'proposed'"),
        ),
        Index(None, "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), index=True)
    value: Mapped[str] = mapped_column(String(LONGEST))
    since: Mapped[date]
    state: Mapped[str] = mapped_column(String(10))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    proposed_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None]
    tested_at: Mapped[datetime | None]
    reason: Mapped[bytes]
    decision: Mapped[bytes | None]
    effect: Mapped[bytes | None]

    @property
    def record(self) -> str:
        """The name of the sealed record: `parameter/4`."""
        return f"parameter/{self.id}"

    def standing(self, today: date) -> str:
        """The state on a day: nobody can agree any more once the day has come."""
        return LAPSED if self.state == PROPOSED and self.since <= today else self.state

    def resource(self) -> Resource:
        """The change as a decision sees it."""
        from declare.web import today

        return Resource("parameter", id=self.id, state=self.standing(today()), asked_by=self.proposed_by)
