"""What was loaded before, so that loading it again changes nothing."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class Imported(Model):
    """One record that was loaded: keyed hashes of what it is known by (its ref, else its content) and of its content."""

    __tablename__ = "imported"

    type: Mapped[str] = mapped_column(String(12), primary_key=True)
    identity: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary(32))
    loaded_at: Mapped[datetime]
