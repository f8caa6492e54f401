"""Pseudonyms of one export: keyed at random, the key thrown away with it, so that two exports cannot be joined."""

import base64
import hmac
import os
from collections.abc import Callable, Iterable

from declare.items.kind import Pseudonym

LENGTH = 12


class Pseudonyms:
    """Gives the same thing the same name within one export."""

    def __init__(self) -> None:
        self._key = os.urandom(32)

    def of(self, *said: str) -> str:
        """The pseudonym of something said."""
        message = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in said)
        digest = hmac.digest(self._key, message, "sha256")
        return base64.b32encode(digest)[:LENGTH].decode()

    def person(self, person_id: int) -> str:
        """The pseudonym of a person."""
        return self.of("person", str(person_id))

    def value(self, written: str) -> str:
        """The pseudonym of something that may stand in many reports, such as a company."""
        return self.of("value", written)

    def family(self, person_id: int) -> Pseudonym:
        """Pseudonyms of one family by its keys: those of another family are others, `self` is the declarant."""
        return lambda key: self.person(person_id) if key == "self" else self.of("member", str(person_id), key)

    def shuffled(self, people: Iterable[int]) -> list[int]:
        """People in an order that only this export has: the place of a row must not tell who it is."""
        order: Callable[[int], str] = self.person
        return sorted(people, key=order)
