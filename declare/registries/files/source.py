"""Where the bytes of a file come from; it can be opened more than once."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol


class Source(Protocol):
    """A file with a name, a size in bytes and a content."""

    @property
    def name(self) -> str:
        """The name it was handed over under."""

    @property
    def size(self) -> int:
        """Its length in bytes."""

    def open(self) -> BinaryIO:
        """Its content from the beginning; the caller closes it."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on this machine."""

    path: Path

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its length in bytes; raises OSError."""
        return self.path.stat().st_size

    def open(self) -> BinaryIO:
        """Its content; raises OSError."""
        return self.path.open("rb")


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A file that is held in memory and nowhere else."""

    name: str
    content: bytes

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.content)

    def open(self) -> BinaryIO:
        """Its content."""
        return BytesIO(self.content)
