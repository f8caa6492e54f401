"""Who does the jobs: a process of its own (`flask worker`), or a thread of the serving process."""

import os
import threading
import time

import click
import structlog
from flask import Flask

from declare.jobs import rounds
from declare.jobs.queue import run_pending

PAUSE = 2.0
"""Seconds between two looks at the queue."""


@click.command("worker")
@click.option("--once", is_flag=True, help="只处理当前任务后结束 · do what is due and stop")
def worker(*, once: bool) -> None:
    """处理后台任务 · do the jobs that wait."""
    from flask import current_app

    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's own way
    while True:
        look(app)
        if once:
            return
        time.sleep(PAUSE)


class Embedded:
    """A thread of the serving process that does the jobs; begun with the first request, again after a fork."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._process = 0

    def begin(self) -> None:
        """Starts the thread once in each process."""
        if self._process != os.getpid():
            self._process = os.getpid()
            threading.Thread(target=self._loop, name="jobs", daemon=True).start()

    def _loop(self) -> None:
        """Looks at the queue for as long as the process lives."""
        while True:
            look(self._app)
            time.sleep(PAUSE)


def look(app: Flask) -> None:
    """Does what is due, and the rounds; where the database does not answer, the next look comes soon."""
    try:
        with app.app_context():
            run_pending()
            rounds.go()
    except Exception as fault:  # noqa: BLE001 - the thread must outlive every fault
        structlog.get_logger("declare").error("jobs", fault=type(fault).__name__)
