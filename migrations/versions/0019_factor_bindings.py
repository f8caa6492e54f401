"""What a passkey lives in and the proof whose it is; requests to take lost factors away."""

revision = "0019"
down_revision = "0018"


def upgrade():
    pass


def downgrade():
    pass
