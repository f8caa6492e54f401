"""Extracts that other authorities hand over, sealed, with where they came from and whom they name."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.web import navigation


def init_app(app: Flask) -> None:
    """Adds the pages, `flask registries`, and the job that loads large files."""
    from declare import jobs
    from declare.registries import work
    from declare.registries.commands import registries
    from declare.registries.views import bp

    app.register_blueprint(bp)
    app.cli.add_command(registries)
    jobs.register("registry", work.load)
    navigation.add(_l("核查数据"), "registries.extracts", Action.LIST_REGISTRIES, order=50)
