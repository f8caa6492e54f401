"""How the system keeps its rows: the model all tables derive from, how a connection is made safe, where files lie."""

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import click
import flask_sqlalchemy_lite
from alembic import command
from alembic.config import Config
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy import Connection, DateTime, Dialect, Engine, LargeBinary, MetaData, event
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from declare import barrier
from declare.config import PROJECT, Settings

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SQLITE_PRAGMAS = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
)
"""What every connection to the embedded database sets: durable at each commit, deleted bytes overwritten, nothing in temporary files."""

READING = {"begin": "DEFERRED"}
"""Execution options of a connection that only reads for a long time: it does not hold up those who write."""


class Moment(TypeDecorator[datetime]):
    """A point in time: stored in UTC, read back aware, on every database the same; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time as the database gets it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time as the database gave it; the embedded one forgets the zone, which is always UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Model(DeclarativeBase):
    """What every stored row derives from."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {bytes: LargeBinary, datetime: Moment}


def init_app(app: Flask, db: flask_sqlalchemy_lite.SQLAlchemy, *, settings: Settings) -> None:
    """Names the database and sees to it that every connection is safe before it is used; nothing is opened yet."""
    app.config["SQLALCHEMY_ENGINES"] = {"default": {"url": settings.database_url, "pool_pre_ping": True}}
    db.init_app(app)
    app.cli.add_command(schema)
    with app.app_context():
        for engine in db.engines.values():
            prepare(engine)


def private_folder(folder: Path) -> None:
    """Makes a folder only its owner may enter."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)


def prepare(engine: Engine) -> Engine:
    """Sets what every connection of an engine needs; returns the engine."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "do_connect", _before_sqlite_connect)
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    barrier.raise_on(engine)
    return engine


def _before_sqlite_connect(_dialect: object, _record: object, arguments: Sequence[Any], _options: object) -> None:
    """An embedded database is readable by its owner alone from its first byte on."""
    path = Path(str(arguments[0]))
    if path.is_absolute() and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _on_sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    """The driver's own transaction handling is switched off: it would leave reads and schema changes outside."""
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)


def _on_sqlite_begin(connection: Connection) -> None:
    """A transaction takes the write lock at once, so that what it reads cannot be overtaken before it writes."""
    mode = connection.get_execution_options().get("begin", "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {'DEFERRED' if mode == 'DEFERRED' else 'IMMEDIATE'}")


schema = AppGroup("db", help="数据库结构的版本 · versions of the database's structure")


def migrate(app: Flask) -> None:
    """Brings the database of an application to the newest structure; does nothing where it is there already."""
    with app.app_context(), migrating(_engine()) as config:
        command.upgrade(config, "head")


@contextmanager
def migrating(engine: Engine) -> Iterator[Config]:
    """What Alembic needs to work on a database: one connection, in which the embedded database lets tables be rebuilt."""
    config = Config(stdout=sys.stdout)
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("revision_environment", "true")
    with engine.connect() as connection:
        config.attributes.update(connection=connection, metadata=Model.metadata)
        _check_references(connection, on=False)
        try:
            with barrier.declared(barrier.system("migration")):
                yield config
        finally:
            connection.rollback()
            _check_references(connection, on=True)


@schema.command("upgrade")
@click.argument("revision", default="head")
def upgrade_command(revision: str) -> None:
    """升级到最新或指定版本 · upgrade to the newest or a given version."""
    with migrating(_engine()) as config:
        command.upgrade(config, revision)


@schema.command("downgrade")
@click.argument("revision")
def downgrade_command(revision: str) -> None:
    """退回到指定版本 · go back to a given version."""
    with migrating(_engine()) as config:
        command.downgrade(config, revision)


@schema.command("current")
def current_command() -> None:
    """显示当前版本 · show the present version."""
    with migrating(_engine()) as config:
        command.current(config)


@schema.command("revision")
@click.argument("slug")
@click.option("--empty", is_flag=True, help="不比较表结构 · do not compare the models with the database")
def revision_command(*, slug: str, empty: bool) -> None:
    """按模型与数据库的差异写出新的迁移脚本 · write a migration from what the models and the database differ in."""
    with migrating(_engine()) as config:
        command.revision(config, message=slug, autogenerate=not empty)


@schema.command("admit")
@click.argument("role")
def admit_command(role: str) -> None:
    """PostgreSQL：授予应用角色所需的权限 · what the application's role needs, given by the owner of the tables."""
    with _engine().begin() as connection:
        barrier.admit(connection, role)


@schema.command("barrier")
def barrier_command() -> None:
    """第二道屏障是否生效 · whether the second barrier stands; ends with 1 where it does not."""
    gaps = barrier.gaps(_engine())
    click.echo("\n".join(gaps) or "ok")
    sys.exit(1 if gaps else 0)


def _engine() -> Engine:
    """The database of the running application."""
    db: flask_sqlalchemy_lite.SQLAlchemy = current_app.extensions["sqlalchemy"]
    return db.engine


def _check_references(connection: Connection, *, on: bool) -> None:
    """Rebuilding a table in the embedded database drops it for a moment; this cannot be set inside a transaction."""
    driver = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite" and driver is not None:
        driver.cursor().execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
