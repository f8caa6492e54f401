"""Asking for what is masked, giving back what was consulted, former units, cases given to another, whom an interference names."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

BEFORE = "outcome IN ('inquire', 'accept', 'defer', 'refer')"
NOW = "outcome IN ('inquire', 'accept', 'defer', 'refer', 'same', 'different')"
ALL = "(SELECT current_setting('declare.scope', true)) = 'all'"


def upgrade():
    _unmasking()
    _former_unit()
    _assignment()
    with op.batch_alter_table("consultation") as table:
        table.add_column(sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("disclosure") as table:
        table.add_column(sa.Column("named", sa.LargeBinary(length=16), nullable=True))
    op.create_index("ix_disclosure_named", "disclosure", ["named"], unique=False)
    _outcomes(NOW)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE unmasking ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE unmasking FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY ground ON unmasking USING ({ALL})")


def downgrade():
    op.execute("DELETE FROM decision WHERE outcome IN ('same', 'different')")
    _outcomes(BEFORE)
    op.drop_index("ix_disclosure_named", table_name="disclosure")
    with op.batch_alter_table("disclosure") as table:
        table.drop_column("named")
    with op.batch_alter_table("consultation") as table:
        table.drop_column("returned_at")
    op.drop_table("assignment")
    op.drop_table("former_unit")
    op.drop_table("unmasking")


def _outcomes(allowed):
    with op.batch_alter_table("decision") as table:
        table.drop_constraint("ck_decision_outcome", type_="check")
        table.create_check_constraint("ck_decision_outcome", sa.text(allowed))


def _unmasking():
    states = "'requested', 'active', 'refused', 'withdrawn'"
    op.create_table(
        "unmasking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("fields", sa.String(length=2000), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(f"state IN ({states})", name="ck_unmasking_state"),
        sa.CheckConstraint("decided_by IS NULL OR decided_by <> account_id", name="ck_unmasking_second"),
        sa.CheckConstraint(
            "state <> 'active' OR (decided_by IS NOT NULL AND until IS NOT NULL)", name="ck_unmasking_decided"
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_unmasking_account_id_account"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_unmasking_person_id_person"),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name="fk_unmasking_decided_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_unmasking"),
    )
    op.create_index("ix_unmasking_account_id_person_id", "unmasking", ["account_id", "person_id"], unique=False)
    op.create_index("ix_unmasking_person_id", "unmasking", ["person_id"], unique=False)
    op.create_index("ix_unmasking_state", "unmasking", ["state"], unique=False)


def _former_unit():
    op.create_table(
        "former_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_former_unit_person_id_person"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_former_unit_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_former_unit"),
    )
    op.create_index("ix_former_unit_person_id", "former_unit", ["person_id"], unique=False)
    op.create_index("ix_former_unit_unit_id_until", "former_unit", ["unit_id", "until"], unique=False)


def _assignment():
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("assigned_by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_assignment_person_id_person"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_assignment_account_id_account"),
        sa.ForeignKeyConstraint(["assigned_by"], ["account.id"], name="fk_assignment_assigned_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    op.create_index("ix_assignment_account_id_person_id", "assignment", ["account_id", "person_id"], unique=False)
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"], unique=False)
