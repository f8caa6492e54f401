"""Work that outlives a request: a row written with the business it belongs to, done soon after, and again where it failed."""

from flask import Flask

from declare.jobs.queue import enqueue, register, run_pending
from declare.jobs.rounds import every

__all__ = ["enqueue", "every", "init_app", "register", "run_pending"]


def init_app(app: Flask) -> None:
    """Adds `flask worker`; a serving process does the work itself where the settings say so."""
    from declare.jobs.worker import Embedded, worker

    app.cli.add_command(worker)
    if app.extensions["settings"].worker:
        app.before_request(Embedded(app).begin)
