"""`make mutants`: changes every rule in small ways and counts how many of the changes its cases notice."""

import argparse
import gc
import sys
from functools import partial
from multiprocessing import get_context

from tests.mutants.catalogue import files_of_rules, shared
from tests.mutants.equivalent import known
from tests.mutants.mutants import Score, judged
from tests.mutants.table import as_json, lines, total

SAMPLE = 6
"""Of so many changes the sample makes one."""


def wanted(arguments: list[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("only", nargs="*", help="规则编号的开头，如 E05 C · how an id starts, such as E05 C")
    parser.add_argument("--quick", action="store_true", help="抽样 · a sample")
    parser.add_argument(
        "--full", action="store_true", help="连同各规则共用的模块 · the modules that rules share as well"
    )
    parser.add_argument("--json", action="store_true", help="以 JSON 输出 · as JSON")
    parser.add_argument("--least", type=float, default=0.0, help="低于此分即失败 · fail below this score")
    parser.add_argument("--workers", type=int, default=2, help="进程数 · processes")
    return parser.parse_args(arguments)


def modules(only: list[str], *, full: bool) -> list[str]:
    """The modules to change: those of the rules asked for, and the shared ones by their names."""
    start = tuple(only) or ("",)
    rules = [module for module, rule in files_of_rules().items() if rule.id.startswith(start)]
    together = [module for module in shared() if module.rpartition(".")[2].startswith(start)]
    return [*rules, *(together if full else [])]


def scores(asked: argparse.Namespace) -> list[Score]:
    """The scores of what was asked for; the work is shared out module by module."""
    chosen = modules(asked.only, full=asked.full)
    work = partial(judged, every=SAMPLE if asked.quick else 1, known=known())
    gc.freeze()
    with get_context("fork").Pool(asked.workers) as pool:
        return pool.map(work, chosen, chunksize=1)


def main(arguments: list[str]) -> int:
    """Changes, counts, prints, and says by its exit code whether the score is high enough."""
    asked = wanted(arguments)
    found = scores(asked)
    sys.stdout.write(as_json(found) if asked.json else "\n".join(lines(found)))
    sys.stdout.write("\n")
    return int(total(found).share < asked.least)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
