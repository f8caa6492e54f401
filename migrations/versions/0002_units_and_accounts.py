"""Units, people, accounts, rights, sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    _sign_in_attempt()
    _unit()
    _person()
    _account()
    _account_grant()
    _session()


def downgrade():
    op.drop_table("session")
    op.drop_table("account_grant")
    op.drop_table("account")
    op.drop_table("person")
    op.drop_table("unit")
    op.drop_table("sign_in_attempt")


def _sign_in_attempt():
    op.create_table(
        "sign_in_attempt",
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_sign_in_attempt"),
    )


def _unit():
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.Column("region", sa.String(length=6), nullable=False),
        sa.Column("site", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name="fk_unit_parent_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint("code", name="uq_unit_code"),
        sa.UniqueConstraint("path", name="uq_unit_path"),
    )
    op.create_index("ix_unit_parent_id", "unit", ["parent_id"], unique=False)


def _person():
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("unit_path", sa.String(length=200), nullable=False),
        sa.Column("managed_by", sa.Integer(), nullable=True),
        sa.Column("id_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("card", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["managed_by"], ["unit.id"], name="fk_person_managed_by_unit"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_person_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("id_digest", name="uq_person_id_digest"),
    )
    op.create_index("ix_person_managed_by", "person", ["managed_by"], unique=False)
    op.create_index("ix_person_unit_id", "person", ["unit_id"], unique=False)
    op.create_index("ix_person_unit_path", "person", ["unit_path"], unique=False)


def _account():
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("secret", sa.String(length=256), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_in", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_account_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
    )
    op.create_index("ix_account_person_id", "account", ["person_id"], unique=False)


def _account_grant():
    op.create_table(
        "account_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("scope", sa.String(length=200), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by", sa.BigInteger(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'active')", name="ck_account_grant_state"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_account_grant_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account_grant"),
        sa.UniqueConstraint("account_id", "role", name="uq_account_grant_account_id_role"),
    )
    op.create_index(
        "uq_account_grant_administrator",
        "account_grant",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("state = 'active' AND role IN ('audit_admin', 'security_admin', 'system_admin')"),
        postgresql_where=sa.text("state = 'active' AND role IN ('audit_admin', 'security_admin', 'system_admin')"),
    )


def _session():
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("browser", sa.String(length=40), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_session_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sa.UniqueConstraint("digest", name="uq_session_digest"),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"], unique=False)
    op.create_index("ix_session_expires", "session", ["expires"], unique=False)
