"""Pieces of a check handed to workers on any number of hosts, through Procrastinate on PostgreSQL: ids travel, never content."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence

import psycopg
from flask import Flask
from procrastinate import App, PsycopgConnector
from procrastinate.tasks import Task
from procrastinate.types import JSONValue
from sqlalchemy import func, make_url, select

from declare.checks.models import CURED, Finding, Run
from declare.checks.running import Piece, Plan, do
from declare.checks.service import Summary
from declare.config import Settings
from declare.web import transaction

QUEUE = "checks"
PAUSE = 0.2
"""Seconds between two looks at how many pieces are still to be done."""

LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE id = ANY(%s) AND status IN ('todo', 'doing')"
FAILED = "SELECT count(*) FROM procrastinate_jobs WHERE id = ANY(%s) AND status = 'failed'"


class PiecesFailed(RuntimeError):
    """Some pieces were given up after several tries; the run stays open."""


def possible(settings: Settings) -> bool:
    """Whether the database can hand out work: PostgreSQL can."""
    return make_url(settings.database_url).get_backend_name() == "postgresql"


def address(settings: Settings) -> str:
    """The database as the driver is told of it."""
    return make_url(settings.database_url).set(drivername="postgresql").render_as_string(hide_password=False)


def engine(settings: Settings, app: Flask | None = None) -> tuple[App, Task[..., None, ...]]:
    """The engine and its one task; a worker brings the application the pieces are checked in."""
    made = App(connector=PsycopgConnector(conninfo=address(settings)))

    @made.task(name="check_piece", queue=QUEUE, retry=3)
    def check_piece(run: int, persons: list[int]) -> None:
        if app is None:
            raise RuntimeError("pieces are checked by a worker")
        with app.app_context():
            count(run, do(persons))

    return made, check_piece


def work(app: Flask, settings: Settings, *, once: bool) -> None:
    """Checks pieces as they are handed out; `once` stops when none is left."""
    made, _task = engine(settings, app)
    made.run_worker(queues=[QUEUE], wait=not once, concurrency=1, delete_jobs="never")


def hand_out(plan: Plan, pieces: Sequence[Piece], settings: Settings) -> Iterator[Summary]:
    """Hands out the pieces and waits; an empty summary for each that is done: what they did is counted with the run.

    PiecesFailed where a piece was given up.
    """
    made, task = engine(settings)
    with made.open():
        asked: list[dict[str, JSONValue]] = [{"run": plan.run, "persons": [*piece]} for piece in pieces]
        ids = task.batch_defer(*asked)
    done = 0
    with psycopg.connect(address(settings), autocommit=True) as connection:
        while done < len(pieces):
            time.sleep(PAUSE)
            left = _count(connection, LEFT, ids)
            yield from (Summary() for _ in range(len(pieces) - left - done))
            done = len(pieces) - left
        if _count(connection, FAILED, ids):
            raise PiecesFailed


def _count(connection: psycopg.Connection, question: str, ids: list[int]) -> int:
    """How many of these jobs are in such a state."""
    row = connection.execute(question, (ids,)).fetchone()
    return int(row[0]) if row else 0


def count(run_id: int, part: Summary) -> None:
    """Adds what was done to the counts of a run, whichever host did it."""
    with transaction() as session:
        run = session.get_one(Run, run_id, with_for_update=True)
        run.reports += part.reports
        run.added += part.new
        run.changed += part.changed
        run.cured += part.cured


def counted(run_id: int) -> Summary:
    """What a run did on all hosts, and what it found by rule."""
    with transaction() as session:
        run = session.get_one(Run, run_id)
        seen = select(Finding.rule, func.count()).where(Finding.state != CURED, Finding.last_seen >= run.began)
        rules = Counter({row[0]: row[1] for row in session.execute(seen.group_by(Finding.rule))})
        return Summary(reports=run.reports, rules=rules, new=run.added, changed=run.changed, cured=run.cured)
