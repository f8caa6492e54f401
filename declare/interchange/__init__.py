"""Records in and out without the web forms: one UTF-8 JSON object a line."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the commands for files and definitions."""
    from declare.interchange.commands import import_, items, lint, rules

    for command in (import_, lint, items, rules):
        app.cli.add_command(command)
