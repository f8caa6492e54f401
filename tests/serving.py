"""The application as `make run` starts it: an instance folder of its own, gunicorn on a free port of this machine."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[1]
PASSWORD = "jiangdong-2026"


def environment(instance, *, database_url="", **more):
    """What the processes of one instance are started with; nothing of ours comes from the machine's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DECLARE_", "FLASK_"))}
    ours = {"DECLARE_INSTANCE": str(instance), "DECLARE_DATABASE_URL": database_url, "DECLARE_DEMO": "1"}
    return kept | ours | {"FLASK_APP": "wsgi:app", "PYTHONDONTWRITEBYTECODE": "1"} | more


def flask(environ, *words, check=True):
    """Runs one command of the application; answers the finished process."""
    command = [sys.executable, "-m", "flask", *words]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def new_tables(environ):
    """Makes the database as the migrations make it."""
    flask(environ, "db", "upgrade")


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


@dataclass
class Site:
    """A served instance: where it is reached, where its files lie, what it has logged."""

    url: str
    instance: Path
    environ: dict
    log: Path
    process: subprocess.Popen

    def kill(self):
        """Pulls the plug: no handler runs, in no process of the server."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Ends the server in order."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(timeout=20)


def serve(instance, log, *, port=None, threads=8, **more):
    """Starts the server on an instance and waits until it is ready."""
    port = port or free_port()
    environ = environment(instance, **more)
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--workers", "1"]
    command += ["--threads", str(threads), "--bind", f"127.0.0.1:{port}", "--log-level", "warning", "wsgi:app"]
    with log.open("ab") as kept:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=kept, stdout=kept, start_new_session=True)
    site = Site(f"http://127.0.0.1:{port}", Path(instance), environ, log, process)
    _wait_until_ready(site, port)
    return site


@contextmanager
def serving(instance, log, **more):
    """A served instance for a while."""
    site = serve(instance, log, **more)
    try:
        yield site
    finally:
        site.stop()


def copied(instance, folder):
    """A copy of an instance that no server runs on, to change at will."""
    return Path(shutil.copytree(instance, folder))


def _wait_until_ready(site, port):
    """Asks until the server answers; says what it logged where it ended instead."""
    for _ in range(600):
        assert site.process.poll() is None, site.log.read_text(encoding="utf-8", errors="replace")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not get ready")
