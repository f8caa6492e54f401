"""What the vault tells the audit: that something is about to be opened, that it could not be, that a key changed."""

from sqlalchemy.orm import Session

from declare.audit.trail import append, append_apart
from declare.audit.vocabulary import Act
from declare.vault import Reader


def witness(session: Session, reader: Reader, record: str, what: str) -> None:
    """Writes the reading down before anything opens; a list of records is one leaf that names them all."""
    append(
        session,
        actor=reader.account,
        role=reader.role,
        action=Act.CONTENT_OPEN,
        object=f"{what} {record}".lstrip(),
        row=reader.purpose,
    )


def alarm(session: Session, reader: Reader, record: str, part: str) -> None:
    """Writes down that something sealed did not open, whatever becomes of the transaction."""
    append_apart(
        session,
        actor=reader.account,
        role=reader.role,
        action=Act.CONTENT_REFUSED,
        object=f"{record} {part}",
        row=reader.purpose,
    )


def notice(session: Session, action: str, object: str) -> None:
    """Writes down what the system did with its keys."""
    append(session, actor=None, role="system", action=action, object=object)
