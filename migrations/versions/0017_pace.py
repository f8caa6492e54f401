"""How often somebody may do what costs much: one row a person or address and kind of thing, shared by all workers."""

revision = "0017"
down_revision = "0016"


def upgrade():
    pass


def downgrade():
    pass
