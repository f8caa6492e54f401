"""Extracts: where they came from, how long they are kept, whom their rows name; files that wait to be read.

A migration has no keys: extracts that stand already get no traces and no provenance, only their number of rows and the
end of the three years. Loading their files again writes the traces.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

YEARS = 3


def upgrade():
    with op.batch_alter_table("extract") as table:
        table.add_column(sa.Column("state", sa.String(length=8), nullable=False, server_default="kept"))
        table.add_column(sa.Column("rows", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("keep_until", sa.Date(), nullable=True))
        table.add_column(sa.Column("loaded_by", sa.Integer(), nullable=True))
        table.add_column(sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=True))
        table.add_column(sa.Column("provenance", sa.LargeBinary(), nullable=True))
        table.create_foreign_key("fk_extract_loaded_by_account", "account", ["loaded_by"], ["id"])
        table.create_check_constraint("ck_extract_state", "state IN ('loading', 'kept')")
    op.create_index("ix_extract_fingerprint", "extract", ["fingerprint"], unique=False)
    op.create_index("ix_extract_keep_until", "extract", ["keep_until"], unique=False)
    _fill()
    _trace()
    _upload()


def downgrade():
    op.drop_table("upload_part")
    op.drop_table("upload")
    op.drop_table("extract_trace")
    op.drop_index("ix_extract_keep_until", table_name="extract")
    op.drop_index("ix_extract_fingerprint", table_name="extract")
    with op.batch_alter_table("extract") as table:
        table.drop_constraint("ck_extract_state", type_="check")
        table.drop_constraint("fk_extract_loaded_by_account", type_="foreignkey")
        for name in ("provenance", "fingerprint", "loaded_by", "keep_until", "rows", "state"):
            table.drop_column(name)


def _fill():
    """Counts the rows of every extract and ends its time three years after it came."""
    extract = sa.table(
        "extract",
        sa.column("id", sa.Integer()),
        sa.column("received", sa.Date()),
        sa.column("loaded_at", sa.DateTime(timezone=True)),
        sa.column("rows", sa.Integer()),
        sa.column("keep_until", sa.Date()),
    )
    row = sa.table("extract_row", sa.column("extract_id", sa.Integer()))
    connection = op.get_bind()
    counted = sa.select(sa.func.count()).select_from(row).where(row.c.extract_id == extract.c.id).scalar_subquery()
    connection.execute(extract.update().values(rows=counted))
    found = connection.execute(sa.select(extract.c.id, extract.c.received, extract.c.loaded_at)).all()
    for id, received, loaded_at in found:
        until = _later(received or loaded_at.date())
        connection.execute(extract.update().where(extract.c.id == id).values(keep_until=until))


def _later(day):
    """The same day three years later; 29 February ends on the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + YEARS, day=last)


def _trace():
    op.create_table(
        "extract_trace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("index", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["extract_id"], ["extract.id"], name="fk_extract_trace_extract_id_extract", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_extract_trace"),
    )
    op.create_index("ix_extract_trace_digest", "extract_trace", ["digest"], unique=False)
    op.create_index("ix_extract_trace_extract_id", "extract_trace", ["extract_id"], unique=False)


def _upload():
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("mapping", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_upload_account_id_account"),
        sa.ForeignKeyConstraint(
            ["extract_id"], ["extract.id"], name="fk_upload_extract_id_extract", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_upload"),
    )
    op.create_index("ix_upload_expires", "upload", ["expires"], unique=False)
    op.create_table(
        "upload_part",
        sa.Column("upload_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["upload.id"], name="fk_upload_part_upload_id_upload", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("upload_id", "position", name="pk_upload_part"),
    )
