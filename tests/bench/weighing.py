"""Goals that are not two pieces of work timed by turns: what a command in a process of its own holds in memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def command(instance: Path, *arguments: str) -> None:
    """Runs one of our commands on an installation; CalledProcessError where it fails."""
    _run(instance, "flask", "--app", "wsgi", *arguments)


def memory(instance: Path, *arguments: str) -> int:
    """The most memory one of our commands held, in KiB."""
    with tempfile.NamedTemporaryFile() as noted:
        _run(instance, "tests.bench.peak", noted.name, *arguments)
        return int(Path(noted.name).read_text(encoding="ascii"))


def _run(instance: Path, module: str, *arguments: str) -> None:
    """Runs a module on an installation."""
    environ = os.environ | {"DECLARE_INSTANCE": str(instance), "DECLARE_LOG_LEVEL": "ERROR", "DECLARE_WORKER": "0"}
    words = [sys.executable, "-m", module, *arguments]
    subprocess.run(words, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, check=True)
