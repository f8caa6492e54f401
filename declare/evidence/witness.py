"""`flask witness`: a second pair of eyes with a key and a database of its own, that no rewriting of the log gets past.

It runs where the system's administrators do not reach, best on another machine: there `keep` takes the head and its proof
from a file (`flask audit head --since …`), whatever way that came.
"""

import json
import time
from pathlib import Path
from typing import Any, TextIO

import click
from flask.cli import AppGroup

from declare.audit import documents, settle
from declare.audit.book import Answer, Book
from declare.audit.heads import latest
from declare.audit.trail import append_apart
from declare.audit.vocabulary import Act
from declare.config import now, settings
from declare.database import READING
from declare.evidence.keeping import sign
from declare.extensions import db

PAUSE = 60.0
ALARM = 2
"""The exit code of a witness that refused."""

witness = AppGroup("witness", help="审计的见证人 · a witness of the audit")
FOLDER = click.option(
    "--folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="见证人的文件夹 · its folder"
)


@witness.command("once")
@FOLDER
def once_command(*, folder: Path) -> None:
    """见证最新的检查点；记录被改写时退出码为2 · witness the newest head; exit 2 when the log was rewritten."""
    _tell(look(Book(folder)))


@witness.command("run")
@FOLDER
def run_command(*, folder: Path) -> None:
    """每分钟见证一次，被改写时报警并停止 · witness every minute; on a rewritten log raise the alarm and stop."""
    while True:
        _tell(look(Book(folder)))
        time.sleep(PAUSE)


@witness.command("keep")
@FOLDER
@click.argument("document", type=click.File(encoding="utf-8"), default="-")
def keep_command(*, folder: Path, document: TextIO) -> None:
    """见证文件中的检查点 · witness the head in a document."""
    _tell(Book(folder).show(json.load(document), seen=now()))


@witness.command("show")
@FOLDER
def show_command(*, folder: Path) -> None:
    """列出见证过的检查点和报警 · the heads witnessed, and the alarms."""
    book = Book(folder)
    found = {"key": book.public.hex(), "heads": [[size, root.hex()] for size, root in book.heads()]}
    click.echo(json.dumps(found | {"alarms": book.alarms()}, ensure_ascii=False))


def look(book: Book) -> Answer:
    """Shows the newest head to the witness; a refusal is written into the log as well."""
    sign()
    before = book.last()
    proof = newest(since=before.size if before else 0)
    if proof is None:
        return Answer("nothing", 0) if before is None else _refused(Answer("shorter", 0))
    answer = book.show(proof, seen=now())
    return _refused(answer) if answer.refused else answer


def newest(*, since: int) -> dict[str, Any] | None:
    """The newest signed head, with the proof that the log only grew since a size; None where there is no head yet.

    Where the log is shorter than that there is no proof to give, and the head goes alone.
    """
    settle()
    with db.sessionmaker(bind=db.engine.execution_options(**READING)) as session:
        head = latest(session)
        if head is None:
            return None
        if 0 < since <= head.size:
            return documents.of_consistency(session, since, head)
        return {"type": "audit head", "path": [], "head": documents.of_head(head)}


def _refused(answer: Answer) -> Answer:
    """The log itself says that a witness refused."""
    with db.sessionmaker() as session:
        append_apart(session, actor=None, role="witness", action=Act.WITNESS_REFUSED, object=f"head/{answer.size}")
    return answer


def _tell(answer: Answer) -> None:
    """The answer on the command line."""
    click.echo(answer.says.to(settings().language), err=answer.refused)
    if answer.refused:
        raise SystemExit(ALARM)
