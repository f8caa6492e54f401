"""A1 on PostgreSQL: sixteen writers at once into the log, each entry durable, against the chain every writer locks; and what the log adds to a save."""

import multiprocessing
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from declare.audit import AuditLeaf, append, append_placed, settle
from declare.config import Settings
from declare.extensions import Model, db
from tests.bench.harness import Pair, goal
from tests.conftest import dispose, floor_app
from tests.postgres import DURABLE, running

WRITERS = 16
WARM, ENTRIES = 20, 200
"""Entries of each writer, each in a transaction of its own; the first ones do not count."""

LEAF = {"role": "declarant", "action": "declaration.save", "object": "declaration/12", "row": "declarant own"}
FORK = multiprocessing.get_context("fork")


@contextmanager
def log():
    """An empty log on a PostgreSQL that writes to the disk before it answers."""
    with running(options=DURABLE) as url, tempfile.TemporaryDirectory() as folder:
        app = floor_app(Settings(instance=Path(folder) / "instance", database_url=url))
        with app.app_context():
            Model.metadata.create_all(db.engine)
            append_placed(db.session, actor=0, **LEAF)
            db.session.commit()
            db.session.close()
            db.engine.dispose()
        yield app
        dispose(app)


def writing(app, write, ready, over):
    """One writer, a process of its own."""
    with app.app_context():
        db.engine.dispose(close=False)
        for number in range(WARM):
            with db.sessionmaker.begin() as session:
                write(session, actor=number, **LEAF)
        ready.wait()
        for number in range(ENTRIES):
            with db.sessionmaker.begin() as session:
                write(session, actor=number, **LEAF)
    over.release()


def placed_so_far():
    """How many entries have their place."""
    with db.sessionmaker() as session:
        return session.scalar(select(func.max(AuditLeaf.seq)))


def seconds_an_entry(app, write):
    """How long an entry takes with all writers at it, until the last one has its place in the tree."""
    ready, over = FORK.Barrier(WRITERS + 1), FORK.Semaphore(0)
    writers = [FORK.Process(target=writing, args=(app, write, ready, over)) for _ in range(WRITERS)]
    with app.app_context():
        before = placed_so_far()
        db.engine.dispose()
        for one in writers:
            one.start()
        ready.wait()
        began = perf_counter()
        writing_still = WRITERS
        while writing_still:
            writing_still -= over.acquire(timeout=0.1)
            if writing_still:
                settle()
        settle()
        took = perf_counter() - began
        placed = placed_so_far() - before
        db.engine.dispose()
        for one in writers:
            one.join()
    if placed != WRITERS * (WARM + ENTRIES):
        raise RuntimeError(f"{placed} entries have a place")
    return took / (WRITERS * ENTRIES)


@goal("A1b", "十六处同时写审计，相对逐条加锁（微秒一条）· sixteen writers against a locked chain", at_least=5)
def writers() -> Iterator[Pair]:
    with log() as app:
        seconds_an_entry(app, append)
        yield Pair(
            floor=lambda: 1e6 * min(seconds_an_entry(app, append_placed) for _ in range(3)),
            ours=lambda: 1e6 * min(seconds_an_entry(app, append) for _ in range(3)),
            counted=True,
        )
