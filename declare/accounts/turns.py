"""One at a time: whoever comes in by the door waits for the hash of the one before, so that a crowd there slows nobody inside.

A password costs a processor some twenty milliseconds, whoever sends it. In each process one is tried at a time, three more wait;
the next one is asked at once to try again in a moment, and the threads that are left serve those who are in.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from declare.web import TooSoon

PLACES = 4
SOON = 2
_places = threading.BoundedSemaphore(PLACES)
_trying = threading.Lock()


class Crowded(TooSoon):
    """So many are signing in at this moment that this one was not tried, nor counted; `seconds` until it is worth trying again."""


@contextmanager
def turn() -> Iterator[None]:
    """One's turn at the door; Crowded where too many wait already."""
    if not _places.acquire(blocking=False):
        raise Crowded(SOON)
    try:
        with _trying:
            yield
    finally:
        _places.release()
