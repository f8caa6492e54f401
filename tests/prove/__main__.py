"""`make prove`: tries what must not succeed, counts what must not be lost, and prints one table.

`--quick` tries a smaller number of each where the number is not itself the goal; names choose single figures.
"""

import argparse
import sys
import traceback
from importlib import import_module
from pathlib import Path
from time import perf_counter

from tests.bench.table import padded, width
from tests.prove.figure import Absent, Figure, Outcome, figures

HEAD = ("", "说法 · claim", "目标 · goal", "测得 · measured", "秒 · s", "")


def wanted(arguments: list[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="make prove", description=__doc__)
    parser.add_argument("only", nargs="*", help="名称的开头 · how a name starts")
    parser.add_argument("--quick", action="store_true", help="较少的次数 · fewer attempts")
    return parser.parse_args(arguments)


FAILED = Outcome("", held=False)
"""What counts for an attempt that ended in an exception: nothing is shown, so nothing is held."""


def attempt(one: Figure, *, quick: bool) -> tuple[Outcome | None, tuple[str, ...]]:
    """Tries one figure; its outcome (None where a part of the machine is missing) and its line of the table."""
    sys.stderr.write(f"… {one.name} {one.title}\n")
    began = perf_counter()
    try:
        outcome: Outcome | None = one.attempt(quick=quick)
        said = (outcome.measured, "达到 · held" if outcome.held else "未达 · NOT HELD") if outcome else ("", "")
    except Absent as absent:
        outcome, said = None, (str(absent), "未测 · not tried")
    except Exception as error:  # noqa: BLE001 - one attempt that breaks down must not take the others with it
        traceback.print_exc()
        outcome, said = FAILED, (type(error).__name__, "出错 · failed")
    return outcome, (one.name, one.title, one.goal, said[0], f"{perf_counter() - began:.0f}", said[1])


def main(arguments: list[str]) -> int:
    """Tries, prints, and says by its exit code whether everything that was tried held."""
    asked = wanted(arguments)
    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        if not path.stem.startswith("test_"):
            import_module(f"tests.prove.{path.stem}")
    outcomes: list[Outcome | None] = []
    rows = [HEAD]
    for one in figures(asked.only):
        outcome, row = attempt(one, quick=asked.quick)
        outcomes.append(outcome)
        rows.append(row)
    widths = [max(width(row[place]) for row in rows) for place in range(len(HEAD))]
    # `padded` sets the second column to the left and numbers to the right, which suits this table too.
    sys.stdout.write("\n".join(padded(row, widths=widths) for row in rows) + "\n")
    for outcome in filter(None, outcomes):
        sys.stdout.writelines(f"· {note}\n" for note in outcome.notes)
    return int(not all(outcome.held for outcome in outcomes if outcome))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
