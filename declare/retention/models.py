"""The table of certificates: one for each destruction. None of them holds content."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model


class Certificate(Model):
    """销毁凭证: when how many records were destroyed, at which place in the audit it is written down, and the signed document."""

    __tablename__ = "certificate"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    records: Mapped[int]
    seq: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[bytes]
