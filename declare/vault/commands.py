"""`flask keys`: what keys there are, and a new master key. No command ever prints a key."""

import sys

import click
from flask import current_app
from flask.cli import AppGroup
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy.orm import Session

from declare.barrier import declared
from declare.config import settings
from declare.law import Text
from declare.vault import rotation
from declare.vault.ring import KeyRing
from declare.vault.vault import Vault

keys = AppGroup("keys", help="密钥的版本与轮换 · versions of keys and their rotation")


@keys.command("list")
def list_keys() -> None:
    """列出密钥的用途、版本、日期与数据密钥数 · purposes, versions, dates, number of data keys."""
    with declared(rotation.GROUND):
        wrapped = rotation.counts(_session())
    head = Text("用途\t版本\t建立日期\t数据密钥数", "purpose\tversion\tcreated\tdata keys")
    click.echo(head.to(settings().language))
    for key in _vault().ring.entries():
        number = str(wrapped.get(key.version, 0)) if key.purpose == "kek" else "-"
        click.echo(f"{key.purpose}\t{key.version}\t{key.created.date().isoformat()}\t{number}")


ROTATING = ("kek", "receipt", "tree", "manifest", "pepper", "web")
"""Keys that may have a next version at any time; digests and what stands for ever keep the key they were made under."""


@keys.command("rotate")
@click.option("--purpose", type=click.Choice(ROTATING), default="kek", help="密钥的用途 · what the key is for")
def rotate(*, purpose: str) -> None:
    """建立新版本的密钥；主密钥换新后重新包装全部数据密钥 · the next version of a key; data keys are wrapped anew."""
    vault = _vault()
    version = vault.ring.add(purpose)
    _note("key.rotate", f"{purpose}/{version}")
    said = Text("{purpose}密钥现为第{version}版。", "The {purpose} key is now version {version}.")
    click.echo(said.filled(purpose=purpose, version=version).to(settings().language))
    if purpose == "kek":
        _rewrap()


@keys.command("rewrap")
def rewrap() -> None:
    """把数据密钥重新包装到最新的主密钥之下，可续 · wraps data keys under the newest master key; goes on where it stopped."""
    _note("key.rewrap", f"kek/{_vault().ring.latest('kek')}")
    _rewrap()


@keys.command("retire")
@click.argument("version", type=int)
def retire(version: int) -> None:
    """停用旧的主密钥；其下还有数据密钥时不停用 · takes an old master key out of use, once no data key is under it."""
    vault, session = _vault(), _session()
    if version not in vault.ring.versions("kek")[:-1]:
        raise click.ClickException(NOT_OLD.filled(version=version).to(settings().language))
    about = f"kek/{version}"
    left = rotation.retire(session, vault.ring, version, note=lambda: _note("key.retire", about))
    if left:
        session.rollback()
        raise click.ClickException(LEFT.filled(version=version, left=left).to(settings().language))
    click.echo(RETIRED.filled(version=version).to(settings().language))


NOT_OLD = Text(
    "主密钥没有可停用的第{version}版；最新的一版不能停用，请用 flask keys list 查看。",
    "There is no old master key of version {version}; the newest one stays. See flask keys list.",
)
LEFT = Text(
    "第{version}版之下还有数据密钥{left}个，请先执行 flask keys rewrap。",
    "{left} data keys are still under version {version}; run flask keys rewrap first.",
)
RETIRED = Text(
    "主密钥第{version}版已停用，以它包装的数据密钥不再能打开。",
    "Version {version} of the master key is retired; nothing wrapped under it opens any more.",
)
ANEW = Text("重新包装数据密钥{done}个。", "{done} data keys were wrapped anew.")


def _rewrap() -> None:
    """Wraps what is still under an older master key, and says how many."""
    with declared(rotation.GROUND):
        done = _wrapped_anew(_session(), _vault().ring)
    click.echo(ANEW.filled(done=done).to(settings().language))


def _wrapped_anew(session: Session, ring: KeyRing) -> int:
    """Goes through the data keys still under an older master key, batch by batch; how many they were."""
    waiting = sum(number for version, number in rotation.counts(session).items() if version < ring.latest("kek"))
    done = 0
    with click.progressbar(length=waiting, file=sys.stderr) as bar:
        for size in rotation.rewrap(session, ring):
            done += size
            bar.update(size)
    return done


def _note(act: str, about: str) -> None:
    """Writes down what is done with the keys."""
    vault, session = _vault(), _session()
    if vault.notice is not None:
        vault.notice(session, act, about)
    session.commit()


def _session() -> Session:
    """The session of this command."""
    db: SQLAlchemy = current_app.extensions["sqlalchemy"]
    return db.session


def _vault() -> Vault:
    """The vault of this application."""
    vault: Vault = current_app.extensions["vault"]
    return vault
