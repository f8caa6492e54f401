"""The second barrier behind the access table: rows and sealed columns are let through only to whoever has declared what for.

PostgreSQL does it by row-level security, the embedded database by an authoriser on each connection. Both follow the same
declaration: `with declared(Ground(…))`. Where nothing is declared nothing is let through, whatever the program asks for.
"""

from sqlalchemy import Engine

from declare.barrier import embedded, server
from declare.barrier.ground import NOBODY, Ground, Scope, declare, declared, ground, otherwise, stated, system
from declare.barrier.protected import EXCUSED, PROTECTED
from declare.barrier.refusal import Unguarded, hear
from declare.barrier.standing import admit, gaps

__all__ = [
    "EXCUSED",
    "NOBODY",
    "PROTECTED",
    "Ground",
    "Scope",
    "Unguarded",
    "admit",
    "declare",
    "declared",
    "gaps",
    "ground",
    "hear",
    "otherwise",
    "raise_on",
    "stated",
    "system",
]


def raise_on(engine: Engine) -> None:
    """Puts the barrier in front of every statement of an engine, of either kind."""
    (embedded if engine.dialect.name == "sqlite" else server).stand(engine)
