"""The rules, run on what features hand over; what they find is kept, sealed, and never twice."""

from flask import Flask

from declare.checks.service import Summary, check
from declare.checks.source import Source, Standing, Surroundings, register

__all__ = ["Source", "Standing", "Summary", "Surroundings", "check", "init_app", "register"]


def init_app(app: Flask) -> None:
    """Adds `flask check`, and the job that checks a person after a filing."""
    from declare import jobs
    from declare.checks.commands import check_command
    from declare.checks.service import check_person

    app.cli.add_command(check_command)
    jobs.register("check", check_person)
