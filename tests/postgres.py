"""A throwaway PostgreSQL for the tests: no network, no durability, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

UNPRIVILEGED = "nobody"
DURABLE = "-c listen_addresses='' -c max_connections=60"
"""As a site runs it: a commit is on the disk before it is answered."""

OPTIONS = f"{DURABLE} -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def binaries():
    """The folder of initdb and pg_ctl, the newest where there are several; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    folders = [*found, *([Path(on_path).parent] if on_path else [])]
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


@contextmanager
def running(*, options=OPTIONS):
    """A server of our own; gives the address of its first database, over a socket only we can reach."""
    tools = binaries()
    if tools is None:
        pytest.skip("PostgreSQL binaries (initdb, pg_ctl) are absent")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = UNPRIVILEGED if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    data, log, told = folder / "data", folder / "log", f"{options} -k {folder}"

    def tool(name, *words):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([tools / name, "-D", data, *words], user=user, cwd=folder, check=True, **quiet)

    tool("initdb", "-U", "tester", "-A", "trust", "-E", "UTF8", "-N")
    tool("pg_ctl", "-w", "-l", log, "-o", told, "start")
    try:
        yield f"postgresql://tester@/postgres?host={folder}"
    finally:
        os.kill(int((data / "postmaster.pid").read_text().split()[0]), signal.SIGINT)
        while (data / "postmaster.pid").exists():
            time.sleep(0.02)
        shutil.rmtree(folder, ignore_errors=True)
