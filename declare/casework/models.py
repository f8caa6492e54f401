"""The tables of casework: who looked into whose matters and why, and what was decided on a finding."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model
from declare.items.vocabulary import Choice


class Outcome(Choice):
    """What a reviewer does with a finding."""

    INQUIRE = ("inquire", "发起函询", "Ask the declarant")
    ACCEPT = ("accept", "采信说明", "Accept the explanation")
    DEFER = ("defer", "暂缓", "Put off")
    REFER = ("refer", "转线索", "Refer as a lead")
    SAME = ("same", "判断为同一项", "Judged to be one thing")
    DIFFERENT = ("different", "判断不是同一项", "Judged to be two things")


OFFERED = (Outcome.INQUIRE, Outcome.ACCEPT, Outcome.DEFER, Outcome.REFER)
"""What a reviewer chooses among; the rest comes of a judgement on a match that takes two."""


class Step(Choice):
    """What a decision is: final at once, proposed to a second person, or that person's answer."""

    DECIDED = ("decided", "决定", "Decided")
    PROPOSED = ("proposed", "提请复核", "Proposed for confirmation")
    CONFIRMED = ("confirmed", "复核同意", "Confirmed")
    RETURNED = ("returned", "退回", "Returned")


class Consultation(Model):
    """调阅登记: one reviewer may look into one person's reports until a day, or until they are given back.

    Why, under which approval and by whom approved is sealed.
    """

    __tablename__ = "consultation"
    __table_args__ = (Index(None, "account_id", "person_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    begun: Mapped[datetime]
    until: Mapped[date]
    returned_at: Mapped[datetime | None]
    sealed: Mapped[bytes]

    @property
    def record(self) -> str:
        """The name of the sealed record, and the purpose every reading under it names: `consultation/7`."""
        return f"consultation/{self.id}"

    @property
    def number(self) -> str:
        """The number it is cited by: 2026-007."""
        return f"{self.begun.year}-{self.id:03}"


class Decision(Model):
    """One step of deciding on a finding; only ever added. The reason is sealed with the finding."""

    __tablename__ = "decision"
    __table_args__ = (
        Index(None, "finding_id", "position", unique=True),
        CheckConstraint(f"step IN ({', '.join(repr(step.value) for step in Step)})", name="step"),
        CheckConstraint(f"outcome IN ({', '.join(repr(one.value) for one in Outcome)})", name="outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"))
    position: Mapped[int]
    step: Mapped[str] = mapped_column(String(10))
    outcome: Mapped[str] = mapped_column(String(10))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    sealed: Mapped[bytes]

    @property
    def part(self) -> str:
        """The part of the finding's record the reason is sealed as."""
        return f"reason/{self.position}"


class Assignment(Model):
    """A person's case given to one account by the lead, although it may lie outside that account's units; only ever ended."""

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "account_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    assigned_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
