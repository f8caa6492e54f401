"""The end of retention: what is past its time is destroyed, rows and keys, and a signed certificate says what it was."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds `flask retention`."""
    from declare.retention.commands import retention

    app.cli.add_command(retention)
