"""The table of units."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model

ROOT = "/"


class Unit(Model):
    """One unit: its code, its name, the unit above it, and the path of codes that leads to it (`/ZD/JD/`)."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    path: Mapped[str] = mapped_column(String(200), unique=True)
    region: Mapped[str] = mapped_column(String(6), default="")
    site: Mapped[str] = mapped_column(String(20), default="")

    @property
    def depth(self) -> int:
        """How many units lie above it."""
        return self.path.count("/") - 2
