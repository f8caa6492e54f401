"""One AES-GCM or SM4-GCM text that opens under two keys, as whoever knows both can make it (Invisible Salamanders, 2018).

The tag is a polynomial of the text at a point of the key, so that one block can be chosen to make both tags the same.
"""

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.modes import ECB

BLOCK = 16
POLYNOMIAL = 0xE1 << 120


def times(one, other):
    """The product in GF(2^128) as GCM writes it, the first bit the lowest power."""
    product = 0
    for bit in range(127, -1, -1):
        if other >> bit & 1:
            product ^= one
        one = one >> 1 ^ (POLYNOMIAL if one & 1 else 0)
    return product


def power(one, exponent):
    """A power in the same field."""
    result = 1 << 127
    while exponent:
        result = times(result, one) if exponent & 1 else result
        one, exponent = times(one, one), exponent >> 1
    return result


def blocks(text):
    """The text as numbers, a block each, the last filled with zeros."""
    return [int.from_bytes(text[at : at + BLOCK].ljust(BLOCK, b"\0"), "big") for at in range(0, len(text), BLOCK)]


class Point:
    """What one key makes of a tag: the point of its polynomial and the mask of a nonce."""

    def __init__(self, algorithm, nonce):
        block = Cipher(algorithm, ECB()).encryptor()
        self.at = int.from_bytes(block.update(bytes(BLOCK)), "big")
        self.mask = int.from_bytes(block.update(nonce + b"\0\0\0\1"), "big")

    def tag(self, bound, text):
        """The tag of a text."""
        length = (len(bound) * 8) << 64 | len(text) * 8
        total = 0
        for number in (*blocks(bound), *blocks(text), length):
            total = times(total ^ number, self.at)
        return total ^ self.mask


def salamander(one, other, nonce, bound):
    """A text of two blocks and its tag that are good under both keys (block ciphers of `cryptography`), with this nonce."""
    points = [Point(algorithm, nonce) for algorithm in (one, other)]
    first = bytes(range(BLOCK))
    difference = points[0].tag(bound, first + bytes(BLOCK)) ^ points[1].tag(bound, first + bytes(BLOCK))
    squares = times(points[0].at, points[0].at) ^ times(points[1].at, points[1].at)
    chosen = times(difference, power(squares, 2**128 - 2)).to_bytes(BLOCK, "big")
    return first + chosen + points[0].tag(bound, first + chosen).to_bytes(BLOCK, "big")
