"""Keys, and the audit nobody can rewrite unnoticed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    _audit_checkpoint()
    _audit_leaf()
    _audit_node()
    _data_key()


def downgrade():
    op.drop_table("data_key")
    op.drop_table("audit_node")
    op.drop_table("audit_leaf")
    op.drop_table("audit_checkpoint")


def _audit_checkpoint():
    op.create_table(
        "audit_checkpoint",
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=64), nullable=False),
        sa.PrimaryKeyConstraint("size", name="pk_audit_checkpoint"),
    )


def _audit_leaf():
    op.create_table(
        "audit_leaf",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("row", sa.String(length=120), nullable=False),
        sa.Column("request_id", sa.String(length=40), nullable=False),
        sa.Column("reason_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_leaf"),
    )
    op.create_index("ix_audit_leaf_object", "audit_leaf", ["object"], unique=False)


def _audit_node():
    op.create_table(
        "audit_node",
        sa.Column("done", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("level", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("done", "level", name="pk_audit_node"),
        sqlite_with_rowid=False,
    )


def _data_key():
    op.create_table(
        "data_key",
        sa.Column("record", sa.String(length=80), nullable=False),
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("suite", sa.Integer(), nullable=False),
        sa.Column("kek_version", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("record", name="pk_data_key"),
        sa.UniqueConstraint("key_id", name="uq_data_key_key_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_data_key_kek_version_record", "data_key", ["kek_version", "record"], unique=False)
