"""The demo corps into the database: records, accounts that can sign in, an open campaign; or out as interchange files."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from declare.access import Role
from declare.accounts import service
from declare.accounts.models import Account
from declare.audit import Act
from declare.declarations.service import open_campaign
from declare.demo.corps import STAFF, Corps
from declare.interchange.corpus import Located
from declare.interchange.importing import Loaded, load
from declare.interchange.writing import line
from declare.web import SYSTEM, leaf

PASSWORD = "jiangdong-2026"  # noqa: S105 — printed for everybody to try the demo with
"""The password of every demo account."""

Progress = Callable[[str], object]


def is_loaded(session: Session) -> bool:
    """Whether anybody can sign in at all: then there is nothing to load into."""
    return session.scalars(select(Account.id).limit(1)).first() is not None


def load_corps(session: Session, corps: Corps, *, progress: Progress) -> Loaded:
    """Loads the corps; every account gets the demo password and its roles."""
    files = defaultdict(list)
    for file, record in corps.records():
        files[file].append(record)
    whole = Loaded()
    for file, records in files.items():
        progress(file)
        located = [Located(file, number, record) for number, record in enumerate(records, 1)]
        loaded = load(session, located, logins=corps.logins)
        whole.new += loaded.new
        whole.known += loaded.known
    progress("accounts")
    _open_accounts(session)
    open_campaign(
        session,
        corps.year + 1,
        opens=date(corps.year + 1, 11, 1),
        deadline=date(corps.year + 2, 1, 31),
        by=SYSTEM,
    )
    leaf(session, SYSTEM, Act.DEMO_LOAD, f"accounts {len(corps.logins)}")
    return whole


def write_files(corps: Corps, folder: Path) -> list[Path]:
    """Writes the corps as interchange files, and the key of what was planted."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = defaultdict(list)
    for file, record in corps.records():
        lines[file].append(line(record))
    paths = []
    for file, written in lines.items():
        path = folder / f"{file}.jsonl"
        path.write_text("\n".join(written) + "\n", encoding="utf-8")
        paths.append(path)
    planted = [
        {
            "rule": one.fault.rule,
            "also": one.fault.also,
            "declarant": one.declarant,
            "year": one.year,
            "what": {"zh": one.fault.says.zh, "en": one.fault.says.en},
        }
        for one in corps.planted
    ]
    key = folder / "planted.json"
    key.write_text(json.dumps(planted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [*paths, key]


def who_can_sign_in(corps: Corps) -> list[tuple[str, Role]]:
    """One account of every role, to try the demo with."""
    first = next(iter(corps.logins.values()))
    staff = list(corps.logins.values())[-len(STAFF) :]
    roles = {role.value: role for role in Role}
    return [(first, Role.DECLARANT), *((login, roles[told[0]]) for login, told in zip(staff, STAFF, strict=True))]


def _open_accounts(session: Session) -> None:
    """Gives every account the demo password, and puts the rights it asked for into force."""
    for account in session.scalars(select(Account).options(selectinload(Account.grants)).order_by(Account.id)):
        service.set_password(session, account, PASSWORD)
        for grant in account.grants:
            service.give(session, grant, by=SYSTEM)
