"""Who reaches what, by numbers: combinations decided as reviewed, and what administrators read."""

import tempfile
from pathlib import Path

from declare import create_app
from declare.config import Settings
from tests.access.product import guarded, measured
from tests.leaks.reaching import reach
from tests.prove.figure import Outcome, figure
from tests.serving import environment, flask, new_tables, serving

GOAL = 5_000


@figure("assertions", "授权判断与复核过的表不符 · decided otherwise than reviewed", goal="0 / ≥ 5 000")
def assertions(*, quick: bool) -> Outcome:
    """Every route, method, role, relation and state, put to the function every request passes; quick or not."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder), log_level="ERROR"))
        made, wrong = measured(app)
        routes = len(guarded(app))
    return Outcome(f"{len(wrong)} / {made:,}", held=not wrong and made >= GOAL, notes=(f"routes: {routes}",))


@figure("reach", "管理员读到埋入的词 · planted words an administrator reads", goal="0")
def administrators(*, quick: bool) -> Outcome:
    """Every route as each of the three administrators, every command that prints no content, and the log; quick or not."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        environ = environment(instance)
        new_tables(environ)
        flask(environ, "demo")
        with serving(instance, Path(folder) / "log", DECLARE_WORKER="0") as site:
            tried = reach(site)
    notes = (
        f"flask check --json prints {len(tried.printed)} of them to whoever is at the machine, and is in the audit",
    )
    measured = f"{len(tried.found)} / {tried.pages:,} pages, {tried.commands} commands"
    return Outcome(measured, held=not tried.found and tried.pages > 0, notes=notes)
