"""The log: one JSON line an event on standard error, made of known keys alone; never what was typed, never a query."""

import logging
import secrets
import sys
import time
import traceback
from typing import Any, Final

import structlog
from flask import Flask, Response, g, request

from declare.audit import request_id
from declare.config import PROJECT

ALLOWED: Final = frozenset(
    "event level timestamp request_id method endpoint status ms fault where logger job count rule".split()
)
"""The keys a line may have; whatever else is handed over is left out."""

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("declare")


def init_app(app: Flask, *, level: str) -> None:
    """Sends every log line to standard error through the allow-list, those of the libraries included."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            allowed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    app.logger.handlers, app.logger.propagate = [Bare()], False
    app.before_request(_begin)
    app.after_request(_end)


def allowed(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Leaves only what the allow-list knows, and adds the request."""
    kept = {key: value for key, value in event.items() if key in ALLOWED}
    return kept | ({"request_id": request_id.get()} if request_id.get() else {})


class Bare(logging.Handler):
    """A line of a library: who logged, how grave, and where it failed; not its words, which may quote anything."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the line."""
        fault = record.exc_info[1] if record.exc_info else None
        log.log(record.levelno, "library", logger=record.name, **(place_of(fault) if fault else {}))


def place_of(fault: BaseException) -> dict[str, Any]:
    """What kind of fault it was and where in our code, without its words."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if "declare" in frame.filename and "site-packages" not in frame.filename]
    places = [f"{frame.filename.removeprefix(str(PROJECT))}:{frame.lineno}" for frame in (ours or frames)[-3:]]
    return {"fault": type(fault).__name__, "where": places}


def _begin() -> None:
    """Gives the request its number."""
    request_id.set(secrets.token_hex(8))
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    """Writes one line for the request; its number goes to the person too."""
    response.headers["X-Request-Id"] = request_id.get()
    if request.endpoint not in {"static", "web.live", "web.ready"}:
        spent = round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000)
        log.info("request", method=request.method, endpoint=request.endpoint, status=response.status_code, ms=spent)
    return response
