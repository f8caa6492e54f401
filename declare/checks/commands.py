"""`flask check`: every rule on everything that was filed."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from rich.console import Console
from rich.progress import track

from declare.checks.running import Plan, carry_out, here, plan_all, plan_changed, plan_year
from declare.checks.service import Summary
from declare.config import settings
from declare.law import Text
from declare.rules import wire
from declare.rules.book import rule_by_id
from declare.rules.finding import Finding

CHECKING = Text("正在核对", "Checking")
RESUMED = Text(
    "上次核对中断，接着核对余下的{persons}人。", "The last check was stopped; {persons} persons are still to come."
)
HOSTS_ALONE = Text("--hosts 不能与其他选项同用。", "--hosts goes with no other option.")
NEEDS_POSTGRESQL = Text(
    "分派到多台主机需要 PostgreSQL，请设置 DECLARE_DATABASE_URL。",
    "Handing out to several hosts needs PostgreSQL: set DECLARE_DATABASE_URL.",
)
PIECES_FAILED = Text(
    "有部分核对多次失败，请查看 flask checker 的日志后再次运行。",
    "Some pieces failed several times: look at the log of flask checker and run this again.",
)
CHECKED = Text(
    "核对了{reports}份报告：{found}处需要看一看，新增{new}处，变化{changed}处，消除{cured}处。",
    "Checked {reports} reports: {found} findings, {new} new, {changed} changed, {cured} cured.",
)


@click.command("check")
@with_appcontext
@click.option("--year", type=int, help="只核对该年度的报告 · only reports on that year")
@click.option(
    "--changed", is_flag=True, help="只核对有变化的人员 · only those whose facts have changed since the last check"
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="进程数，默认每个处理器一个 · processes, by default one a core"
)
@click.option(
    "--hosts", is_flag=True, help="交给各主机上的 flask checker（PostgreSQL） · hand out to flask checker on any hosts"
)
@click.option("--json", "as_json", is_flag=True, help="每行输出一处疑点（JSON） · print the findings as JSON lines")
def check_command(*, year: int | None, changed: bool, workers: int | None, hosts: bool, as_json: bool) -> None:
    """对全部报告运行规则，保存疑点；中断后再次运行会接着核对 · run every rule and store the findings; a run that was stopped goes on."""
    if hosts:
        _check_on_hosts(alone=not (year or changed or workers or as_json))
        return
    planned = _planned(year, changed=changed, resume=not as_json)
    if planned.resumed:
        click.echo(RESUMED.filled(persons=len(planned.persons)).to(settings().language), err=True)
    done = partial(here, year=year, workers=workers or os.cpu_count() or 1)
    total = carry_out(planned, year=year, done=done, shown=_shown, keeping=as_json)
    total.found.sort(key=Finding.order)
    for line in map(wire.line, total.found) if as_json else _summary(total):
        click.echo(line)


def _check_on_hosts(*, alone: bool) -> None:
    """Everything, checked by workers on several hosts."""
    from declare.checks import distributed

    lang = settings().language
    if not alone:
        raise click.UsageError(HOSTS_ALONE.to(lang))
    if not distributed.possible(settings()):
        raise click.ClickException(NEEDS_POSTGRESQL.to(lang))
    planned = plan_all(resume=True)
    try:
        done = partial(distributed.hand_out, planned, settings=settings())
        office = carry_out(planned, year=None, done=done, shown=_shown, keeping=False)
    except distributed.PiecesFailed:
        raise click.ClickException(PIECES_FAILED.to(lang)) from None
    total = distributed.counted(planned.run or 0)
    total.new, total.changed, total.cured = (
        total.new + office.new,
        total.changed + office.changed,
        total.cured + office.cured,
    )
    for line in _summary(total):
        click.echo(line)


@click.command("checker")
@with_appcontext
@click.option("--once", is_flag=True, help="处理完后结束 · stop when nothing is left")
def checker_command(*, once: bool) -> None:
    """处理 flask check --hosts 分派的核对 · check what `flask check --hosts` hands out (PostgreSQL)."""
    from declare.checks import distributed

    if not distributed.possible(settings()):
        raise click.ClickException(NEEDS_POSTGRESQL.to(settings().language))
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's own way
    distributed.work(app, settings(), once=once)


def _planned(year: int | None, *, changed: bool, resume: bool) -> Plan:
    """Whose facts are looked at."""
    if year is not None:
        return plan_year(year)
    return plan_changed() if changed else plan_all(resume=resume)


def _shown(parts: Iterable[Summary], pieces: int) -> Iterator[Summary]:
    """The pieces as they come in, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from parts
        return
    console = Console(stderr=True)
    label = CHECKING.to(settings().language)
    yield from track(parts, description=label, total=pieces, console=console, transient=True)


def _summary(total: Summary) -> Iterator[str]:
    """A line for the run and one for each rule that found something."""
    lang = settings().language
    numbers = {"reports": total.reports, "new": total.new, "changed": total.changed, "cured": total.cured}
    yield CHECKED.filled(found=total.rules.total(), **numbers).to(lang)
    for rule, times in sorted(total.rules.items()):
        yield f"{rule}  {times:>6}  {rule_by_id(rule).title.to(lang)}"
