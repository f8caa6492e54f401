"""The command that makes the demo corps."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from declare.config import settings
from declare.demo.corps import SEED, corps
from declare.demo.loading import PASSWORD, is_loaded, load_corps, who_can_sign_in, write_files
from declare.demo.plants.book import NOT_PLANTED
from declare.demo.population.loading import load_population
from declare.demo.population.streaming import Population
from declare.demo.population.writing import write_population
from declare.law import Text
from declare.web import transaction
from declare.web.clock import today

LOADING = Text("正在载入演示数据：{what}", "loading the demo corps: {what}")
LOADED = Text("演示数据已载入：{counts}", "the demo corps is loaded: {counts}")
THERE = Text("数据库中已有账号，未载入演示数据。", "there are accounts already, nothing was loaded.")
ASK_PEOPLE = Text("请用 --people 写明人数。", "say how many people with --people.")
UNPLANTED = Text(
    "以下规则不能由记录触发，未埋入：{rules}",
    "not planted, because no record can trip them: {rules}",
)
SIGN_IN = Text("可登录的账号（密码均为 {password}）：", "who can sign in (the password of all is {password}):")


@click.command("demo")
@click.option(
    "--jsonl", "folder", type=click.Path(path_type=Path, file_okay=False), help="写成文件 · write files instead"
)
@click.option("--year", type=click.IntRange(2018, 2100), help="最近一次已报告的年度 · the last year reported on")
@click.option("--seed", type=int, default=SEED, show_default=True, help="随机种子 · seed")
@click.option(
    "--people", type=click.IntRange(1, 10**6), help="报告人数，另生成一批人员 · a population of so many instead"
)
@click.option("--faults", is_flag=True, help="埋入已知问题并附答案 · plant faults, with their key (answers.jsonl)")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="人员数据写成文件 · write the population")
@with_appcontext
def demo(
    folder: Path | None, year: int | None, seed: int, people: int | None, *, faults: bool, out: Path | None
) -> None:
    """The demo corps, invented from a seed: into the database, or out as files · 演示数据"""
    last = year or today().year - 1
    if people:
        _population(Population(people, last, seed, faults), out)
    elif faults or out:
        raise click.UsageError(ASK_PEOPLE.to(settings().language))
    else:
        _corps(last, seed, folder)


def _population(made: Population, out: Path | None) -> None:
    """A population of any size, out as files or into the database."""
    lang = settings().language
    if made.faults:
        click.echo(UNPLANTED.filled(rules=" ".join(NOT_PLANTED)).to(lang), err=True)
    if out is not None:
        for path in write_population(made, out):
            click.echo(str(path))
        return
    loaded = load_population(made, progress=lambda count: click.echo(LOADING.filled(what=count).to(lang), err=True))
    counts = " ".join(f"{kind} {count}" for kind, count in loaded.new.items())
    click.echo(LOADED.filled(counts=counts).to(lang))


def _corps(year: int, seed: int, folder: Path | None) -> None:
    """The sixty cadres and those who check them, with accounts to sign in by."""
    lang = settings().language
    made = corps(year, seed=seed)
    if folder is not None:
        for path in write_files(made, folder):
            click.echo(str(path))
        return
    with transaction() as session:
        if is_loaded(session):
            click.echo(THERE.to(lang))
        else:
            loaded = load_corps(session, made, progress=lambda what: click.echo(LOADING.filled(what=what).to(lang)))
            counts = " ".join(f"{kind} {count}" for kind, count in loaded.new.items())
            click.echo(LOADED.filled(counts=counts).to(lang))
    click.echo(SIGN_IN.filled(password=PASSWORD).to(lang))
    for login, role in who_can_sign_in(made):
        click.echo(f"  {login:<20} {role.label.zh} · {role.label.en}")
