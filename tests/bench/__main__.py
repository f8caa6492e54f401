"""`make bench`: measures every goal and prints one table. `--quick` takes fewer rounds, `--strict` fails when one is not held."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from declare.barrier import declared, system
from tests.bench.harness import Measured, goals, measure
from tests.bench.table import lines


def wanted(arguments: list[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", help="编号的开头，如 E1 · how an id starts, such as E1")
    parser.add_argument("--quick", action="store_true", help="三轮 · three rounds")
    parser.add_argument("--strict", action="store_true", help="未达即失败 · fail when a goal is not held")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Measures, prints, and says by its exit code whether all went well."""
    asked = wanted(arguments)
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        import_module(f"tests.bench.{path.stem}")
    rounds, seconds = (3, 0.05) if asked.quick else (5, 0.2)
    results: list[Measured] = []
    for goal in goals(asked.only):
        sys.stderr.write(f"… {goal.id} {goal.title}\n")
        with declared(system("bench")):
            results.append(measure(goal, rounds=rounds, seconds=seconds))
    sys.stdout.write("\n".join(lines(results)) + "\n")
    return int(asked.strict and not all(result.held for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
