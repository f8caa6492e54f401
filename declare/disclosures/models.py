"""The table of disclosures: whose, of which kind, filed when; what was disclosed is sealed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model

PART = "disclosure"


class Disclosure(Model):
    """One disclosure of one event; `unit_path` is where the person belonged when it was filed."""

    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "person_id", "filed_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_path: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    filed_on: Mapped[date]
    filed_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=1)
    sealed: Mapped[bytes]

    @property
    def record(self) -> str:
        """The name of the sealed record: `disclosure/9`."""
        return f"disclosure/{self.id}"

    def resource(self) -> Resource:
        """The disclosure as a decision sees it."""
        return Resource("disclosure", id=self.id, owner=self.person_id, unit=self.unit_path)
