"""The quarterly review of accounts and rights: who looked them over, when, and how many there were."""

revision = "0014"
down_revision = "0013"


def upgrade():
    pass


def downgrade():
    pass
