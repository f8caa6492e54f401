"""`flask registries`: load a file of any size, destroy what is past its time."""

import sys
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path

import click
from flask.cli import AppGroup

from declare.config import settings
from declare.items.registries import REGISTRIES, registry_by_key
from declare.law import Text
from declare.registries import columns, retention, uploads
from declare.registries.files import FileSource, Unusable
from declare.registries.loading import Coming, known, load_in_pieces, sheet_of, units_by_word
from declare.registries.provenance import Provenance
from declare.registries.rows import Plan, Reading
from declare.web import SYSTEM, today, transaction

CANNOT_OPEN = Text("无法读取：{reason}", "cannot be read: {reason}")
FUTURE = Text("收到日期不能晚于今天。", "The day of receipt cannot lie in the future.")
LEFT_OUT = Text("未载入的列：{names}", "Columns left out: {names}")
LOADED = Text(
    "已载入{rows:,}行（核查数据第{id}号）；重复{doubled:,}行只载入一次；{odd:,}行有与格式不符的内容，照原样载入。",
    "Loaded {rows:,} rows (extract {id}); {doubled:,} repeated rows were loaded once; {odd:,} rows hold values that do not fit and were loaded as they are.",
)
NOTHING = Text("没有载入任何内容，请更正后重试。", "Nothing was loaded: correct the file and try again.")
PURGED = Text(
    "已销毁{extracts}份过期的核查数据、{uploads}个过期的文件。",
    "Destroyed {extracts} extracts and {uploads} waiting files past their time.",
)

registries = AppGroup("registries", help="核查数据 · extracts that other authorities hand over")


@registries.command("load")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--registry", required=True, type=click.Choice([one.key for one in REGISTRIES]), help="登记信息种类 · registry"
)
@click.option("--received", required=True, type=click.DateTime(["%Y-%m-%d"]), help="收到日期 · day of receipt")
@click.option("--source", default="", help="提供单位 · the authority that handed it over")
def load_command(*, file: Path, registry: str, received: datetime, source: str) -> None:
    """载入 CSV、XLSX 或 JSONL 文件，要么全部载入，要么不载入 · load a CSV, XLSX or JSONL file whole or not at all."""
    if received.date() > today():
        raise click.ClickException(FUTURE.to(settings().language))
    try:
        coming = _coming(file, registry, received.date(), source)
        reading, extract_id = load_in_pieces(coming, FileSource(file))
    except Unusable as refusal:
        raise click.ClickException(refusal.sentence().to(settings().language)) from None
    except OSError as error:
        raise click.ClickException(CANNOT_OPEN.filled(reason=error.strerror or "").to(settings().language)) from None
    if extract_id is None:
        _tell(reading)
        sys.exit(1)
    counts = {"rows": reading.rows, "doubled": reading.doubled, "odd": reading.odd}
    click.echo(LOADED.filled(id=extract_id, **counts).to(settings().language))


@registries.command("purge")
def purge_command() -> None:
    """销毁保存期已满的核查数据和过期的文件 · destroy extracts past their time, and files that waited too long."""
    with transaction() as session:
        counts = {"extracts": retention.purge(session, today()), "uploads": uploads.expire(session)}
    click.echo(PURGED.filled(**counts).to(settings().language))


def _coming(file: Path, key: str, received: date, source: str) -> Coming:
    """What is about to be loaded; ClickException where its columns say nothing or it was loaded before."""
    table, lang = registry_by_key(key), settings().language
    found = columns.recognised(table, sheet_of(FileSource(file)).headers)
    with file.open("rb") as content:
        provenance = Provenance(file=file.name, sha256=file_digest(content, "sha256").hexdigest(), source=source)
    with transaction() as session:
        plan, said = Plan(table, found, units_by_word(session)), known(session, provenance)
    if said := plan.missing() or said:
        raise click.ClickException(said.to(lang))
    if left := [one.header for one in found if not one.field and one.header]:
        click.echo(LEFT_OUT.filled(names=", ".join(left)).to(lang), err=True)
    return Coming(plan, provenance, received, SYSTEM)


def _tell(reading: Reading) -> None:
    """Names everything that is wrong, a line each, on standard error."""
    said = [*reading.misfits.values(), *(one.sentence() for one in reading.problems)]
    for one in [*said, *([reading.unusable] if reading.unusable else []), NOTHING]:
        click.echo(one.to(settings().language), err=True)
