"""What the rules look at beside reports: whom traces and work records are about, names as blind digests, checks of everything.

A migration has no keys: people who stand already are found by name, and work records by whom they are about, only once they
are written again (`flask import` of the same people does it); whose a trace is, is filled in here. On PostgreSQL the engine that
hands work to several hosts (Procrastinate) gets its own tables.
"""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager

revision = "0009"
down_revision = "0008"


def upgrade():
    _person_of_trace()
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("name_digest", sa.LargeBinary(length=16), nullable=True))
    op.create_index("ix_person_name_digest", "person", ["name_digest"], unique=False)
    with op.batch_alter_table("work_record") as table:
        table.add_column(sa.Column("about", sa.LargeBinary(length=16), nullable=True))
    op.create_index("ix_work_record_about", "work_record", ["about"], unique=False)
    with op.batch_alter_table("disclosure") as table:
        table.add_column(sa.Column("ref", sa.String(length=40), nullable=False, server_default=""))
        table.add_column(sa.Column("letter", sa.LargeBinary(length=16), nullable=True))
    op.create_index("ix_disclosure_letter", "disclosure", ["letter"], unique=False)
    _stale()
    _check_run()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.text(SchemaManager.get_schema().replace(":", r"\:")))


def downgrade():
    if op.get_bind().dialect.name == "postgresql":
        _drop_engine()
    op.drop_table("check_run")
    op.drop_table("stale")
    op.drop_index("ix_disclosure_letter", table_name="disclosure")
    with op.batch_alter_table("disclosure") as table:
        table.drop_column("letter")
        table.drop_column("ref")
    op.drop_index("ix_work_record_about", table_name="work_record")
    with op.batch_alter_table("work_record") as table:
        table.drop_column("about")
    op.drop_index("ix_person_name_digest", table_name="person")
    with op.batch_alter_table("person") as table:
        table.drop_column("name_digest")
    op.drop_index("ix_trace_digest_person_id", table_name="trace")
    op.drop_index("ix_trace_person_id", table_name="trace")
    with op.batch_alter_table("trace") as table:
        table.drop_constraint("fk_trace_person_id_person", type_="foreignkey")
        table.drop_column("person_id")
    op.create_index("ix_trace_digest", "trace", ["digest"], unique=False)


def _person_of_trace():
    """Whose report a trace stands in."""
    op.drop_index("ix_trace_digest", table_name="trace")
    with op.batch_alter_table("trace") as table:
        table.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
    trace = sa.table("trace", sa.column("filing_id", sa.Integer()), sa.column("person_id", sa.Integer()))
    filing = sa.table("filing", sa.column("id", sa.Integer()), sa.column("declaration_id", sa.Integer()))
    head = sa.table("declaration", sa.column("id", sa.Integer()), sa.column("person_id", sa.Integer()))
    whose = (
        sa.select(head.c.person_id)
        .join(filing, filing.c.declaration_id == head.c.id)
        .where(filing.c.id == trace.c.filing_id)
        .scalar_subquery()
    )
    op.get_bind().execute(trace.update().values(person_id=whose))
    with op.batch_alter_table("trace") as table:
        table.alter_column("person_id", existing_type=sa.Integer(), nullable=False)
        table.create_foreign_key("fk_trace_person_id_person", "person", ["person_id"], ["id"])
    op.create_index("ix_trace_digest_person_id", "trace", ["digest", "person_id"], unique=False)
    op.create_index("ix_trace_person_id", "trace", ["person_id"], unique=False)


def _stale():
    op.create_table(
        "stale",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_stale_person_id_person", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name="pk_stale"),
    )


def _check_run():
    op.create_table(
        "check_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("basis", sa.LargeBinary(length=32), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("cured", sa.Integer(), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_check_run"),
    )


def _drop_engine():
    """Takes away the tables, types and functions of the engine that hands work to several hosts."""
    bind = op.get_bind()
    for table in ("events", "periodic_defers", "jobs", "workers"):
        op.execute(sa.text(f"DROP TABLE procrastinate_{table} CASCADE"))
    functions = "SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'procrastinate%'"
    for (function,) in bind.execute(sa.text(functions)).all():
        op.execute(sa.text(f"DROP FUNCTION {function} CASCADE"))
    for kind in ("job_to_defer_v1", "job_event_type", "job_status"):
        op.execute(sa.text(f"DROP TYPE procrastinate_{kind} CASCADE"))
