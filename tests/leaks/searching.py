"""Everything the system leaves on disk and in its database, as bytes; and a hand that reaches past the application."""

import sqlite3
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url


def left_behind(garden, site):
    """What can be found on disk: instance with database and its log, server log, and for a server all values and files."""
    found = garden.found(site.log.read_bytes())
    for path in site.instance.rglob("*"):
        if path.is_file():
            found |= garden.found(path.read_bytes())
    if url := site.environ["DECLARE_DATABASE_URL"]:
        found |= garden.found(rows_of(url)) | garden.found(files_of(url))
    return found


def rows_of(url):
    """Every value of every row of a PostgreSQL database, as it is."""
    whole = []
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        for (table,) in tables:
            for row in connection.execute(f"SELECT * FROM {table}"):
                whole += [bytes(one) if isinstance(one, bytes) else str(one).encode() for one in row]
    assert len(whole) > 10_000
    return b"\n".join(whole)


def files_of(url):
    """Every byte of the server's files, its log of changes included."""
    files = Path(make_url(url).query["host"]).rglob("*")
    return b"\n".join(path.read_bytes() for path in files if path.is_file())


@contextmanager
def broken(site, home):
    """One bit of a sealed part is flipped for a while, as a disk or a hand might."""
    _flip(site, home)
    yield
    _flip(site, home)


def _flip(site, home):
    mark = "%s" if site.environ["DECLARE_DATABASE_URL"] else "?"
    where = f"declaration_id = {mark} AND \"table\" = 'closing'"
    with asked(site) as connection:
        (sealed,) = connection.execute(f"SELECT sealed FROM section WHERE {where}", (number_of(home),)).fetchone()
        flipped = bytes(sealed[:-1]) + bytes([sealed[-1] ^ 1])
        connection.execute(f"UPDATE section SET sealed = {mark} WHERE {where}", (flipped, number_of(home)))
        connection.commit()


def keep_plain(site, content):
    """Keeps a plain copy in the database, as no application should: to show that the search would find it."""
    kind = "bytea" if site.environ["DECLARE_DATABASE_URL"] else "blob"
    with asked(site) as connection:
        connection.execute(f"CREATE TABLE plain (content {kind})")
        mark = "%s" if kind == "bytea" else "?"
        connection.execute(f"INSERT INTO plain VALUES ({mark})", (content,))
        connection.commit()


def person_of(site, home):
    """Whose report it is."""
    with asked(site) as connection:
        return connection.execute(f"SELECT person_id FROM declaration WHERE id = {number_of(home)}").fetchone()[0]


@contextmanager
def asked(site):
    """A connection past the application."""
    url = site.environ["DECLARE_DATABASE_URL"]
    connection = psycopg.connect(url) if url else sqlite3.connect(site.instance / "declare.db")
    try:
        yield connection
    finally:
        connection.close()


def number_of(home):
    """The number of a report, from its address."""
    return int(home.strip("/").split("/")[1])
