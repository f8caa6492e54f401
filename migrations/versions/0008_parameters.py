"""Changes of the rules' parameters: proposed by one, approved by another, in force from a day."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

WAITING = sa.text("state = 'proposed'")


def upgrade():
    op.create_table(
        "parameter_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.String(length=2000), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        sa.Column("effect", sa.LargeBinary(), nullable=True),
        *_constraints(),
    )
    op.create_index("ix_parameter_change_key", "parameter_change", ["key"], unique=False)
    op.create_index("ix_parameter_change_proposed_by", "parameter_change", ["proposed_by"], unique=False)
    op.create_index("ix_parameter_change_state", "parameter_change", ["state"], unique=False)
    op.create_index(
        "uq_parameter_change_waiting",
        "parameter_change",
        ["key"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade():
    op.drop_table("parameter_change")


def _constraints():
    states = "'proposed', 'approved', 'refused', 'withdrawn', 'lapsed'"
    return (
        sa.CheckConstraint(f"state IN ({states})", name="ck_parameter_change_state"),
        sa.CheckConstraint("decided_by IS NULL OR decided_by <> proposed_by", name="ck_parameter_change_second"),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL", name="ck_parameter_change_decided"
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name="fk_parameter_change_decided_by_account"),
        sa.ForeignKeyConstraint(["proposed_by"], ["account.id"], name="fk_parameter_change_proposed_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_parameter_change"),
    )
