"""Which records were destroyed at the end of their time, and the certificates of it."""

revision = "0016"
down_revision = "0015"


def upgrade():
    pass


def downgrade():
    pass
