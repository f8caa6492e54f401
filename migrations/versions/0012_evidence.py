"""Entries on their way into the tree, and what the audit said when it was last verified."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade():
    _audit_verdict()
    _audit_waiting()
    op.create_index("ix_audit_leaf_at", "audit_leaf", ["at"], unique=False)
    op.create_index("ix_audit_leaf_actor_seq", "audit_leaf", ["actor", "seq"], unique=False)


def downgrade():
    op.drop_index("ix_audit_leaf_actor_seq", "audit_leaf")
    op.drop_index("ix_audit_leaf_at", "audit_leaf")
    op.drop_table("audit_waiting")
    op.drop_table("audit_verdict")


def number():
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _audit_verdict():
    op.create_table(
        "audit_verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("fits", sa.Boolean(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("witness", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_verdict"),
    )


def _audit_waiting():
    op.create_table(
        "audit_waiting",
        sa.Column("id", number(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("row", sa.String(length=120), nullable=False),
        sa.Column("request_id", sa.String(length=40), nullable=False),
        sa.Column("reason_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_waiting"),
    )
