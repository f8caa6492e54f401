"""The tables of accounts, rights, sessions, attempts to sign in, and the people behind them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from declare.access import ADMINISTRATORS, ROLES, Actor, Resource, Role
from declare.database import Model
from declare.vault import Reader
from declare.web import authority

ACTIVE = "active"
WAITING = "waiting"
_ADMIN_IN_FORCE = text(
    f"state = '{ACTIVE}' AND role IN ({', '.join(sorted(repr(role.value) for role in ADMINISTRATORS))})"
)


class Person(Model):
    """Somebody who reports, or works with the reports: where they belong; who they are is sealed.

    `unit_path` repeats the path of the unit, so that everybody below a unit is one range of an index. `id_digest` is the
    blind digest of the identity number, `name_digest` that of the name, `card` the sealed PersonCard, `revision` the number of times it was sealed.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    unit_path: Mapped[str] = mapped_column(String(200), index=True)
    managed_by: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    id_digest: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    name_digest: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    card: Mapped[bytes]
    revision: Mapped[int]

    @property
    def record(self) -> str:
        """The name of the sealed record: `person/3`."""
        return f"person/{self.id}"

    def resource(self) -> Resource:
        """The person as a decision sees them."""
        return Resource(kind="person", id=self.id, owner=self.id, unit=self.unit_path)


class FormerUnit(Model):
    """A unit somebody belonged to, and the day they left it; read to know who worked together not long ago."""

    __tablename__ = "former_unit"
    __table_args__ = (Index(None, "unit_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    until: Mapped[date]


class Account(Model):
    """Who signs in: a name to sign in with, the hash of a password, and the person behind it where there is one.

    `must_change` while the first password, which somebody else has seen, is in use.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(64), unique=True)
    secret: Mapped[str] = mapped_column(String(256))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    must_change: Mapped[bool] = mapped_column(default=True)
    disabled: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime]
    signed_in: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship(lazy="raise_on_sql")
    grants: Mapped[list["Grant"]] = relationship(
        back_populates="account", order_by="Grant.id", lazy="raise_on_sql", cascade="all, delete-orphan"
    )

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        """Whether the account may be used."""
        return not self.disabled

    def get_id(self) -> str:
        """How a session names the account."""
        return str(self.id)

    @property
    def active(self) -> frozenset[Role]:
        """The roles in force."""
        return frozenset(grant.named for grant in self.grants if grant.state == ACTIVE)

    def actor(self) -> Actor:
        """The account as decisions see it."""
        reaches = {grant.named: grant.scope for grant in self.grants if grant.state == ACTIVE and grant.scope}
        unit = self.person.unit_path if self.person else ""
        return Actor(account=self.id, person=self.person_id, roles=self.active, unit=unit, reaches=reaches)

    def reader(self, purpose: str) -> Reader:
        """The account as the vault sees it: in the role the current request was allowed in."""
        return Reader(self.id, authority().role, purpose)

    def resource(self) -> Resource:
        """The account as a decision sees it: nobody disables their own."""
        return Resource(kind="account", id=self.id, state="disabled" if self.disabled else "active", asked_by=self.id)

    @property
    def must_enrol(self) -> bool:
        """Whether a second factor must be set up before anything else."""
        from declare.accounts.factors.halfway import lacking

        return lacking(self.active) is not None

    def display_name(self) -> str:
        """What the head of a page calls the person signed in."""
        from declare.accounts.names import name_of

        return name_of(self)


class Grant(Model):
    """A role of an account: waiting until the security administrator gives it, then active.

    `scope` is the path of another unit where the role is held for that one, else empty. No account holds two of the
    administrators' roles: the database itself refuses the second.
    """

    __tablename__ = "account_grant"
    __table_args__ = (
        UniqueConstraint("account_id", "role"),
        CheckConstraint(f"state IN ('{WAITING}', '{ACTIVE}')", name="state"),
        Index(
            "uq_account_grant_administrator",
            "account_id",
            unique=True,
            sqlite_where=_ADMIN_IN_FORCE,
            postgresql_where=_ADMIN_IN_FORCE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(8))
    scope: Mapped[str] = mapped_column(String(200), default="")
    asked_by: Mapped[int | None] = mapped_column(BigInteger)
    asked_at: Mapped[datetime]
    given_by: Mapped[int | None] = mapped_column(BigInteger)
    given_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(back_populates="grants", lazy="raise_on_sql")

    def resource(self) -> Resource:
        """The grant as a decision sees it: not for the one who asked for it."""
        return Resource(kind="grant", id=self.id, state=self.state, asked_by=self.asked_by)

    @property
    def named(self) -> Role:
        """The role."""
        return ROLES[self.role]


class SessionRow(Model):
    """One session: the hash of the secret in the cookie, when it began, when it was last seen, and until when it lasts.

    `data` is what the pages remember between two requests: the token of the forms, a message to show once; no content.
    """

    __tablename__ = "session"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    data: Mapped[bytes]
    browser: Mapped[str] = mapped_column(String(40), default="")
    created: Mapped[datetime]
    seen: Mapped[datetime]
    expires: Mapped[datetime] = mapped_column(index=True)

    @property
    def replaced(self) -> bool:
        """Whether it goes on under another secret, and this row is only left for a click made twice."""
        return b'"replaced":true' in self.data

    def resource(self) -> Resource:
        """The session as a decision sees it: its own account's."""
        return Resource(kind="session", id=self.id, asked_by=self.account_id)


class Attempt(Model):
    """Failed attempts to sign in under one name, known or not: how many in a row, and until when to wait."""

    __tablename__ = "sign_in_attempt"

    digest: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    failures: Mapped[int]
    last: Mapped[datetime]
    until: Mapped[datetime]


class AccessReview(Model):
    """One review of all accounts and rights: who did it and when, how many there were, how many changes since the one before.

    The note of whoever reviewed is the sealed reason of its audit leaf.
    """

    __tablename__ = "access_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    at: Mapped[datetime]
    accounts: Mapped[int]
    roles: Mapped[int]
    changes: Mapped[int]
