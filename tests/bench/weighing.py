"""Goals that are not two pieces of work timed by turns: what a command in a process of its own takes, in seconds and memory."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of a command took: seconds, and the most memory it held, in KiB."""

    seconds: float
    memory: int


def taken(instance: Path, *arguments: str) -> Taken:
    """Runs one of our commands on an installation; CalledProcessError where it fails."""
    environ = os.environ | {"DECLARE_INSTANCE": str(instance), "DECLARE_LOG_LEVEL": "ERROR", "DECLARE_WORKER": "0"}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Taken(time.perf_counter() - started, usage.ru_maxrss)
