"""One page for every refusal and every fault: what happened and what to do; never a traceback, never what was typed."""

from flask import Flask, make_response
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException

from declare.audit import request_id
from declare.vault import Destroyed, Refused
from declare.web import commit
from declare.web.logs import log, place_of
from declare.web.pages import render

LAST_RESORT = "系统暂时不能使用，请稍后再试。 · The system is not available, please try again later."


class StaleRevision(Exception):
    """What is to be saved was changed elsewhere meanwhile: another tab, another person. Shown as 409."""


class TooSoon(Exception):
    """Too many attempts in a short time; `seconds` to wait. Shown as 429."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


def init_app(app: Flask) -> None:
    """Registers the page for each kind of refusal and fault."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(StaleRevision, _stale)
    app.register_error_handler(TooSoon, _too_soon)
    app.register_error_handler(Refused, _sealed)
    app.register_error_handler(Destroyed, _destroyed)
    app.register_error_handler(OperationalError, _unavailable)
    app.register_error_handler(InterfaceError, _unavailable)
    app.register_error_handler(Exception, _fault)


def _refused(error: HTTPException) -> ResponseReturnValue:
    """A refusal with its own number; a redirect of the router stays one."""
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()
    return _page(error.code, headers=dict(error.get_headers()))


def _stale(_error: StaleRevision) -> ResponseReturnValue:
    """Somebody else saved first."""
    return _page(409)


def _too_soon(error: TooSoon) -> ResponseReturnValue:
    """Wait, and how long."""
    return _page(429, seconds=error.seconds)


def _sealed(error: Refused) -> ResponseReturnValue:
    """Something sealed did not open."""
    log.error("sealed", **place_of(error))
    return _page(500, template="errors/sealed.html")


def _destroyed(_error: Destroyed) -> ResponseReturnValue:
    """Its time was over, and it was destroyed."""
    return _page(410)


def _unavailable(error: Exception) -> ResponseReturnValue:
    """The database does not answer."""
    log.error("unavailable", **place_of(error))
    return _page(503)


def _fault(error: Exception) -> ResponseReturnValue:
    """Everything else."""
    log.error("fault", **place_of(error))
    return _page(500)


def _page(
    code: int, *, template: str = "errors/error.html", seconds: int = 0, headers: dict[str, str] | None = None
) -> ResponseReturnValue:
    """Takes back what the request wrote and says what happened; in plain words where not even the page can be drawn."""
    try:
        commit.abandon()
        body = render(template, code=code, seconds=seconds, reference=request_id.get())
    except Exception as error:  # noqa: BLE001 - the database may be what failed; the person still gets an answer
        log.error("error page", **place_of(error))
        body = LAST_RESORT
    response = make_response(body, code)
    if seconds:
        response.headers["Retry-After"] = str(seconds)
    if headers and "Allow" in headers:
        response.headers["Allow"] = headers["Allow"]
    return response
