"""The rules, run on what features hand over; what they find is kept, sealed, and never twice."""

from flask import Flask

from declare.checks.changes import stale
from declare.checks.enactment import enacted_by, in_force
from declare.checks.service import Summary, check, check_office
from declare.checks.source import Beyond, Source, Standing, register

__all__ = [
    "Beyond",
    "Source",
    "Standing",
    "Summary",
    "check",
    "check_office",
    "enacted_by",
    "in_force",
    "init_app",
    "register",
    "stale",
]


def init_app(app: Flask) -> None:
    """Adds `flask check`, and the job that checks a person after a filing."""
    from declare import jobs
    from declare.checks.commands import check_command, checker_command
    from declare.checks.service import check_person

    app.cli.add_command(check_command)
    app.cli.add_command(checker_command)
    jobs.register("check", check_person)
