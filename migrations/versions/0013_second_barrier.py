"""Row-level security: PostgreSQL lets rows through only to a transaction that has told what for."""

from alembic import op

revision = "0013"
down_revision = "0012"

ALL = "(SELECT current_setting('declare.scope', true)) = 'all'"
OWN = "(SELECT current_setting('declare.scope', true)) = 'own'"
OPENS = "(SELECT current_setting('declare.opens', true)) = 'on'"
PERSON = "(SELECT nullif(current_setting('declare.person', true), '')::integer)"
ACCOUNT = "(SELECT nullif(current_setting('declare.account', true), '')::integer)"

BY_PERSON = ("declaration", "profile", "trace", "disclosure", "finding", "judgement", "consultation")
BY_ANOTHER = (
    ("section", "declaration", "declaration_id"),
    ("filing", "declaration", "declaration_id"),
    ("self_check", "filing", "filing_id"),
    ("receipt", "filing", "filing_id"),
    ("disclosure_replaced", "disclosure", "disclosure_id"),
    ("decision", "finding", "finding_id"),
)
FOR_OFFICE = ("extract", "extract_row", "upload", "upload_part", "work_record")


def upgrade():
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, lets_through in policies():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY ground ON {table} USING ({lets_through})")
    op.execute(f"CREATE POLICY made ON data_key FOR INSERT WITH CHECK ({ALL} OR {OWN})")


def downgrade():
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute("DROP POLICY made ON data_key")
    for table, _ in policies():
        op.execute(f"DROP POLICY ground ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


def policies():
    """Which rows of a table are let through: everybody's, or those of the person who was told."""
    yield "data_key", f"{OPENS} AND ({ALL} OR {OWN})"
    mine = f"id = {PERSON} OR id = (SELECT a.person_id FROM account a WHERE a.id = {ACCOUNT})"
    yield "person", f"{ALL} OR ({OWN} AND ({mine}))"
    for table in BY_PERSON:
        yield table, f"{ALL} OR ({OWN} AND person_id = {PERSON})"
    for table, other, key in BY_ANOTHER:
        yield table, f"{ALL} OR ({OWN} AND EXISTS (SELECT 1 FROM {other} o WHERE o.id = {table}.{key}))"
    for table in FOR_OFFICE:
        yield table, ALL
