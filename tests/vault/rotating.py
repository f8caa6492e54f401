"""A process that makes a new master key and wraps everything anew in small batches; run as `python -m tests.vault.rotating`."""

import sys
from pathlib import Path

from declare.barrier import declared, system
from declare.config import Settings
from declare.extensions import db, vault
from declare.vault.rotation import rewrap
from tests.conftest import floor_app


def say(*words):
    """Tells the process that started this one, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(instance, url):
    """Says that it begins, and after each batch how large it was."""
    app = floor_app(Settings(instance=Path(instance), database_url=url))
    with app.app_context(), declared(system("rotation")):
        assert vault.ring.latest("kek")
        say("ready")
        say("version", vault.ring.add("kek"))
        for size in rewrap(db.session, vault.ring, batch=20):
            say("wrapped", size)


if __name__ == "__main__":
    main(*sys.argv[1:])
