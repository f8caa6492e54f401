"""The table of jobs: what is to be done to which record; never content, never a key."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model

WAITING = "waiting"
RUNNING = "running"
DONE = "done"
FAILED = "failed"


class Job(Model):
    """One piece of work: its name, the ids it is about (`release=3`), how often it was tried, and not before when."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint(f"state IN ('{WAITING}', '{RUNNING}', '{DONE}', '{FAILED}')", name="state"),
        Index(None, "state", "run_after"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    ids: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    run_after: Mapped[datetime]
    created: Mapped[datetime]

    def arguments(self) -> dict[str, int]:
        """The ids as the function gets them."""
        pairs = (pair.split("=") for pair in self.ids.split())
        return {name: int(number) for name, number in pairs}
