"""`flask backup`: a sealed copy of everything in the database, its check, and the way back. The keys have a backup of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import AppGroup

from declare.backups import service
from declare.backups.service import Held
from declare.backups.stream import Unusable
from declare.barrier import declared, system
from declare.config import settings
from declare.law import Text

backup = AppGroup("backup", help="备份、校验与恢复 · backups, their check, and the way back")

HOLDS = Text(
    "备份于{made}，{rows}行，{files}个导出文件，审计记录{audit}条；{done}",
    "Made {made}: {rows} rows, {files} export files, {audit} audit entries. {done}",
)
MADE = Text(
    "已加密写入。密钥不在其中，请另行备份密钥目录。",
    "Sealed and written. The keys are not in it: back up the key folder apart.",
)
SOUND = Text("文件完整。", "The file is whole.")
RESTORED = Text(
    "已恢复，审计记录校验通过，抽查的记录可以打开。", "Restored; the audit verifies and the records tried open."
)
THERE = Text("{file}已经存在，请换一个文件名。", "{file} exists already; choose another name.")


@backup.command("make")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def make(file: Path) -> None:
    """把此刻的全部数据加密写入一个新文件 · everything of this moment, sealed into a new file."""
    with _sentences(file):
        _say(service.make, file, MADE)


@backup.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """从头到尾校验备份，不写入任何内容 · reads a backup from end to end and writes nothing."""
    with _sentences(file):
        _say(service.check, file, SOUND)


@backup.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """恢复到空数据库，全部成功或全部不变 · into an empty database, all or nothing."""
    with _sentences(file):
        _say(service.restore, file, RESTORED)


@contextmanager
def _sentences(file: Path) -> Iterator[None]:
    """What goes wrong is said in a sentence; nothing is changed then."""
    lang = settings().language
    try:
        with declared(system("backup")):
            yield
    except Unusable as unusable:
        raise click.ClickException(unusable.says.to(lang)) from unusable
    except FileExistsError as error:
        raise click.ClickException(THERE.filled(file=file.name).to(lang)) from error


def _say(work: Callable[[Path], Held], file: Path, done: Text) -> None:
    """Does the work and says what the backup holds."""
    held, lang = work(file), settings().language
    if held.head is None:
        return
    made = held.head.made.isoformat(timespec="minutes")
    said = HOLDS.filled(
        made=made, rows=sum(held.counts.values()), files=held.files, audit=held.head.audit, done=done.to(lang)
    )
    click.echo(said.to(lang))
