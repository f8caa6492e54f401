"""Verifies a receipt with nothing but Python, `cryptography` and the public key.

python verify_receipt.py receipt.json PUBLIC_KEY [report.json]

PUBLIC_KEY is the base64 text of the published key. With report.json, the report's owner also shows that this very
report is the one the receipt is about. Exit 0 when everything fits, 1 when something does not.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def signed(receipt: dict, public: bytes) -> bool:
    """Whether the body was signed by the holder of the key: Ed25519 over its JSON with sorted keys and no spaces."""
    body = json.dumps(receipt["body"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(base64.b64decode(receipt["signature"]), body)
    except (InvalidSignature, ValueError):
        return False
    return receipt["key"] == hashlib.sha256(public).hexdigest()[:16]


def in_audit(audit: dict) -> bool:
    """Whether the submission stands in the audit under the root the receipt names (RFC 9162, 2.1.3.2)."""
    at, last, found = audit["index"], audit["size"] - 1, bytes.fromhex(audit["leaf"])
    for beside in map(bytes.fromhex, audit["path"]):
        left = at & 1 or at == last
        found = hashlib.sha256(b"\x01" + (beside + found if left else found + beside)).digest()
        while left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return last == 0 and found.hex() == audit["root"]


def same_report(body: dict, report: dict) -> bool:
    """Whether a downloaded report is the one the receipt is about: SHA-256 over its salt and its text."""
    content = bytes.fromhex(report["salt"]) + report["document"].encode()
    return hashlib.sha256(content).hexdigest() == body["content_hash"]


def main(receipt_file: str, key: str, report_file: str = "") -> int:
    """Checks everything and says what fits and what does not."""
    receipt = json.loads(Path(receipt_file).read_bytes())
    found = {
        "signature": signed(receipt, base64.b64decode(key)),
        "place in the audit": in_audit(receipt["body"]["audit"]),
    }
    if report_file:
        found["report"] = same_report(receipt["body"], json.loads(Path(report_file).read_bytes()))
    for name, fits in found.items():
        sys.stdout.write(f"{name}: {'fits' if fits else 'DOES NOT FIT'}\n")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
