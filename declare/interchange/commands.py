"""The command line for files and definitions: import, lint, items, rules."""

import sys
from datetime import datetime
from pathlib import Path

import click
import msgspec
from flask.cli import with_appcontext

from declare.audit import Act
from declare.config import settings
from declare.extensions import db
from declare.interchange.corpus import Corpus, Located, read_file
from declare.interchange.importing import Refusal, load
from declare.interchange.lines import Problem
from declare.interchange.shown import finding_text, items_text, rule_text, rules_text
from declare.items import EDITIONS
from declare.items.catalogue import catalogue
from declare.law import Lang, Text
from declare.rules import wire
from declare.rules.book import all_rules, rule_by_id
from declare.rules.listing import listed
from declare.web import SYSTEM, leaf_apart, transaction
from declare.web import today as now_here

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON instead of text · 输出 JSON")
CANNOT_OPEN = Text("无法读取：{reason}", "cannot be read: {reason}")
LOADED = Text("{file}：新载入 {new}；已有 {known} 条未变", "{file}: loaded {new}; {known} known already")
NO_SUCH_RULE = Text(
    "没有编号为 {id} 的规则，可用 flask rules list 查看全部", "there is no rule {id}; flask rules list shows all"
)


@click.command("lint")
@with_appcontext
@FILES
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Day of the check · 核对日期")
@click.option("--place", default="", help="Place whose local numbers hold · 适用地方标准的地区")
@AS_JSON
def lint(files: tuple[Path, ...], *, today: datetime | None, place: str, as_json: bool) -> None:
    """Run every rule on files alone, touching no database, with the built-in parameters · 只用文件核对，不读写数据库，参数取系统默认值"""
    located, problems = read_all(files)
    corpus = Corpus(located)
    problems.extend(corpus.problems())
    if problems:
        tell(problems)
        sys.exit(2)
    day = today.date() if today else corpus.last_day or now_here()
    for finding in corpus.findings(today=day, place=place):
        click.echo(wire.line(finding) if as_json else finding_text(finding, language()))


@click.command("import")
@FILES
@with_appcontext
def import_(files: tuple[Path, ...]) -> None:
    """Load records into the database, a file whole or not at all · 载入数据库，一个文件要么全部载入，要么不载入"""
    refused = import_files(list(files))
    for problems in refused.values():
        leaf_apart(db.session, SYSTEM, Act.IMPORT_REFUSED, f"records {len(problems)}")
        tell(problems)
    sys.exit(1 if refused else 0)


def import_files(files: list[Path]) -> dict[Path, list[Problem]]:
    """Loads files in whatever order they need each other; those that stay refused, with what is wrong with them."""
    while True:
        refused = {path: problems for path in files if (problems := import_file(path))}
        if len(refused) in (0, len(files)):
            return refused
        files = list(refused)


def import_file(path: Path) -> list[Problem]:
    """Loads one file and says what was loaded; what is wrong with it instead, where it is refused."""
    located, problems = read_all((path,))
    if problems:
        return problems
    try:
        with transaction() as session:
            loaded = load(session, located)
    except Refusal as refusal:
        return refusal.problems
    new = "、".join(f"{kind} {count}" for kind, count in sorted(loaded.new.items())) or "0"
    told = LOADED.filled(file=path.name, new=new, known=sum(loaded.known.values()))
    click.echo(told.to(language()))
    return []


@click.command("items")
@with_appcontext
@AS_JSON
def items(*, as_json: bool) -> None:
    """What must be declared: every item, table and field · 报告事项、表和字段"""
    click.echo(msgspec.json.encode(catalogue(EDITIONS[-1])).decode() if as_json else items_text(language()))


@click.group("rules")
def rules() -> None:
    """The rule book · 规则库"""


@rules.command("list")
@with_appcontext
@AS_JSON
def list_rules(*, as_json: bool) -> None:
    """Every rule with its articles · 全部规则"""
    book = [listed(rule) for rule in all_rules()]
    click.echo(msgspec.json.encode(book).decode() if as_json else rules_text(language()))


@rules.command("show")
@with_appcontext
@click.argument("id")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Thresholds as of that day · 按当日标准显示")
def show_rule(id: str, day: datetime | None) -> None:
    """One rule: what the law asks, thresholds (parameters as built in), cases · 一条规则的依据、标准（参数取系统默认值）和示例"""
    try:
        rule = rule_by_id(id.upper())
    except KeyError:
        raise click.ClickException(NO_SUCH_RULE.filled(id=id[:20]).to(language())) from None
    click.echo(rule_text(rule, day.date() if day else None, language()))


def read_all(files: tuple[Path, ...]) -> tuple[list[Located], list[Problem]]:
    """The records of all files, and everything that is wrong with them."""
    located: list[Located] = []
    problems: list[Problem] = []
    for path in files:
        try:
            contents = read_file(path)
        except OSError as error:
            says = CANNOT_OPEN.filled(reason=error.strerror or "")
            problems.append(Problem(str(path), 0, "", says))
            continue
        located.extend(contents.records)
        problems.extend(contents.problems)
    return located, problems


def tell(problems: list[Problem]) -> None:
    """Names everything that is wrong, a line each, on standard error."""
    for problem in problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        field = f" {problem.field}:" if problem.field else ""
        click.echo(f"{place}:{field} {problem.says.to(language())}", err=True)


def language() -> Lang:
    """The language the command line speaks."""
    return settings().language
