"""The second factor of signing in: a passkey, an authenticator app, and codes on paper for the day neither is at hand."""

from flask import Flask

from declare.accounts.factors.models import Factor, Kind

__all__ = ["Factor", "Kind", "init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages."""
    from declare.accounts.factors import entry, passkey_pages, resetting, views

    app.register_blueprint(entry.bp)
    app.register_blueprint(views.bp)
    app.register_blueprint(passkey_pages.bp)
    app.register_blueprint(resetting.bp)
