"""The table of how often somebody may still do something that costs much."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class PaceRow(Model):
    """One person or address and one kind of thing, as a keyed digest: when everything it used up will have come back."""

    __tablename__ = "pace"

    digest: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    full: Mapped[datetime] = mapped_column(index=True)
