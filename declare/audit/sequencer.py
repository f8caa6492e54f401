"""Gives what waits its place in the tree, many at a time: those who write need not wait for each other.

Only PostgreSQL needs it; in the embedded database every entry is placed as it is written.
"""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select
from sqlalchemy.orm import Session

from declare.audit.leaf import COLUMNS, LEAF, QUEUE, Entry, hashed, stamped
from declare.audit.recount import Recount, edge
from declare.audit.trail import take_turn
from declare.audit.tree import NODE, size, stored
from declare.extensions import db, vault

AT_ONCE = 2_000
"""Entries placed in one transaction."""

SAID = ("id", *Entry._fields, "reason_sealed", "mac")
_NEXT = select(*(QUEUE.c[name] for name in SAID)).order_by(QUEUE.c.id)
_ADD_LEAVES, _ADD_NODES = insert(LEAF), insert(NODE)


def settle() -> int:
    """Places everything that waits and was committed, in transactions of its own, and says how much it was."""
    if db.engine.dialect.name != "postgresql":
        return 0
    placed, done = 0, AT_ONCE
    while done == AT_ONCE:
        with db.sessionmaker.begin() as session:
            done = place(session)
        placed += done
    return placed


def place(session: Session) -> int:
    """Places the next entries that wait, in the caller's transaction; what the system did not write is left where it is."""
    connection = session.connection()
    if connection.execute(_NEXT.limit(1)).first() is None:
        return 0
    take_turn(connection)
    mac = vault.mac("audit")
    waiting = connection.execute(_NEXT.limit(AT_ONCE)).all()
    good = [row for row in waiting if mac(stamped(Entry._make(row[1:-2]))) == row.mac]
    if good:
        _give_places(connection, good, at=size(session))
        connection.execute(delete(QUEUE).where(QUEUE.c.id.in_([row.id for row in good])))
    return len(good)


def _give_places(connection: Connection, rows: list[Row[Any]], *, at: int) -> None:
    """Writes the leaves after those there are, and every subtree they complete."""
    mac, known = vault.mac("audit"), stored(connection, edge(at))
    count = Recount(at, [known[key] for key in edge(at)])
    leaves, nodes = [], []
    for row in rows:
        seq, entry = count.size + 1, Entry._make(row[1:-2])
        found = hashed(seq, *entry)
        leaves.append(dict(zip(COLUMNS, (seq, *entry, found, mac(found), row.reason_sealed), strict=True)))
        made = enumerate(count.add(found), start=1)
        nodes += [{"done": seq, "level": level, "hash": above} for level, above in made]
    connection.execute(_ADD_LEAVES, leaves)
    if nodes:
        connection.execute(_ADD_NODES, nodes)
