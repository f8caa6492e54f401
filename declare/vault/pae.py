"""Joins pieces of a message so that no two different lists of pieces ever give the same bytes."""

import struct

Piece = bytes | str | int

_LENGTH = struct.Struct(">Q")


def pae(*pieces: Piece) -> bytes:
    """Pre-authentication encoding: the count, then each piece behind its length, all as 8 bytes, big-endian.

    Text is UTF-8; a number is 8 bytes and may not be negative (struct.error). Pieces of one place always have one type:
    the first piece names the layout. After PASETO's PAE, big-endian.
    """
    return begun(len(pieces), *pieces)


def begun(count: int, *pieces: Piece) -> bytes:
    """The beginning of such a message of `count` pieces, with the first of them: what many messages have in common."""
    pack = _LENGTH.pack
    out = [pack(count)]
    for piece in pieces:
        data = piece if isinstance(piece, bytes) else piece.encode() if isinstance(piece, str) else pack(piece)
        out.append(pack(len(data)))
        out.append(data)
    return b"".join(out)


def laid(data: bytes) -> bytes:
    """One more piece of such a message: its length, then itself."""
    return _LENGTH.pack(len(data)) + data
