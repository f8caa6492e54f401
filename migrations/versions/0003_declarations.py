"""Campaigns, drafts, filed reports, receipts, traces."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    _campaign()
    _declaration()
    _profile()
    _filing()
    _section()
    _receipt()
    _trace()


def downgrade():
    op.drop_table("trace")
    op.drop_table("receipt")
    op.drop_table("section")
    op.drop_table("filing")
    op.drop_table("profile")
    op.drop_table("declaration")
    op.drop_table("campaign")


def _campaign():
    op.create_table(
        "campaign",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("edition", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_campaign"),
    )


def _declaration():
    op.create_table(
        "declaration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("unit_path", sa.String(length=200), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("edition", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("corrects", sa.String(length=40), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'submitted')", name="ck_declaration_state"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_declaration_person_id_person"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_declaration_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_declaration"),
    )
    op.create_index("ix_declaration_person_id", "declaration", ["person_id"], unique=False)
    op.create_index("ix_declaration_unit_id", "declaration", ["unit_id"], unique=False)
    op.create_index("ix_declaration_year_state", "declaration", ["year", "state"], unique=False)
    op.create_index(
        "uq_declaration_full",
        "declaration",
        ["person_id", "year"],
        unique=True,
        sqlite_where=sa.text("kind IN ('first', 'annual')"),
        postgresql_where=sa.text("kind IN ('first', 'annual')"),
    )


def _profile():
    op.create_table(
        "profile",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_profile_person_id_person"),
        sa.PrimaryKeyConstraint("person_id", "part", name="pk_profile"),
    )


def _filing():
    op.create_table(
        "filing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("commitment_root", sa.LargeBinary(length=32), nullable=False),
        sa.Column("manifest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("idempotency_key", sa.String(length=80), nullable=False),
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["declaration_id"], ["declaration.id"], name="fk_filing_declaration_id_declaration"),
        sa.PrimaryKeyConstraint("id", name="pk_filing"),
        sa.UniqueConstraint("idempotency_key", name="uq_filing_idempotency_key"),
        sa.UniqueConstraint("ref", name="uq_filing_ref"),
    )
    op.create_index("ix_filing_declaration_id_version", "filing", ["declaration_id", "version"], unique=True)


def _section():
    op.create_table(
        "section",
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name="fk_section_declaration_id_declaration", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("declaration_id", "table", name="pk_section"),
    )


def _receipt():
    op.create_table(
        "receipt",
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name="fk_receipt_filing_id_filing"),
        sa.PrimaryKeyConstraint("filing_id", name="pk_receipt"),
    )


def _trace():
    op.create_table(
        "trace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("index", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(length=40), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name="fk_trace_filing_id_filing", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_trace"),
    )
    op.create_index("ix_trace_digest", "trace", ["digest"], unique=False)
    op.create_index("ix_trace_filing_id", "trace", ["filing_id"], unique=False)
