"""`flask retention`: what is past its time, destroying it, and the certificates."""

import sys

import click
from flask.cli import AppGroup

from declare.config import settings
from declare.extensions import db
from declare.law import Text
from declare.retention import queries, service
from declare.retention.terms import SHORTEST, Terms
from declare.vault import store
from declare.web import SYSTEM, today, transaction

retention = AppGroup("retention", help="保存期届满的内容 · what is past its time")

YEARS = click.IntRange(min=SHORTEST, max=100)
REPORTS = click.option("--reports", type=YEARS, help="报告及草稿的保存年限 · years reports and drafts are kept")
DISCLOSURES = click.option("--disclosures", type=YEARS, help="廉政事项的保存年限 · years disclosures are kept")

WHICH = Text(
    "请用 --reports 或 --disclosures 写明保存年限。", "Say with --reports or --disclosures how many years are kept."
)
DUE = Text(
    "保存期已满：{reports}份报告，{disclosures}条廉政事项，涉及{persons}人；另有{held}人因疑点未处理完毕而保留。",
    "Past their time: {reports} reports and {disclosures} disclosures of {persons} persons; {held} persons are held back by findings not decided yet.",
)
ASK = Text("销毁后任何人都不能再打开。确认销毁？", "Nobody will be able to open them again. Destroy them?")
NONE = Text("没有保存期已满的内容。", "Nothing is past its time.")
DONE = Text(
    "已销毁{records}个密钥及其内容，销毁凭证第{number}号，审计记录第{seq}条。",
    "Destroyed {records} keys and what was under them: certificate {number}, entry {seq} of the audit.",
)
SWEEP = Text(
    "请由数据库表的所有者执行 VACUUM (FULL) data_key，使已删除的密钥不留在数据文件中。",
    "Let the owner of the tables run VACUUM (FULL) data_key, so that no deleted key is left in the files of the database.",
)
UNKNOWN = Text("没有第{number}号销毁凭证。", "There is no certificate {number}.")


@retention.command("due")
@REPORTS
@DISCLOSURES
def due(*, reports: int | None, disclosures: int | None) -> None:
    """列出保存期已满的数量 · count what is past its time; destroys nothing."""
    _tell_due(_terms(reports, disclosures))


@retention.command("destroy")
@REPORTS
@DISCLOSURES
@click.option("--yes", is_flag=True, help="不再询问 · do not ask")
def destroy(*, reports: int | None, disclosures: int | None, yes: bool) -> None:
    """销毁保存期已满的内容及其密钥，出具凭证 · destroy what is past its time with its keys, and certify it."""
    terms = _terms(reports, disclosures)
    if not _tell_due(terms):
        return
    if not yes:
        click.confirm(ASK.to(settings().language), abort=True)
    while _destroy_next(terms):
        pass
    if not store.sweep(db.engine):
        click.echo(SWEEP.to(settings().language), err=True)


@retention.command("certificate")
@click.argument("number", type=int)
def certificate(number: int) -> None:
    """输出一份销毁凭证 · print a certificate."""
    found = queries.certificate(db.session, number)
    if found is None:
        raise click.ClickException(UNKNOWN.filled(number=number).to(settings().language))
    sys.stdout.buffer.write(found.body + b"\n")


def _terms(reports: int | None, disclosures: int | None) -> Terms:
    """What was asked for; at least one of the two."""
    if reports is None and disclosures is None:
        raise click.UsageError(WHICH.to(settings().language))
    return Terms(reports, disclosures)


def _tell_due(terms: Terms) -> int:
    """Says how much is past its time; answers of how many persons."""
    with transaction() as session:
        who = queries.persons(session, terms, today())
        held = len(queries.persons(session, terms, today(), held=True))
        found = queries.due(session, terms, today(), who)
    counts = {"reports": len(found.reports), "disclosures": len(found.disclosures), "persons": len(who), "held": held}
    click.echo((DUE.filled(**counts) if who or held else NONE).to(settings().language))
    return len(who)


def _destroy_next(terms: Terms) -> bool:
    """One certificate, in a transaction of its own; whether there was something left to destroy."""
    with transaction() as session:
        row = service.destroy_next(session, terms, today(), by=SYSTEM)
        counts = {"records": row.records, "number": row.id, "seq": row.seq} if row else {}
    if counts:
        click.echo(DONE.filled(**counts).to(settings().language))
    return bool(counts)
