"""What a passkey lives in and the proof whose it is; requests to take lost factors away."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade():
    op.execute("DELETE FROM factor")  # nobody can say any more whose they were; they are set up again
    with op.batch_alter_table("factor") as table:
        table.add_column(sa.Column("proof", sa.LargeBinary(), nullable=False))
        table.add_column(sa.Column("device", sa.String(length=8), nullable=False))
    op.create_table(
        "factor_reset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_factor_reset_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_factor_reset"),
        sa.UniqueConstraint("account_id", name="uq_factor_reset_account_id"),
    )


def downgrade():
    op.drop_table("factor_reset")
    op.execute("DELETE FROM factor")
    with op.batch_alter_table("factor") as table:
        table.drop_column("device")
        table.drop_column("proof")
