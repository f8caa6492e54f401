"""What is done with the log itself, each of it written into the log."""

from typing import IO

from sqlalchemy.orm import Session

from declare import jobs
from declare.audit import Act
from declare.database import READING
from declare.evidence import exporting, queries
from declare.evidence.searching import Search
from declare.extensions import db
from declare.web import Authority, leaf


def searched(session: Session, search: Search, *, by: Authority) -> None:
    """Notes a search by ids and names of the system; what was typed and is none of them is left out."""
    said = {name: value for name, value in search.asked().items() if name not in search.wrong()}
    if search.account:
        said["account"] = f"account/{queries.account_id(session, search.account)}"
    leaf(session, by, Act.AUDIT_READ, " ".join(["log", *(f"{name}={value}" for name, value in said.items())]))


def ask_for_verification(session: Session, *, by: Authority) -> None:
    """Has the whole log verified soon, in the name of the account."""
    leaf(session, by, Act.AUDIT_VERIFY, "log")
    jobs.enqueue(session, "verify", account=by.account or 0)


def extract(session: Session, search: Search, *, by: Authority) -> IO[bytes] | None:
    """The log of the days asked for, with its proof; without days the whole. None where nothing happened then."""
    first, last = search.moments()
    exporting.prepared()
    with db.sessionmaker(bind=db.engine.execution_options(**READING)) as reading:
        lines = exporting.extract(reading, first, last)
        file = exporting.written(lines) if lines is not None else None
    if file is not None:
        days = " ".join(f"{name}={value}" for name, value in search.asked().items() if name in ("since", "until"))
        leaf(session, by, Act.AUDIT_EXPORT, f"log {days}".strip())
    return file
