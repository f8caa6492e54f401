"""`make detection`: one line a rule with what was planted, found, and found where nothing was planted."""

import argparse
import sys
from collections import Counter

from declare.demo.plants.book import NOT_PLANTED
from tests.detection.explained import EXPLAINED
from tests.detection.measuring import SEED, Detection, Measured, detect

HEAD = f"{'rule':<6}{'planted':>8}{'found':>7}{'recall':>8}{'false':>7}{'precision':>11}  explanation"


def main() -> int:
    """Prints the table; 1 where a rule falls short without an explanation, or an honest declarant has a finding."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=4000)
    asked.add_argument("--seed", type=int, default=SEED)
    given = asked.parse_args()
    result = detect(given.people, seed=given.seed)
    print(HEAD)
    for rule, measured in result.rules.items():
        print(line(rule, measured))
    for rule, why in NOT_PLANTED.items():
        print(f"{rule:<6}{'—':>8}{'—':>7}{'—':>8}{'—':>7}{'—':>11}  not planted: {why}")
    return summary(result)


def line(rule: str, measured: Measured) -> str:
    """One rule."""
    others = len({who for who, _ in measured.elsewhere})
    why = "" if measured.good else EXPLAINED.get(rule, "NOT EXPLAINED " + detail(measured))
    return (
        f"{rule:<6}{len(measured.carriers):>8}{len(measured.found):>7}{measured.recall:>8.2f}"
        f"{others:>7}{measured.precision:>11.2f}  {why}"
    )


def detail(measured: Measured) -> str:
    """What was missed."""
    ways = Counter(answer.variant for answer in measured.missed())
    return "; ".join(f"missed {count}: {way}" for way, count in ways.items())


def summary(result: Detection) -> int:
    """How it ended."""
    short = [rule for rule, measured in result.rules.items() if not measured.good and rule not in EXPLAINED]
    for who, one, near in result.honest[:20]:
        print(f"honest, and yet {one.rule} on {who}, {one.year} ({near or 'nothing planted'}): {one.message.zh}")
    planted = sum(len(measured.carriers) for measured in result.rules.values())
    found = sum(len(measured.found) for measured in result.rules.values())
    print(f"{len(result.rules)} rules, {planted} faults, {found} found; findings on the honest: {len(result.honest)}")
    return 1 if short or result.honest else 0


if __name__ == "__main__":
    sys.exit(main())
