"""Which of the two languages a page speaks: the one chosen, else English for a browser that prefers it, else Chinese."""

from typing import Final
from urllib.parse import urlsplit

from flask import Response, current_app, has_request_context, request
from werkzeug.exceptions import HTTPException

from declare.config import settings
from declare.law import Lang

COOKIE: Final = "lang"
YEAR: Final = 365 * 24 * 3600
LOCALES: Final[dict[Lang, str]] = {"zh": "zh_Hans_CN", "en": "en"}


def lang() -> Lang:
    """The language of this page, or of this command."""
    if not has_request_context():
        return settings().language
    chosen = request.cookies.get(COOKIE)
    if chosen in LOCALES:
        return chosen
    prefers = request.accept_languages.best_match(["zh-CN", "zh", "zh-Hans", "zh-TW", "zh-HK", "en"])
    return "en" if prefers == "en" else settings().language


def locale() -> str:
    """The same as a locale of the message catalogues."""
    return LOCALES[lang()]


def choose(response: Response, wanted: Lang) -> None:
    """Keeps the choice of a person for a year."""
    secure = settings().secure_cookies
    response.set_cookie(COOKIE, wanted, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)


def safe(target: str) -> str:
    """An address within the site that can be looked at; the first page where it is not one."""
    try:
        parts = urlsplit(target.replace("\\", "/"))
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith("//"):
        return "/"
    adapter = current_app.create_url_adapter(request)
    try:
        if adapter is None or not adapter.match(parts.path, method="GET"):
            return "/"
    except HTTPException:
        return "/"
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
