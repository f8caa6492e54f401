"""The command that makes the demo corps."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from declare.config import settings
from declare.demo.corps import SEED, corps
from declare.demo.loading import PASSWORD, is_loaded, load_corps, who_can_sign_in, write_files
from declare.law import Text
from declare.web import transaction
from declare.web.clock import today

LOADING = Text("正在载入演示数据：{what}", "loading the demo corps: {what}")
LOADED = Text("演示数据已载入：{counts}", "the demo corps is loaded: {counts}")
THERE = Text("数据库中已有账号，未载入演示数据。", "there are accounts already, nothing was loaded.")
SIGN_IN = Text("可登录的账号（密码均为 {password}）：", "who can sign in (the password of all is {password}):")


@click.command("demo")
@click.option(
    "--jsonl", "folder", type=click.Path(path_type=Path, file_okay=False), help="写成文件 · write files instead"
)
@click.option("--year", type=click.IntRange(2018, 2100), help="最近一次已报告的年度 · the last year reported on")
@click.option("--seed", type=int, default=SEED, show_default=True, help="随机种子 · seed")
@with_appcontext
def demo(folder: Path | None, year: int | None, seed: int) -> None:
    """The demo corps, invented from a seed: into the database, or out as files · 演示数据"""
    lang = settings().language
    made = corps(year or today().year - 1, seed=seed)
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
