"""The restore drill: what was put back is tried before it is kept — the audit, the keys, filed reports and their receipts."""

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit import verify
from declare.audit.sequencer import place
from declare.audit.verdict import Source
from declare.backups.stream import Unusable
from declare.declarations import freezing, queries, submission
from declare.declarations.models import Filing, Receipt
from declare.extensions import vault
from declare.law import Text
from declare.vault import DataKey, Reader, Refused, receipts

SAMPLE = 200
"""About how many records, and how many filed reports, are opened."""

READER = Reader(None, "system", "backup")

OTHER_KEYS = Text(
    "备份中的记录用此处的密钥打不开，没有恢复任何内容。请先恢复与备份同一时期的密钥目录。",
    "Records of the backup do not open under the keys here; nothing was restored. Restore the key folder of that time first.",
)
EVIDENCE = Text(
    "恢复后审计记录校验不通过：{says}没有恢复任何内容。",
    "After the restore the audit does not verify: {says} Nothing was restored.",
)
SPOILT = Text(
    "备份中的第{filing}号报告与其密封内容或回执不符，没有恢复任何内容。请换一份备份。",
    "Report {filing} of the backup does not open or does not fit its receipt; nothing was restored. Use another backup.",
)


def drill(session: Session) -> None:
    """Tries what was restored; Unusable at the first thing that is not in order."""
    place(session)
    _audit(session)
    _keys(session)
    _filings(session)


def _audit(session: Session) -> None:
    """The audit is recomputed and compared with every head handed out."""
    sources: list[Source] = current_app.extensions.get("audit_witnesses", [])
    verdict = verify(session, witnesses=[head for source in sources for head in source(session)])
    if not verdict.fits:
        raise Unusable(EVIDENCE.filled(says=verdict.says))


def _keys(session: Session) -> None:
    """The data keys of records all over the database unwrap under the keys here."""
    records = session.scalars(select(DataKey.record).order_by(DataKey.record)).all()
    try:
        vault.openings(session, records[:: _step(len(records))], READER, what="restore drill")
    except Refused as refused:
        raise Unusable(OTHER_KEYS) from refused


def _filings(session: Session) -> None:
    """A sample of filed reports opens and fits its fingerprint and its receipt; those destroyed on time are left out."""
    keyed = set(session.scalars(select(DataKey.record).where(DataKey.record.startswith("filing/"))))
    numbers = [one for one in session.scalars(select(Filing.id).order_by(Filing.id)) if f"filing/{one}" in keyed]
    some = numbers[:: _step(len(numbers))]
    openers = vault.openings(session, [f"filing/{number}" for number in some], READER, what="restore drill")
    for number in some:
        row, receipt = session.get_one(Filing, number), session.get(Receipt, number)
        try:
            content = openers[row.record].open(queries.FILED, row.version, row.sealed)
            fits = freezing.content_hash(submission.salt(openers[row.record]), content) == row.content_hash
            if not fits or not _certified(row, receipt):
                raise Unusable(SPOILT.filled(filing=number))
        except Refused as refused:
            raise Unusable(SPOILT.filled(filing=number)) from refused
        session.expunge(row)


def _certified(row: Filing, receipt: Receipt | None) -> bool:
    """Whether the receipt is signed, by today's key or an earlier one, and speaks of this very report; what came in a file has none."""
    if receipt is None:
        return True
    publics = (vault.ring.public("receipt", version) for version in vault.ring.versions("receipt"))
    return any(_says(receipt, public) == row.content_hash.hex() for public in publics)


def _says(receipt: Receipt, public: bytes) -> str:
    """The fingerprint on a receipt; empty where it is not signed with this key."""
    try:
        return str(receipts.verify(receipt.body, public)["content_hash"])
    except Refused:
        return ""


def _step(count: int) -> int:
    """Every how manieth of so many is a sample of the size wanted."""
    return max(1, count // SAMPLE)
