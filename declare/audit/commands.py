"""`flask audit`: recomputes the audit, signs its head."""

import json

import click
from flask import current_app
from flask.cli import AppGroup

from declare.audit.heads import checkpoint, latest
from declare.audit.verdict import Source, verify
from declare.config import settings
from declare.database import READING
from declare.extensions import db
from declare.law import Text

audit = AppGroup("audit", help="审计的校验与签名 · verifying and signing the audit")

UNCHANGED = Text("自上次检查点以来没有新记录。", "Nothing was written since the last checkpoint.")
SIGNED = Text("已签署{size}条时的检查点。", "Signed the checkpoint at {size} leaves.")


@audit.command("verify")
@click.option("--json", "as_json", is_flag=True, help="以JSON输出 · print JSON")
@click.option("--new", is_flag=True, help="只校验最近检查点之后的记录 · only what came after the last checkpoint")
def verify_command(*, as_json: bool, new: bool) -> None:
    """重新计算全部审计记录；不符时退出码为1 · recompute the audit; exit 1 when it does not verify."""
    with db.sessionmaker(bind=db.engine.execution_options(**READING)) as session:
        sources: list[Source] = current_app.extensions.get("audit_witnesses", [])
        heads = [head for source in sources for head in source(session)]
        verdict = verify(session, witnesses=heads, since=latest(session) if new else None)
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
    with db.sessionmaker.begin() as session:
        head = checkpoint(session)
        said = UNCHANGED if head is None else SIGNED.filled(size=head.size)
        click.echo(said.to(settings().language))
