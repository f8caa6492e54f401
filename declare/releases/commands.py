"""`flask export`: an export into a folder, under an approval; in the demonstration without one."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from declare.accounts import queries as accounts
from declare.audit import Act
from declare.config import settings
from declare.database import private_folder
from declare.extensions import db
from declare.law import Text
from declare.releases import building, queries
from declare.releases.models import APPROVED, BUILT, Profile
from declare.releases.producing import Order, produce
from declare.releases.service import size_of_classes
from declare.releases.writers import FORMATS
from declare.vault import Reader
from declare.web import SYSTEM, Authority, leaf, leaf_apart, now, transaction

NOT_APPROVED = Text(
    "没有有效的批准：请在系统中申请，批准后用 --as 登录名 --approval 编号 导出。",
    "There is no valid approval: ask for one in the system, then export with --as ACCOUNT --approval ID.",
)
NOT_EMPTY = Text("文件夹{folder}不是空的，请另选一个。", "The folder {folder} is not empty; choose another one.")
UNKNOWN_FORMAT = Text("不支持的格式：{name}；可用 csv、xlsx、jsonl。", "No such format: {name}; use csv, xlsx, jsonl.")
DONE = Text(
    "已导出{people}人，{rows}行；{left_out}人因无法避免被认出而略去。",
    "Exported {people} people, {rows} rows; {left_out} people left out because they could be picked out.",
)


@click.command("export")
@with_appcontext
@click.argument("profile", type=click.Choice([one.value for one in Profile]))
@click.option(
    "--out", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="文件夹 · folder"
)
@click.option("--format", "formats", default="csv,xlsx,jsonl", show_default=True, help="格式 · formats")
@click.option("--as", "login", help="申请人的登录名 · the account that asked")
@click.option("--approval", type=int, help="批准编号 · the number of the approval")
def export_command(*, profile: str, folder: Path, formats: str, login: str | None, approval: int | None) -> None:
    """已脱敏的导出，附签名清单 · a redacted export with its signed manifest."""
    lang = settings().language
    chosen = [name.strip() for name in formats.split(",") if name.strip()]
    for name in chosen or [formats]:
        if name not in FORMATS:
            raise click.ClickException(UNKNOWN_FORMAT.filled(name=name[:20]).to(lang))
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(NOT_EMPTY.filled(folder=folder).to(lang))
    order, reader = _order(Profile(profile), chosen, login, approval)  # type: ignore[call-arg]
    private_folder(folder)
    counts = produce(order, folder, reader=reader, lang=lang).counts
    counts["rows"] = sum(counts["rows"].values())
    with transaction() as session:
        leaf(session, Authority(reader.account, reader.role), Act.RELEASE_BUILD, f"{reader.purpose} {profile}")
    click.echo(DONE.filled(**{key: counts[key] for key in ("people", "rows", "left_out")}).to(lang))


def _order(profile: Profile, formats: list[str], login: str | None, approval: int | None) -> tuple[Order, Reader]:
    """What may be produced, and in whose name; refused, and written down, without an approval that fits."""
    if approval is None and settings().demo:
        said = {
            "requester": login,
            "approver": None,
            "purpose": "demo",
            "produced": now().isoformat(timespec="seconds"),
        }
        return Order(profile, None, formats, size_of_classes(), said), Reader(None, "system", "export")
    with transaction() as session:
        row = queries.release(session, approval or 0)
        account = accounts.by_login(session, login or "")
        own = row is not None and account is not None and row.requested_by == account.id
        if row is not None and own and row.profile == profile.value and row.standing(now()) in (APPROVED, BUILT):
            order = building.order_of(session, row)
            return Order(profile, row.year, formats, row.k, order.said), building.reader_of(row)
    leaf_apart(db.session, SYSTEM, Act.ACCESS_REFUSED, f"release.download release/{approval or 0}")
    raise click.ClickException(NOT_APPROVED.to(settings().language))
