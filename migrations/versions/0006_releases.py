"""Exports asked for, approved and built."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade():
    _release()


def downgrade():
    op.drop_table("release")


def _release():
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("profile", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("formats", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("requested_by", sa.Integer(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=True),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purpose", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("included", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("state IN ('requested', 'approved', 'refused', 'built', 'close')", name="ck_release_state"),
        sa.CheckConstraint("decided_by IS NULL OR decided_by <> requested_by", name="ck_release_second"),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name="fk_release_decided_by_account"),
        sa.ForeignKeyConstraint(["requested_by"], ["account.id"], name="fk_release_requested_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_release"),
    )
    op.create_index("ix_release_requested_by", "release", ["requested_by"], unique=False)
    op.create_index("ix_release_state", "release", ["state"], unique=False)
