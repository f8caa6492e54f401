"""What a request may bring: little, or more where a view says so. Files that are handed over never touch the disk."""

from collections.abc import Callable
from io import BytesIO
from typing import IO, TypeVar

from flask import Flask, Request, current_app, request

from declare.web.visitor import visitor

F = TypeVar("F", bound=Callable[..., object])


class Received(Request):
    """A request whose files are held in memory alone: a temporary file would lie there unsealed."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Where the bytes of one file go."""
        return BytesIO()


def takes(most: int) -> Callable[[F], F]:
    """Marks a view that takes up to so many bytes, of those who are signed in."""

    def mark(view: F) -> F:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return mark


def init_app(app: Flask) -> None:
    """Keeps files in memory, and makes room before anything reads the request."""
    app.request_class = Received
    app.before_request(_make_room)


def _make_room() -> None:
    """Lets a view that asked for it take more."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), "most_bytes", 0)
    if most and request.method == "POST" and visitor() is not None:
        request.max_content_length = most
