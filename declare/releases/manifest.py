"""The manifest of an export: what it is, who asked, who let it out, the hash of every file; signed (Ed25519, RFC 8032)."""

import hashlib
import json
from pathlib import Path
from typing import Any

from declare.extensions import vault
from declare.vault.vault import signed

NAME = "manifest.json"
VERSION = 1


def canonical(body: dict[str, Any]) -> bytes:
    """The bytes that are signed: JSON with sorted keys, no spaces, UTF-8 (after RFC 8785)."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def files(folder: Path) -> list[dict[str, Any]]:
    """Every file of an export with its size and SHA-256."""
    found = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    return [{"name": path.name, "bytes": path.stat().st_size, "sha256": digest(path)} for path in found]


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(folder: Path, body: dict[str, Any]) -> Path:
    """Signs and writes the manifest of the files in a folder."""
    body = {"type": "export", "version": VERSION, **body, "files": files(folder)}
    path = folder / NAME
    said = {
        "body": body,
        "signature": {
            "algorithm": "Ed25519",
            "over": "body as JSON, keys sorted, no spaces, UTF-8",
            "public_key": vault.public_key("manifest").hex(),
            "value": vault.sign("manifest", canonical(body)).hex(),
        },
    }
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def fits(folder: Path, *, public_key: bytes) -> bool:
    """Whether a manifest was signed with that key and every file is the one it names; needs nothing else of the system."""
    said = json.loads((folder / NAME).read_text(encoding="utf-8"))
    body = said["body"]
    genuine = signed(public_key, canonical(body), bytes.fromhex(said["signature"]["value"]))
    return genuine and body["files"] == files(folder)
