"""Every route, method and role, as the access table decides: the checked-in expected.txt, reviewed by hand.

`python -m tests.access.routes` writes it anew; read the difference before it is committed.
"""

import sys
import tempfile
from pathlib import Path

from declare import create_app
from declare.access import Actor, Role, decide
from declare.config import Settings

EXPECTED = Path(__file__).with_name("expected.txt")
SILENT = frozenset({"HEAD", "OPTIONS"})
HEAD = """# Which role may take which route. `public` is open to everybody; `signed in` to every account; else the roles by name.
# A dot is no role at all: such a route is a mistake. Written by `python -m tests.access.routes`, reviewed by hand.
"""


def taken(app):
    """Every route as (address, method, endpoint)."""
    rules = [
        (rule.rule, method, rule.endpoint) for rule in app.url_map.iter_rules() for method in rule.methods - SILENT
    ]
    return sorted(rules)


def allowed(view):
    """Who may enter a view by their role alone."""
    if getattr(view, "public", False):
        return "public"
    action = getattr(view, "may", None)
    if action is None:
        return "UNGUARDED"
    if decide(Actor(account=1), action).allowed:
        return "signed in"
    return " ".join(role.value for role in Role if decide(Actor(1, roles=frozenset({role})), action).allowed) or "."


def table(app):
    """The table as text."""
    lines = [
        f"{method:<5} {address}  {allowed(app.view_functions[endpoint])}" for address, method, endpoint in taken(app)
    ]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        EXPECTED.write_text(table(create_app(Settings(instance=Path(folder)))), encoding="utf-8")
    sys.stdout.write(f"{EXPECTED}\n")
