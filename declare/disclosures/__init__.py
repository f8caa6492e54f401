"""Disclosures as they happen: gifts, invitations, receptions, family occasions, interference."""

from flask import Flask
from flask_babel import lazy_gettext

from declare.access import Action


def init_app(app: Flask) -> None:
    """Adds the pages, and the place in the head of every page."""
    from declare.disclosures.urls import DisclosureConverter
    from declare.disclosures.views import bp
    from declare.web import navigation

    app.url_map.converters["disclosure"] = DisclosureConverter
    app.register_blueprint(bp)
    navigation.add(lazy_gettext("随时申报"), "disclosures.mine", Action.LIST_DISCLOSURES, order=15)
