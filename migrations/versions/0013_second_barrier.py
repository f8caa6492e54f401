"""Row-level security: PostgreSQL lets rows through only to a transaction that has told what for."""

revision = "0013"
down_revision = "0012"


def upgrade():
    pass


def downgrade():
    pass
