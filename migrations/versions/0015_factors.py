"""Second factors: passkeys, authenticator apps, recovery codes."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade():
    op.create_table(
        "factor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("material", sa.LargeBinary(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("pepper", sa.Integer(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("browser", sa.String(length=40), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('passkey', 'totp', 'recovery')", name="ck_factor_kind"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_factor_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_factor"),
        sa.UniqueConstraint("kind", "material", name="uq_factor_kind_material"),
    )
    op.create_index("ix_factor_account_id_kind", "factor", ["account_id", "kind"], unique=False)


def downgrade():
    op.drop_table("factor")
