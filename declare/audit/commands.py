"""`flask audit`: recomputes the audit, signs its head, hands out proofs."""

import base64
import json
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from declare.audit import documents
from declare.audit.book import Book
from declare.audit.heads import checkpoint, latest
from declare.audit.models import AuditCheckpoint, AuditLeaf
from declare.audit.sequencer import settle
from declare.audit.verdict import Source, verify
from declare.audit.verdicts import keep
from declare.config import settings
from declare.database import READING
from declare.extensions import db, vault
from declare.law import Text

audit = AppGroup("audit", help="审计的校验与签名 · verifying and signing the audit")

UNCHANGED = Text("自上次检查点以来没有新记录。", "Nothing was written since the last checkpoint.")
SIGNED = Text("已签署{size}条时的检查点。", "Signed the checkpoint at {size} leaves.")


NO_HEAD = Text(
    "还没有已签署的检查点，请先运行 flask audit checkpoint。",
    "There is no signed head yet; run flask audit checkpoint first.",
)
NO_LEAF = Text("第{seq}条不在已签署的检查点之内。", "Leaf {seq} is not under a signed head.")
NO_PROOF = Text(
    "没有从{old}条到{new}条的一致性证明：须从较小到较大，后者须是检查点。",
    "There is no proof from {old} to {new} leaves: it leads from fewer to more, and to a signed head.",
)


@audit.command("verify")
@click.option("--json", "as_json", is_flag=True, help="以JSON输出 · print JSON")
@click.option("--new", is_flag=True, help="只校验最近检查点之后的记录 · only what came after the last checkpoint")
@click.option(
    "--witness",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="见证人的文件夹 · its folder",
)
def verify_command(*, as_json: bool, new: bool, folders: tuple[Path, ...]) -> None:
    """重新计算全部审计记录；不符时退出码为1 · recompute the audit; exit 1 when it does not verify."""
    settle()
    with _reading() as session:
        sources: list[Source] = current_app.extensions.get("audit_witnesses", [])
        heads = [head for source in sources for head in source(session)]
        heads += [head for folder in folders for head in Book(folder if folder.is_dir() else folder.parent).heads()]
        verdict = verify(session, witnesses=heads, since=latest(session) if new else None)
    with db.sessionmaker.begin() as session:
        keep(session, verdict)
    if as_json:
        said = {"zh": verdict.says.zh, "en": verdict.says.en}
        facts = {"verified": verdict.fits, "size": verdict.size, "root": verdict.root.hex(), "first": verdict.first}
        click.echo(json.dumps(facts | {"says": said}, ensure_ascii=False))
    else:
        click.echo(verdict.says.to(settings().language))
    if not verdict.fits:
        raise SystemExit(1)


@audit.command("checkpoint")
def checkpoint_command() -> None:
    """签署当前的审计状态 · sign the head of the audit as it stands."""
    settle()
    with db.sessionmaker.begin() as session:
        head = checkpoint(session)
        said = UNCHANGED if head is None else SIGNED.filled(size=head.size)
        click.echo(said.to(settings().language))


@audit.command("head")
@click.option("--since", type=int, default=0, help="附自该条数起的一致性证明 · with the proof from that size on")
def head_command(*, since: int) -> None:
    """最新的检查点，可附一致性证明 · the newest signed head, with a proof where one is asked for."""
    with _reading() as session:
        head = _head(session)
        if 0 < since <= head.size:
            click.echo(documents.written(documents.of_consistency(session, since, head)))
        else:
            click.echo(documents.written({"type": "audit head", "path": [], "head": documents.of_head(head)}))


@audit.command("prove")
@click.argument("seq", type=int)
def prove_command(*, seq: int) -> None:
    """证明某条记录在检查点之内 · prove that a leaf stands under the newest signed head."""
    with _reading() as session:
        leaf, head = session.get(AuditLeaf, seq), _head(session)
        if leaf is None or leaf.seq > head.size:
            raise click.ClickException(NO_LEAF.filled(seq=seq).to(settings().language))
        click.echo(documents.written(documents.of_inclusion(session, leaf, head)))


@audit.command("consistent")
@click.argument("old", type=int)
@click.argument("new", type=int)
def consistent_command(*, old: int, new: int) -> None:
    """证明自某一条数至某一检查点只有新增 · prove that from one size to a signed head the log was only added to."""
    with _reading() as session:
        head = session.get(AuditCheckpoint, new)
        if head is None or not 0 < old <= new:
            raise click.ClickException(NO_PROOF.filled(old=old, new=new).to(settings().language))
        click.echo(documents.written(documents.of_consistency(session, old, head)))


@audit.command("public-key")
def public_key_command() -> None:
    """核验检查点的公钥（base64） · the public key that heads are checked with, base64."""
    click.echo(base64.b64encode(vault.public_key("tree")).decode())


def _reading() -> Session:
    """A session that only reads and holds up nobody."""
    return db.sessionmaker(bind=db.engine.execution_options(**READING))


def _head(session: Session) -> AuditCheckpoint:
    """The newest signed head; a sentence where there is none."""
    head = latest(session)
    if head is None:
        raise click.ClickException(NO_HEAD.to(settings().language))
    return head
