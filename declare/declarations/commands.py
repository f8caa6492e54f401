"""Commands for campaigns and for checking receipts."""

import base64
from datetime import date, datetime

import click
from flask.cli import with_appcontext

from declare.declarations import deadlines, service
from declare.extensions import vault
from declare.vault.receipts import key_name
from declare.web import SYSTEM, transaction

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def campaign() -> None:
    """年度报告 · The annual reporting."""


@campaign.command("open")
@click.argument("year", type=click.IntRange(2000, 2100))
@click.option("--opens", type=DAY, help="开始日期，默认次年1月1日 · first day, 1 January of the next year by default")
@click.option(
    "--deadline", type=DAY, help="截止日期，默认次年1月31日 · last day, 31 January of the next year by default"
)
@with_appcontext
def open_(year: int, opens: datetime | None, deadline: datetime | None) -> None:
    """开始一个年度的报告 · Takes reports on YEAR; run again to change the days."""
    first = opens.date() if opens else date(year + 1, 1, 1)
    last = deadline.date() if deadline else deadlines.usual(year)
    if last < first:
        raise click.BadParameter("截止日期不能早于开始日期 · The last day cannot be before the first")
    with transaction() as session:
        service.open_campaign(session, year, opens=first, deadline=last, by=SYSTEM)
    click.echo(f"{year}: {first} – {last}")


@campaign.command("public-key")
@with_appcontext
def public_key() -> None:
    """核验回执所用的公钥 · The public key receipts are checked with."""
    key = vault.public_key("receipt")
    click.echo(f"{key_name(key)} {base64.b64encode(key).decode()}")
