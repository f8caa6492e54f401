"""The demo corps: invented people with coherent reports, made from a seed, so that anyone can try the system."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the command."""
    from declare.demo.commands import demo

    app.cli.add_command(demo)
