"""Runs the migrations on the connection the application hands over."""

from alembic import context
from alembic.script import ScriptDirectory
from sqlalchemy import DateTime, text
from sqlalchemy.types import TypeDecorator

LOCK = 0x6465636C617266
"""Two processes that start together migrate one after the other."""


def numbered(_migration, _revision, directives):
    """Migrations are numbered 0001, 0002, …."""
    head = ScriptDirectory.from_config(context.config).get_current_head()
    directives[0].rev_id = f"{int(head or 0) + 1:04}"


def plain_types(kind, item, _autogen):
    """A migration names the types of the database, not ours: ours may change, a migration never does."""
    if kind == "type" and isinstance(item, TypeDecorator) and isinstance(item.impl_instance, DateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run():
    """One transaction for all steps; the embedded database rebuilds tables it cannot alter."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=context.config.attributes["metadata"],
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=plain_types,
        process_revision_directives=numbered,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.run_migrations()


run()
