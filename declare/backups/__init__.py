"""Backups: everything the database holds in one sealed file, and the way back; the keys are kept apart and are never in it."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the commands."""
    from declare.backups.commands import backup

    app.cli.add_command(backup)
