"""The job that builds what was let out: files in a folder of their own, one archive, and whether it is too like another."""

import json
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from declare.audit import Act
from declare.config import settings
from declare.database import private_folder
from declare.extensions import vault
from declare.releases import queries, reading
from declare.releases.models import APPROVED, BUILT, TOO_CLOSE, Profile, Release
from declare.releases.producing import Order, persons_of, produce
from declare.vault import Reader
from declare.web import Authority, leaf, now, transaction


def folder() -> Path:
    """Where archives lie until they are over."""
    return settings().instance / "releases"


def archive(release: Release) -> Path:
    """The archive of an export."""
    return folder() / f"{release.id}.zip"


def build(release: int) -> None:
    """The job: builds an export that was let out; does nothing where that is done."""
    with transaction() as session:
        row = session.get(Release, release)
        if row is None or row.standing(now()) != APPROVED:
            return
        order, reader = order_of(session, row), reader_of(row)
    private_folder(folder())
    clear()
    corps = reading.corps(order.year, reader)
    included = persons_of(order, corps)[1]
    if too_close(release, included):
        _finish(release, TOO_CLOSE, included)
        return
    with tempfile.TemporaryDirectory(dir=folder()) as place:
        produce(order, Path(place), reader=reader, lang=settings().language, corps=corps)
        _pack(Path(place), folder() / f"{release}.zip")
    _finish(release, BUILT, included)


def clear() -> None:
    """Deletes the archives of exports that are over."""
    with transaction() as session:
        over = queries.over(session, now())
    for release in over:
        (folder() / f"{release}.zip").unlink(missing_ok=True)


def order_of(session: Session, row: Release) -> Order:
    """What is to be produced."""
    requester, approver = queries.names(session, row)
    purpose, _reason = queries.words(session, row, reader_of(row))
    said: dict[str, Any] = {
        "release": row.id,
        "requester": requester,
        "approver": approver,
        "purpose": purpose,
        "requested": row.requested_at.isoformat(timespec="seconds"),
        "approved": row.decided_at.isoformat(timespec="seconds") if row.decided_at else None,
        "produced": now().isoformat(timespec="seconds"),
    }
    profile = Profile(row.profile)  # type: ignore[call-arg]  # a choice is found by its key alone
    return Order(profile, row.year, row.formats.split(","), row.k, said)


def reader_of(row: Release) -> Reader:
    """In whose name the records are opened: the one who asked, for this export."""
    return Reader(row.requested_by, "auditor", row.record)


def too_close(release: int, included: frozenset[int]) -> bool:
    """Whether an earlier export differs by a few people only, fewer than k: their rows could be told by comparing both."""
    with transaction() as session:
        row = session.get_one(Release, release)
        return any(
            0 < len(included ^ _included(session, other, reader_of(row))) < row.k
            for other in queries.earlier(session, row)
        )


def _included(session: Session, release: Release, reader: Reader) -> frozenset[int]:
    """Who was in an export."""
    if release.included is None:
        return frozenset()
    opened = vault.opening(session, release.record, reader).open("included", 1, release.included)
    return frozenset(json.loads(opened))


def _finish(release: int, state: str, included: frozenset[int]) -> None:
    """Notes how it went."""
    with transaction() as session:
        row = session.get_one(Release, release)
        row.state, row.built_at = state, now()
        sealer = vault.sealer(session, row.record)
        row.included = sealer.seal("included", 1, json.dumps(sorted(included)).encode())
        act = Act.RELEASE_BUILD if state == BUILT else Act.RELEASE_REFUSE
        leaf(session, Authority(row.requested_by, "auditor"), act, row.record)


def _pack(place: Path, target: Path) -> None:
    """Puts the files into one archive, readable by its owner alone, in place at once or not at all."""
    packed = target.with_suffix(".part")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(place.iterdir()):
            bundle.write(path, path.name)
    packed.chmod(0o600)
    shutil.move(packed, target)
