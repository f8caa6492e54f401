"""How long extracts are kept, and what happens when that time is over: keys and rows are destroyed."""

from datetime import date, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.extensions import vault
from declare.law import Dated, Text
from declare.law.counting import add_months
from declare.registries.concern import tell
from declare.registries.models import LOADING, Extract, ExtractRow, ExtractTrace
from declare.web import SYSTEM, Authority, leaf, now

KEPT_FOR = Dated(
    "registries.kept_for",
    {"2000-01-01": 3},
    basis=None,
    checked="2026-11-23",
    title=Text("核查数据保存年限", "How long extracts are kept"),
    unit=Text("年", "years"),
)
"""Years an extract is kept, from the day it was received (Personal Information Protection Law, article 19: no longer than needed)."""

GIVEN_UP = timedelta(days=1)
"""After this time a load that has not ended never will."""


def end_of(received: date) -> date:
    """The last day of an extract that was received on a day."""
    return add_months(received, 12 * KEPT_FOR.on(received))


def destroy(session: Session, extract: Extract, *, by: Authority, reason: str | None = None) -> None:
    """Destroys the key of an extract and deletes everything of it; the audit alone says that it was there."""
    tell(session, extract)
    leaf(session, by, Act.REGISTRY_DELETE, f"{extract.record} {extract.kind}", reason=reason)
    vault.shred(session, extract.record)
    leaf(session, by, Act.KEY_SHRED, extract.record)
    for model in (ExtractTrace, ExtractRow):
        session.execute(delete(model).where(model.extract_id == extract.id))
    session.delete(extract)
    session.flush()


def purge(session: Session, today: date) -> int:
    """Destroys every extract whose time is over, and what was left of loads that never ended; tells how many they were."""
    unfinished = (Extract.state == LOADING) & (Extract.loaded_at < now() - GIVEN_UP)
    over = select(Extract).where(or_(Extract.keep_until < today, unfinished)).order_by(Extract.id)
    found = list(session.scalars(over))
    for extract in found:
        destroy(session, extract, by=SYSTEM)
    return len(found)
