"""`flask keys`: what keys there are, and a new master key. No command ever prints a key."""

import click
from flask import current_app
from flask.cli import AppGroup
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy.orm import Session

from declare.config import settings
from declare.law import Text
from declare.vault import rotation
from declare.vault.vault import Vault

keys = AppGroup("keys", help="密钥的版本与轮换 · versions of keys and their rotation")


@keys.command("list")
def list_keys() -> None:
    """列出密钥的用途、版本、日期与数据密钥数 · purposes, versions, dates, number of data keys."""
    wrapped = rotation.counts(_session())
    head = Text("用途\t版本\t建立日期\t数据密钥数", "purpose\tversion\tcreated\tdata keys")
    click.echo(head.to(settings().language))
    for key in _vault().ring.entries():
        number = str(wrapped.get(key.version, 0)) if key.purpose == "kek" else "-"
        click.echo(f"{key.purpose}\t{key.version}\t{key.created.date().isoformat()}\t{number}")


@keys.command("rotate")
@click.option("--resume", is_flag=True, help="继续中断的轮换 · go on with an interrupted rotation")
def rotate(*, resume: bool) -> None:
    """建立新的主密钥并重新包装全部数据密钥 · a new master key, every data key wrapped anew."""
    vault, session = _vault(), _session()
    version = vault.ring.latest("kek") if resume else vault.ring.add("kek")
    if vault.notice is not None:
        vault.notice(session, "key.rotate", f"kek/{version}")
        session.commit()
    done = sum(rotation.rewrap(session, vault.ring))
    said = Text(
        "主密钥现为第{version}版，重新包装数据密钥{done}个。",
        "The master key is now version {version}; {done} data keys were wrapped anew.",
    )
    click.echo(said.filled(version=version, done=done).to(settings().language))


def _session() -> Session:
    """The session of this command."""
    db: SQLAlchemy = current_app.extensions["sqlalchemy"]
    return db.session


def _vault() -> Vault:
    """The vault of this application."""
    vault: Vault = current_app.extensions["vault"]
    return vault
