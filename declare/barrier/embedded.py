"""The barrier of the embedded database: an authoriser that SQLite itself asks about every column a statement would read.

It stands on each connection from its first moment and steps aside while content is opened. Putting it back makes SQLite
compile every statement anew, so that one prepared while it was away is asked about too (`sqlite3_set_authorizer`).
"""

import re
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext

from declare.barrier.ground import ground
from declare.barrier.protected import PROTECTED
from declare.barrier.refusal import Unguarded, note, tell

_OPEN = "barrier open"
_PROHIBITED = re.compile(r"access to (?:main\.)?(\w+\.\w+) is prohibited")


def stand(engine: Engine) -> None:
    """Puts the authoriser on every connection of an engine."""
    event.listen(engine, "connect", _close)
    event.listen(engine, "reset", _on_reset)
    event.listen(engine, "checkin", tell)
    event.listen(engine, "before_cursor_execute", _before)
    event.listen(engine, "handle_error", _on_error)


def _allow(action: int, table: str | None, column: str | None, _base: str | None, _inner: str | None) -> int:
    """What SQLite asks while it compiles a statement."""
    if action == sqlite3.SQLITE_READ and column in PROTECTED.get(table or "", ()):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _close(connection: sqlite3.Connection, _record: object) -> None:
    """The barrier stands."""
    connection.set_authorizer(_allow)


def _on_reset(connection: sqlite3.Connection, record: Any, _state: object) -> None:
    """It stands again when a connection is given back."""
    if record is not None and record.info.pop(_OPEN, False):
        connection.set_authorizer(_allow)


def _before(connection: Connection, *_statement: object) -> None:
    """It steps aside where content is opened, and comes back where that is over."""
    opens = ground().opens
    if opens != connection.info.get(_OPEN, False):
        driver: Any = connection.connection.dbapi_connection
        driver.set_authorizer(None if opens else _allow)
        connection.info[_OPEN] = opens


def _on_error(context: ExceptionContext) -> None:
    """What the authoriser refused is told as such, and noted."""
    found = _PROHIBITED.search(str(context.original_exception))
    if found:
        if context.connection is not None:
            note(context.connection.info, found[1])
        raise Unguarded(found[1]) from None
