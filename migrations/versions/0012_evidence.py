"""Entries on their way into the tree, and what the audit said when it was last verified."""

revision = "0012"
down_revision = "0011"


def upgrade():
    pass


def downgrade():
    pass
