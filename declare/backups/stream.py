"""A backup file: a mark, a random name, then sealed pieces, each bound to the name and to its place; the last one says so.

file = mark (16) | name (16) | pieces;  piece = length (4, big-endian) | sealed
Every piece is sealed under the backup key as part "name/place" at revision 0, the last at revision 1: a piece that is
missing, moved, taken from another backup or cut off is refused.
"""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from declare.law import Text
from declare.vault import Opener, Refused, Sealer

MARK = b"declare backup 1"
NAME_BYTES = 16
PIECE = 1 << 20
LARGEST = 4 * PIECE
_LENGTH = struct.Struct(">I")

NOT_OURS = Text("这不是本系统的备份文件，请另选文件。", "This is not a backup of this system; choose another file.")
DAMAGED = Text(
    "备份第{place}段打不开：文件已损坏、不完整，或者不是用本处的密钥备份的。请换一份备份，或先恢复密钥目录。",
    "Piece {place} of the backup does not open: the file is damaged or cut off, or was made under other keys. "
    "Use another backup, or restore the key folder first.",
)


class Unusable(Exception):
    """A backup that cannot be used; the sentence says why and what to do."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


class Writer:
    """Writes bytes of any length as sealed pieces; `close` writes the last one."""

    def __init__(self, file: BinaryIO, sealer: Sealer) -> None:
        self.name = os.urandom(NAME_BYTES)
        self._file, self._sealer = file, sealer
        self._waiting, self._place = bytearray(), 0
        file.write(MARK + self.name)

    def write(self, data: bytes) -> None:
        """Adds bytes."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._piece(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def close(self) -> None:
        """Writes what is left as the last piece."""
        self._piece(bytes(self._waiting), last=True)

    def _piece(self, plain: bytes, *, last: bool) -> None:
        """Seals one piece in its place."""
        sealed = self._sealer.seal(_part(self.name, self._place), int(last), plain)
        self._file.write(_LENGTH.pack(len(sealed)) + sealed)
        self._place += 1


def pieces(file: BinaryIO, opener: Opener) -> Iterator[bytes]:
    """The pieces of a backup in order, opened; Unusable where one is not what was written there."""
    head = file.read(len(MARK) + NAME_BYTES)
    if len(head) < len(MARK) + NAME_BYTES or not head.startswith(MARK):
        raise Unusable(NOT_OURS)
    name, place = head[len(MARK) :], 0
    ahead = _read(file, place)
    while ahead is not None:
        sealed, ahead = ahead, _read(file, place + 1)
        try:
            yield opener.open(_part(name, place), int(ahead is None), sealed)
        except Refused as refused:
            raise Unusable(DAMAGED.filled(place=place + 1)) from refused
        place += 1
    if place == 0:
        raise Unusable(DAMAGED.filled(place=1))


def _read(file: BinaryIO, place: int) -> bytes | None:
    """The next sealed piece, None at the end of the file."""
    head = file.read(_LENGTH.size)
    if not head:
        return None
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else LARGEST + 1
    sealed = file.read(length) if length <= LARGEST else b""
    if len(sealed) != length:
        raise Unusable(DAMAGED.filled(place=place + 1))
    return sealed


def _part(name: bytes, place: int) -> str:
    """What a piece is bound to beside the key."""
    return f"{name.hex()}/{place}"
