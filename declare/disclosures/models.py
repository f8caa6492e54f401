"""The tables of disclosures: whose, of which kind, filed when, still standing or withdrawn; what was disclosed is sealed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model

PART = "disclosure"
FILED = "filed"
WITHDRAWN = "withdrawn"


class Disclosure(Model):
    """One disclosure of one event; `unit_path` is where the person belonged when it was filed.

    `filed_on` and `filed_at` are of the first filing and decide whether it was in time; `changed_at` is the last correction
    or the withdrawal. The same `idempotency_key` of a person is one disclosure, however often it arrives; what came in a
    file has none, but may have a `ref` it is cited by. `letter` is the blind digest of the letter a reception was held on,
    `named` that of the name of whoever is said to have interfered in a case.
    """

    __tablename__ = "disclosure"
    __table_args__ = (
        CheckConstraint(f"state IN ('{FILED}', '{WITHDRAWN}')", name="state"),
        UniqueConstraint("person_id", "idempotency_key"),
        Index(None, "person_id", "filed_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_path: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10), default=FILED)
    filed_on: Mapped[date]
    filed_at: Mapped[datetime]
    changed_at: Mapped[datetime | None]
    ref: Mapped[str] = mapped_column(String(40), default="")
    letter: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    named: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    idempotency_key: Mapped[str | None] = mapped_column(String(64))
    revision: Mapped[int] = mapped_column(default=1)
    sealed: Mapped[bytes]

    @property
    def record(self) -> str:
        """The name of the sealed record: `disclosure/9`."""
        return f"disclosure/{self.id}"

    @property
    def stands(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.state == FILED

    def resource(self) -> Resource:
        """The disclosure as a decision sees it."""
        return Resource("disclosure", id=self.id, owner=self.person_id, unit=self.unit_path, state=self.state)


class Replaced(Model):
    """What a disclosure said before it was corrected, and until when: nothing that was disclosed is overwritten."""

    __tablename__ = "disclosure_replaced"

    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    until: Mapped[datetime]
    sealed: Mapped[bytes]
