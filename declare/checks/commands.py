"""`flask check`: every rule on everything that was filed."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import click
from flask.cli import with_appcontext
from rich.console import Console
from rich.progress import track

from declare.checks.running import Plan, carry_out, plan_all, plan_changed, plan_year
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
@click.option("--json", "as_json", is_flag=True, help="每行输出一处疑点（JSON） · print the findings as JSON lines")
def check_command(*, year: int | None, changed: bool, workers: int | None, as_json: bool) -> None:
    """对数据库中的全部报告运行规则，保存疑点；中断后再次运行会接着核对 · run every rule on the database and store the findings; a run that was stopped goes on where it was."""
    planned = _planned(year, changed=changed, resume=not as_json)
    if planned.resumed:
        click.echo(RESUMED.filled(persons=len(planned.persons)).to(settings().language), err=True)
    cores = workers or (os.cpu_count() or 1)
    total = carry_out(planned, year=year, workers=cores, settings=settings(), shown=_shown)
    total.found.sort(key=Finding.order)
    for line in map(wire.line, total.found) if as_json else _summary(total):
        click.echo(line)


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
    yield CHECKED.filled(found=len(total.found), **numbers).to(lang)
    for rule, times in sorted(Counter(one.rule for one in total.found).items()):
        yield f"{rule}  {times:>6}  {rule_by_id(rule).title.to(lang)}"
