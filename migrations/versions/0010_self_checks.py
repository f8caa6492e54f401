"""What the self-check said before a report was signed, and what the declarant answered, sealed in the filing's record."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade():
    op.create_table(
        "self_check",
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filing.id"], name="fk_self_check_filing_id_filing", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("filing_id", name="pk_self_check"),
    )


def downgrade():
    op.drop_table("self_check")
