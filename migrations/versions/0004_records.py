"""Disclosures, extracts, work records, and what was loaded before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    _extract()
    _imported()
    _work_record()
    _extract_row()
    _disclosure()
    _disclosure_replaced()


def downgrade():
    op.drop_table("disclosure_replaced")
    op.drop_table("disclosure")
    op.drop_table("extract_row")
    op.drop_table("work_record")
    op.drop_table("imported")
    op.drop_table("extract")


def _extract():
    op.create_table(
        "extract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_extract"),
    )
    op.create_index("ix_extract_kind_received", "extract", ["kind", "received"], unique=False)


def _imported():
    op.create_table(
        "imported",
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column("identity", sa.LargeBinary(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(length=32), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("type", "identity", name="pk_imported"),
    )


def _work_record():
    op.create_table(
        "work_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_work_record"),
    )
    op.create_index("ix_work_record_kind", "work_record", ["kind"], unique=False)


def _extract_row():
    op.create_table(
        "extract_row",
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["extract_id"], ["extract.id"], name="fk_extract_row_extract_id_extract", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("extract_id", "position", name="pk_extract_row"),
    )


def _disclosure():
    op.create_table(
        "disclosure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_path", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("idempotency_key", sa.String(length=64), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("state IN ('filed', 'withdrawn')", name="ck_disclosure_state"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_disclosure_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_disclosure"),
        sa.UniqueConstraint("person_id", "idempotency_key", name="uq_disclosure_person_id_idempotency_key"),
    )
    op.create_index("ix_disclosure_person_id_filed_on", "disclosure", ["person_id", "filed_on"], unique=False)


def _disclosure_replaced():
    op.create_table(
        "disclosure_replaced",
        sa.Column("disclosure_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disclosure_id"],
            ["disclosure.id"],
            name="fk_disclosure_replaced_disclosure_id_disclosure",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("disclosure_id", "revision", name="pk_disclosure_replaced"),
    )
