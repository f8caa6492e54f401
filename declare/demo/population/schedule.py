"""Which plant goes into which declarants: every rule as often as every other, its ways in turn, the honest in between."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle, islice

from declare.demo.plants.book import Plant, plants

LEAST = 20
SHARE = 200
"""A rule is planted in one declarant of so many, and `LEAST` times at least."""

FULL = 0.95
"""Not more than this part of a population carries something planted."""

NEAR_SHARE = 5
"""What comes close is planted once for so many faults of the rule, and once at least where there is room."""


def cells(people: int) -> Iterator[Plant | None]:
    """What every declarant, or couple of them, carries, in order; None is an honest one."""
    chosen = list(_chosen(people))
    honest = people - sum(one.lives for one in chosen)
    done = 0
    for at, one in enumerate(chosen, 1):
        yield one
        due = honest * at // len(chosen)
        yield from [None] * (due - done)
        done = due
    yield from [None] * (honest - done)


def _chosen(people: int) -> Iterator[Plant]:
    """The plants that fit into the population: faults first, then what comes close; rule after rule, round after round."""
    faults, nearly = _by_rule(honest=False), _by_rule(honest=True)
    room = int(people * FULL)
    count = max(LEAST, people // SHARE)
    for one in (*_rounds(faults, count), *_rounds(nearly, None, each=max(1, count // NEAR_SHARE))):
        if one.lives > room:
            return
        room -= one.lives
        yield one


def _by_rule(*, honest: bool) -> dict[str, list[Plant]]:
    """The plants of every rule."""
    found: dict[str, list[Plant]] = defaultdict(list)
    for one in plants():
        if one.honest is honest:
            found[one.rule].append(one)
    return found


def _rounds(found: dict[str, list[Plant]], count: int | None, *, each: int = 1) -> Iterator[Plant]:
    """One plant of every rule, then another of each, until every rule had its number; each way `each` times if none is given."""
    turns = {rule: list(islice(cycle(ways), count or each * len(ways))) for rule, ways in found.items()}
    for at in range(max(map(len, turns.values()), default=0)):
        yield from (ways[at] for ways in turns.values() if at < len(ways))
