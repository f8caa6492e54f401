"""Files that were handed over: sealed piece by piece while they wait, and destroyed when they are loaded or too old."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import BinaryIO

import msgspec
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.extensions import vault
from declare.items.spec import Record
from declare.registries.files.source import HeldSource
from declare.registries.models import Extract, Upload, UploadPart
from declare.vault import Opener, Reader
from declare.web import SYSTEM, Authority, leaf, now

MOST_BYTES = 32 * 1024 * 1024
"""Bytes a page takes; a larger file is loaded on the command line."""
WAITS = timedelta(hours=24)
PIECE = 1024 * 1024
ABOUT, MAPPING = "about", "mapping"

_encode = msgspec.json.Encoder().encode


class About(Record, frozen=True):
    """The name a file was handed over under, and its SHA-256 in hexadecimal."""

    name: str = ""
    sha256: str = ""


class Mapping(Record, frozen=True):
    """What is agreed on about a file: the registry, when and from whom it came, the field of each column.

    `role` is that of whoever agreed; `problems` are what a later reading found, as pairs of Chinese and English.
    """

    registry: str = ""
    received: date | None = None
    source: str = ""
    columns: tuple[str, ...] = ()
    role: str = ""
    problems: tuple[tuple[str, str], ...] = ()


def hand_over(session: Session, file: BinaryIO, *, name: str, mapping: Mapping, by: Authority) -> Upload:
    """Seals a file as it is read; whatever waits too long is destroyed meanwhile."""
    expire(session)
    at, digest, size = now(), hashlib.sha256(), 0
    upload = Upload(account_id=by.account, at=at, expires=at + WAITS, size=0, about=b"")
    session.add(upload)
    session.flush()
    sealer = vault.create(session, upload.record)
    for position, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
        digest.update(piece)
        size += len(piece)
        sealed = sealer.seal(str(position), 1, piece)
        session.execute(insert(UploadPart), {"upload_id": upload.id, "position": position, "sealed": sealed})
    upload.size = size
    upload.about = sealer.seal(ABOUT, 1, _encode(About(name=name, sha256=digest.hexdigest())))
    upload.mapping = sealer.seal(MAPPING, 1, _encode(mapping))
    leaf(session, by, Act.REGISTRY_UPLOAD, upload.record)
    session.flush()
    return upload


def opened(session: Session, upload: Upload, reader: Reader) -> tuple[Opener, About, Mapping]:
    """A file's name and what is agreed on about it, and what its content is opened with."""
    opener = vault.opening(session, upload.record, reader)
    return opener, about(opener, upload), mapping(opener, upload)


def about(opener: Opener, upload: Upload) -> About:
    """A file's name and hash."""
    return msgspec.json.decode(opener.open(ABOUT, 1, upload.about), type=About)


def mapping(opener: Opener, upload: Upload) -> Mapping:
    """What is agreed on about a file."""
    return msgspec.json.decode(opener.open(MAPPING, 1, upload.mapping or b""), type=Mapping)


def content(session: Session, upload: Upload, opener: Opener, *, name: str) -> HeldSource:
    """The whole file, in memory."""
    chosen = select(UploadPart).where(UploadPart.upload_id == upload.id).order_by(UploadPart.position)
    parts = (opener.open(str(part.position), 1, part.sealed) for part in session.scalars(chosen))
    return HeldSource(name, b"".join(parts))


def agree(session: Session, upload: Upload, opener: Opener, mapping: Mapping) -> None:
    """Keeps what is agreed on about a file."""
    upload.mapping = opener.seal(MAPPING, 1, _encode(mapping))
    session.flush()


def waiting(session: Session, account: int | None) -> list[Upload]:
    """The files one account has handed over that still wait, the newest first."""
    chosen = select(Upload).where(Upload.account_id == account, Upload.expires > now())
    return list(session.scalars(chosen.order_by(Upload.id.desc())))


def names(session: Session, rows: Sequence[Upload], reader: Reader) -> dict[int, str]:
    """The names of some files, by id."""
    opened = vault.openings(session, [row.record for row in rows], reader, what="uploads")
    return {row.id: about(opened[row.record], row).name for row in rows}


def of_extract(session: Session, extract: Extract) -> Upload | None:
    """The file an extract is being loaded of."""
    return session.scalars(select(Upload).where(Upload.extract_id == extract.id).order_by(Upload.id)).first()


def discard(session: Session, upload: Upload, *, by: Authority) -> None:
    """Destroys a file."""
    leaf(session, by, Act.REGISTRY_DISCARD, upload.record)
    vault.shred(session, upload.record)
    session.execute(delete(UploadPart).where(UploadPart.upload_id == upload.id))
    session.delete(upload)
    session.flush()


def expire(session: Session) -> int:
    """Destroys every file that has waited too long, but for those being loaded, and tells how many."""
    over = select(Upload).where(Upload.expires <= now(), Upload.extract_id.is_(None)).order_by(Upload.id)
    found: Sequence[Upload] = session.scalars(over).all()
    for upload in found:
        discard(session, upload, by=SYSTEM)
    return len(found)
