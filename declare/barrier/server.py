"""The barrier of PostgreSQL: what is declared is told to the transaction, and its policies let rows through by it."""

from typing import Any

from sqlalchemy import Connection, Engine, event

from declare.barrier.ground import NOBODY, Ground, ground

_TOLD = "barrier told"
_TELL = (
    "SELECT set_config('declare.purpose', %s, true), set_config('declare.account', %s, true),"
    " set_config('declare.person', %s, true), set_config('declare.scope', %s, true), set_config('declare.opens', %s, true)"
)


def stand(engine: Engine) -> None:
    """Has every transaction of an engine told on what ground it reads."""
    event.listen(engine, "before_cursor_execute", _before)
    event.listen(engine, "begin", _on_begin)


def _on_begin(connection: Connection) -> None:
    """A transaction begins without a ground: what was told ends with the transaction it was told in."""
    connection.info[_TOLD] = NOBODY


def _before(connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
    """Tells the transaction what is declared, where it was told something else; a savepoint taken back says neither."""
    if statement.startswith("ROLLBACK TO SAVEPOINT"):
        connection.info[_TOLD] = None
        return
    found = ground()
    if found != connection.info.get(_TOLD):
        driver: Any = connection.connection.dbapi_connection
        with driver.cursor() as cursor:
            cursor.execute(_TELL, _words(found))
        connection.info[_TOLD] = found


def _words(found: Ground) -> tuple[str, ...]:
    """A ground as the settings of a transaction hold it."""
    account, person = ("" if number is None else str(number) for number in (found.account, found.person))
    return (found.purpose, account, person, found.scope.value, "on" if found.opens else "")
