"""Whether the barrier stands, and the role the application works in on PostgreSQL."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, text

from declare.barrier.ground import NOBODY, declared
from declare.barrier.protected import PROTECTED
from declare.barrier.refusal import Unguarded

NEVER_CHANGED = ("audit_leaf", "audit_checkpoint")
"""What the application's role adds to and reads, and never changes or deletes."""

_ROLE = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
_BARE = text(
    "SELECT t.relname FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace"
    " WHERE n.nspname = 'public' AND t.relname = ANY(:tables) AND t.relkind = 'r'"
    " AND NOT (t.relrowsecurity AND t.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid))"
    " ORDER BY t.relname"
)


def gaps(engine: Engine) -> list[str]:
    """Where the barrier does not stand, a name a gap: `role` where the database role goes past it, else the table."""
    with declared(NOBODY), engine.connect() as connection:
        return list(_on_server(connection) if engine.dialect.name == "postgresql" else _embedded(connection))


def admit(connection: Connection, role: str) -> None:
    """Lets a database role do the application's work: rows, no structure; a log it can add to and not change."""
    name = connection.dialect.identifier_preparer.quote(role)
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}",
        f"REVOKE UPDATE, DELETE ON {', '.join(NEVER_CHANGED)} FROM {name}",
        f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {name}",
    ):
        connection.execute(text(statement))


def _on_server(connection: Connection) -> Iterator[str]:
    """A role that goes past every policy, and each protected table without one."""
    if connection.scalar(_ROLE):
        yield "role"
    yield from connection.scalars(_BARE, {"tables": sorted(PROTECTED)})


def _embedded(connection: Connection) -> Iterator[str]:
    """Each sealed column that is read although nothing was declared."""
    for table, columns in sorted(PROTECTED.items()):
        for column in sorted(columns):
            try:
                connection.execute(text(f'SELECT "{column}" FROM "{table}" LIMIT 0'))  # noqa: S608 # nosec B608 - our own names
            except Unguarded:
                continue
            yield f"{table}.{column}"
