"""`flask check`: every rule on everything that was filed."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import click
from flask.cli import with_appcontext
from rich.console import Console
from rich.progress import track

from declare.checks.service import AT_ONCE, Summary, check, check_office
from declare.checks.source import source
from declare.config import settings
from declare.law import Text
from declare.rules import wire
from declare.rules.book import rule_by_id
from declare.rules.finding import Finding
from declare.web import transaction

CHECKING = Text("正在核对", "Checking")
CHECKED = Text(
    "核对了{reports}份报告：{found}处需要看一看，新增{new}处，变化{changed}处，消除{cured}处。",
    "Checked {reports} reports: {found} findings, {new} new, {changed} changed, {cured} cured.",
)


@click.command("check")
@with_appcontext
@click.option("--year", type=int, help="只核对该年度的报告 · only reports on that year")
@click.option("--json", "as_json", is_flag=True, help="每行输出一处疑点（JSON） · print the findings as JSON lines")
def check_command(*, year: int | None, as_json: bool) -> None:
    """对数据库中的全部报告运行规则，保存疑点 · run every rule on the database and store the findings."""
    total = Summary()
    for chunk in _shown(_chunks(_persons(year))):
        with transaction() as session:
            total.add(check(session, chunk, year=year))
    with transaction() as session:
        total.add(check_office(session, year=year))
    total.found.sort(key=Finding.order)
    for line in map(wire.line, total.found) if as_json else _summary(total):
        click.echo(line)


def _persons(year: int | None) -> Sequence[int]:
    """Everybody who filed."""
    with transaction() as session:
        return source().persons(session, year)


def _chunks(persons: Sequence[int]) -> list[Sequence[int]]:
    """Persons in pieces that are checked together."""
    return [persons[start : start + AT_ONCE] for start in range(0, len(persons), AT_ONCE)]


def _shown(chunks: list[Sequence[int]]) -> Iterator[Sequence[int]]:
    """The pieces, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from chunks
        return
    console = Console(stderr=True)
    yield from track(chunks, description=CHECKING.to(settings().language), console=console, transient=True)


def _summary(total: Summary) -> Iterator[str]:
    """A line for the run and one for each rule that found something."""
    lang = settings().language
    numbers = {"reports": total.reports, "new": total.new, "changed": total.changed, "cured": total.cured}
    yield CHECKED.filled(found=len(total.found), **numbers).to(lang)
    for rule, times in sorted(Counter(one.rule for one in total.found).items()):
        yield f"{rule}  {times:>6}  {rule_by_id(rule).title.to(lang)}"
