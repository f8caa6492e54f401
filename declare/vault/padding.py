"""Hides how long a text is: it is packed, then filled up to one of a few sizes."""

import struct
import zlib

SMALLEST = 256
_PLAIN, _PACKED = 0, 1
_HEAD = struct.Struct(">BI")


def bucket(length: int) -> int:
    """The size a text of that many bytes is filled up to: Padmé sizes, 256 at least; at most 12 % are added above that.

    The sizes leak O(log log n) bits of the length. After Nikitin and others, Reducing Metadata Leakage from Encrypted Files (PURBs, 2019).
    """
    if length <= SMALLEST:
        return SMALLEST
    exponent = length.bit_length() - 1
    spare = (1 << (exponent - exponent.bit_length())) - 1
    return (length + spare) & ~spare


def pad(plain: bytes, *, pack: bool = True) -> bytes:
    """A flag byte, the length of the body in 4 bytes, the body (zlib level 1 where that is shorter), zeros up to the bucket."""
    flag, body = _PLAIN, plain
    if pack and len(plain) + _HEAD.size > SMALLEST:
        packed = zlib.compress(plain, 1)
        if len(packed) < len(plain):
            flag, body = _PACKED, packed
    filled = _HEAD.pack(flag, len(body)) + body
    return filled.ljust(bucket(len(filled)), b"\0")


def unpad(filled: bytes) -> bytes:
    """The text that was filled up; ValueError where the layout is not ours."""
    if len(filled) < SMALLEST:
        raise ValueError("shorter than any bucket")
    flag, length = _HEAD.unpack_from(filled)
    end = _HEAD.size + length
    if flag > _PACKED or end > len(filled):
        raise ValueError("no such layout")
    body = filled[_HEAD.size : end]
    if flag == _PLAIN:
        return body
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise ValueError("the packed body is damaged") from error
