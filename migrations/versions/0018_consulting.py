"""Asking for what is masked, giving back what was consulted, former units, cases given to another, whom an interference names."""

revision = "0018"
down_revision = "0017"


def upgrade():
    pass


def downgrade():
    pass
