"""The report itself: campaigns, drafts, the task list, the self-check before signing, the receipt."""

from flask import Flask
from flask_babel import lazy_gettext

from declare.access import Action


def init_app(app: Flask) -> None:
    """Adds the pages, the place in the head of every page, and the command for campaigns."""
    from declare.declarations import checking, queries
    from declare.declarations.commands import campaign
    from declare.declarations.urls import TableConverter
    from declare.declarations.views import bp
    from declare.disclosures import family
    from declare.web import navigation

    app.url_map.converters["table"] = TableConverter
    app.register_blueprint(bp)
    app.cli.add_command(campaign)
    navigation.add(lazy_gettext("年度报告"), "declarations.mine", Action.LIST_DECLARATIONS, order=10)
    checking.connect()
    family.register(queries.family)
