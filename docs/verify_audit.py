"""Verifies what the audit hands out with nothing but Python, `cryptography` and the public key.

python verify_audit.py DOCUMENT PUBLIC_KEY

DOCUMENT is a signed head, the proof of one leaf, the proof that the log was only added to, or an extract of the log (one
line of proof, then a leaf a line). PUBLIC_KEY is the base64 text of the published key. Exit 0 when everything fits, 1
when something does not.
"""

import base64
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SAID = ("seq", "at", "actor", "role", "action", "object", "row", "request_id", "reason_hash")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def packed(value: object) -> bytes:
    """A value in MessagePack, in the shortest form: what the hash of a leaf is over."""
    if value is None:
        return b"\xc0"
    if isinstance(value, int):
        return packed_number(value)
    if isinstance(value, str):
        data = value.encode()
        return (bytes([0xA0 | len(data)]) if len(data) < 32 else sized(0xD9, len(data))) + data
    if isinstance(value, bytes):
        return sized(0xC4, len(value)) + value
    return bytes([0x90 | len(value)]) + b"".join(map(packed, value))


def packed_number(value: int) -> bytes:
    """A whole number of 0 or more."""
    if value < 128:
        return bytes([value])
    width = next(width for width in (1, 2, 4, 8) if value < 1 << 8 * width)
    return bytes([0xCC + width.bit_length() - 1]) + value.to_bytes(width, "big")


def sized(kind: int, length: int) -> bytes:
    """The head of a text or of bytes: one, two or four bytes of length."""
    width = next(width for width in (1, 2, 4) if length < 1 << 8 * width)
    return bytes([kind + width.bit_length() - 1]) + length.to_bytes(width, "big")


def leaf_hash(leaf: dict) -> bytes:
    """The hash of a leaf: all it says, in the order of SAID, the time in microseconds since 1970."""
    said = dict(leaf, reason_hash=bytes.fromhex(leaf["reason_hash"]))
    said["at"] = (datetime.fromisoformat(leaf["at"]) - EPOCH) // MICROSECOND
    return hashlib.sha256(b"\x00" + packed(("leaf", 1, *(said[name] for name in SAID)))).digest()


def signed(head: dict, key: str) -> bool:
    """Whether the holder of the key signed the head: its size, root and time, each behind its length."""
    pieces = [b"tree head", head["size"].to_bytes(8, "big"), bytes.fromhex(head["root"]), head["at"].encode()]
    message = len(pieces).to_bytes(8, "big") + b"".join(len(one).to_bytes(8, "big") + one for one in pieces)
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(base64.b64decode(head["signature"]), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def included(leaf: bytes, index: int, path: list[bytes], head: dict) -> bool:
    """Whether a leaf stands under the root of a head (RFC 9162, 2.1.3.2)."""
    at, last, found = index, head["size"] - 1, leaf
    if not 0 <= at <= last:
        return False
    for beside in path:
        if last == 0:
            return False
        left = at & 1 or at == last
        found = node(beside, found) if left else node(found, beside)
        while left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return last == 0 and found.hex() == head["root"]


def consistent(first: int, old: bytes, path: list[bytes], head: dict) -> bool:
    """Whether the log under a head begins with the log of `first` leaves under `old` (RFC 9162, 2.1.4.2)."""
    if first == head["size"]:
        return not path and old.hex() == head["root"]
    if not 0 < first < head["size"] or not path:
        return False
    way = [old, *path] if first & (first - 1) == 0 else path
    at, last = first - 1, head["size"] - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = way[0]
    for beside in way[1:]:
        if last == 0:
            return False
        left = at & 1 or at == last
        before = node(beside, before) if left else before
        after = node(beside, after) if left else node(after, beside)
        while left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return last == 0 and before == old and after.hex() == head["root"]


def counted(first: int, edge: list[bytes], leaves: Iterable[dict]) -> tuple[int, bytes]:
    """The number of the last leaf and the root there: of the subtrees before the first leaf, then leaf by leaf."""
    size, right = first - 1, list(edge)
    if len(right) != size.bit_count():
        return 0, b""
    for leaf in leaves:
        if leaf["seq"] != size + 1:
            return 0, b""
        size, found, rest = size + 1, leaf_hash(leaf), size + 1
        while not rest & 1:
            found, rest = node(right.pop(), found), rest >> 1
        right.append(found)
    root = right.pop() if right else b""
    while right:
        root = node(right.pop(), root)
    return size, root


def checks(proof: dict, leaves: Iterable[dict], key: str) -> Iterator[tuple[str, bool]]:
    """Everything a document claims, and whether it holds."""
    head = proof.get("head", proof)
    yield "signature", signed(head, key)
    path = [bytes.fromhex(one) for one in proof.get("path", ())]
    if proof["type"] == "audit inclusion":
        yield "leaf", included(leaf_hash(proof["leaf"]), proof["leaf"]["seq"] - 1, path, head)
    if proof["type"] == "audit consistency":
        yield "only added to", consistent(proof["first"], bytes.fromhex(proof["old"]), path, head)
    if proof["type"] == "audit extract":
        last, root = counted(proof["first"], [bytes.fromhex(one) for one in proof["edge"]], leaves)
        yield "leaves", last == proof["last"] and consistent(last, root, path, head)


def main(file: str, key: str) -> int:
    """Checks everything and says what fits and what does not."""
    with Path(file).open(encoding="utf-8") as lines:
        proof = json.loads(next(lines))
        found = list(checks(proof, map(json.loads, lines), key))
    for name, fits in found:
        sys.stdout.write(f"{name}: {'fits' if fits else 'DOES NOT FIT'}\n")
    return 0 if all(fits for _, fits in found) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
