"""Redacted exports: asked for by one, let out by another, built so that nobody can be picked out of them."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.web import navigation

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages, `flask export`, and the job that builds what was approved."""
    from declare import jobs
    from declare.releases.building import build
    from declare.releases.commands import export_command
    from declare.releases.views import bp

    app.register_blueprint(bp)
    app.cli.add_command(export_command)
    jobs.register("release", build)
    navigation.add(_l("数据导出"), "releases.releases", Action.LIST_RELEASES, order=60)
