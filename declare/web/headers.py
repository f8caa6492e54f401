"""What every answer tells the browser: nothing from elsewhere, nothing kept, nothing framed."""

import hashlib
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, g, request

from declare.config import settings

FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "X-Robots-Tag": "noindex, nofollow",
}
"""What every answer carries, whatever it is."""
NO_PAGE: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""The policy of what is no page: a browser that shows it all the same runs nothing in it and loads nothing for it."""
TWO_YEARS: Final = "max-age=63072000; includeSubDomains"
FOR_GOOD: Final = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Adds the headers, the nonce for templates, and a fingerprint to the addresses of our own files."""
    app.after_request(_dress)
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.url_defaults(_fingerprint)


def csp_nonce() -> str:
    """The nonce of this page, 128 random bits; a script without it does not run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    nonce: str = g.nonce
    return nonce


def policy() -> str:
    """The content security policy of this page (CSP level 3)."""
    script = f"'nonce-{g.nonce}'" if "nonce" in g else "'none'"
    return (
        f"default-src 'none'; script-src {script}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _dress(response: Response) -> Response:
    """Sets the headers of one answer."""
    response.headers.update(FIXED)
    response.headers["Content-Security-Policy"] = policy() if response.mimetype == "text/html" else NO_PAGE
    if settings().secure_cookies:
        response.headers["Strict-Transport-Security"] = TWO_YEARS
    if request.endpoint != "static" or request.method == "OPTIONS" or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    elif request.args.get("v"):
        response.headers["Cache-Control"] = FOR_GOOD
    return response


def _fingerprint(endpoint: str, values: dict[str, Any]) -> None:
    """Adds the fingerprint of a file to its address, so that a browser may keep it for good."""
    if endpoint == "static" and "filename" in values and current_app.static_folder:
        path = Path(current_app.static_folder) / values["filename"]
        if path.is_file():
            values["v"] = _print_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _print_of(path: Path, _changed: int) -> str:
    """The first twelve characters of a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
