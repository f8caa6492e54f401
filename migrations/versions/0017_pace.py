"""How often somebody may do what costs much: one row a person or address and kind of thing, shared by all workers."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade():
    op.create_table(
        "pace",
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("full", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_pace"),
    )
    op.create_index("ix_pace_full", "pace", ["full"], unique=False)


def downgrade():
    op.drop_index("ix_pace_full", "pace")
    op.drop_table("pace")
