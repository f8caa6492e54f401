"""What people decided about matches: whether what a register tells of and an entry of a report are one thing."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade():
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("registered", sa.LargeBinary(length=32), nullable=False),
        sa.Column("declared", sa.LargeBinary(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("verdict IN ('same', 'different', 'revoked')", name="ck_judgement_verdict"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_judgement_account_id_account"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_judgement_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
    )
    op.create_index(
        "ix_judgement_person_id_registered_declared",
        "judgement",
        ["person_id", "registered", "declared"],
        unique=False,
    )


def downgrade():
    op.drop_table("judgement")
