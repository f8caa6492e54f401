"""The table of second factors."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from declare.access import Resource
from declare.database import Model


class Kind(StrEnum):
    """What somebody shows beside the password."""

    PASSKEY = "passkey"
    TOTP = "totp"
    RECOVERY = "recovery"


class Device(StrEnum):
    """What a passkey lives in, as its owner says, to know it again."""

    OFFICE = "office"
    HOME = "home"
    PHONE = "phone"
    KEY = "key"
    OTHER = "other"


class Factor(Model):
    """One passkey, one authenticator app, or one code on paper.

    `material` is the id of a passkey's credential, the salt of an app's secret, the digest of a code; `public` the public
    key of a passkey (COSE). `counter` is the signature count of a passkey, the last thirty seconds an app's code was of.
    `pepper` is the version of the pepper behind secret, digest and `proof`, which binds a passkey to its account. `device`
    says what a passkey lives in, `browser` where it was set up.
    """

    __tablename__ = "factor"
    __table_args__ = (
        CheckConstraint("kind IN ('passkey', 'totp', 'recovery')", name="kind"),
        UniqueConstraint("kind", "material"),
        Index(None, "account_id", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(8))
    material: Mapped[bytes] = mapped_column(LargeBinary)
    public: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    pepper: Mapped[int] = mapped_column(default=0)
    counter: Mapped[int] = mapped_column(BigInteger, default=0)
    proof: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    device: Mapped[str] = mapped_column(String(8), default="")
    browser: Mapped[str] = mapped_column(String(40), default="")
    created: Mapped[datetime]
    used: Mapped[datetime | None]

    def resource(self) -> Resource:
        """The factor as a decision sees it: its own account's."""
        return Resource(kind="factor", id=self.id, asked_by=self.account_id)


class FactorReset(Model):
    """A request to take every second factor of an account away, because its owner has lost them; it waits for another administrator."""

    __tablename__ = "factor_reset"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), unique=True)
    asked_by: Mapped[int | None]
    asked_at: Mapped[datetime]

    def resource(self) -> Resource:
        """The request as a decision sees it: whoever asked does not answer."""
        return Resource(kind="factor_reset", id=self.id, asked_by=self.asked_by)
