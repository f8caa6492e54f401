"""From where a request comes and to which host: nobody forges either, a proxy before the system is believed only where it is set."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from declare.config import Settings

HERE = ("localhost", "127.0.0.1", "[::1]")


def init_app(app: Flask, settings: Settings) -> None:
    """Believes as many proxies as are set, and answers to no other host than the site's own where that is known."""
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    if settings.origin:
        app.config["TRUSTED_HOSTS"] = [urlsplit(settings.origin).hostname, *HERE]
