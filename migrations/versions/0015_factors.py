"""Second factors: passkeys, authenticator apps, recovery codes."""

revision = "0015"
down_revision = "0014"


def upgrade():
    pass


def downgrade():
    pass
