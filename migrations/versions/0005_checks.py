"""Jobs, findings, and what people decided on them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade():
    _job()
    _consultation()
    _finding()
    _decision()


def downgrade():
    op.drop_table("decision")
    op.drop_table("finding")
    op.drop_table("consultation")
    op.drop_table("job")


def _job():
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("ids", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name="ck_job_state"),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
    )
    op.create_index("ix_job_state_run_after", "job", ["state", "run_after"], unique=False)


def _consultation():
    op.create_table(
        "consultation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_consultation_account_id_account"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consultation_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_consultation"),
    )
    op.create_index(
        "ix_consultation_account_id_person_id_until", "consultation", ["account_id", "person_id", "until"], unique=False
    )
    op.create_index("ix_consultation_person_id", "consultation", ["person_id"], unique=False)


def _finding():
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(length=32), nullable=False),
        sa.Column("rule", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("declaration_id", sa.Integer(), nullable=True),
        sa.Column("filing_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'waits', 'inquired', 'deferred', 'decided', 'cured')", name="ck_finding_state"
        ),
        sa.CheckConstraint("severity BETWEEN 1 AND 5", name="ck_finding_severity"),
        sa.ForeignKeyConstraint(["declaration_id"], ["declaration.id"], name="fk_finding_declaration_id_declaration"),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name="fk_finding_filing_id_filing"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_finding_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        sa.UniqueConstraint("fingerprint", name="uq_finding_fingerprint"),
    )
    op.create_index("ix_finding_declaration_id", "finding", ["declaration_id"], unique=False)
    op.create_index("ix_finding_person_id_year", "finding", ["person_id", "year"], unique=False)
    op.create_index("ix_finding_state_person_id", "finding", ["state", "person_id"], unique=False)


def _decision():
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("outcome IN ('inquire', 'accept', 'defer', 'refer')", name="ck_decision_outcome"),
        sa.CheckConstraint("step IN ('decided', 'proposed', 'confirmed', 'returned')", name="ck_decision_step"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_decision_account_id_account"),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_decision_finding_id_finding"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_finding_id_position", "decision", ["finding_id", "position"], unique=True)
