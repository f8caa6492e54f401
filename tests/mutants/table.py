"""What `make mutants` prints: a line a rule, the groups, the total, and the changes nobody noticed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import takewhile

from tests.mutants.mutants import Score

ROUND = 40
"""So many characters are shown around a change."""

HEAD = f"{'':28}{'变化 made':>10}{'发现 killed':>12}{'等价 equal':>12}{'分 score':>10}"


def lines(scores: Sequence[Score]) -> Iterator[str]:
    """The whole report."""
    yield HEAD
    yield from (_line(score.name, score) for score in scores)
    yield ""
    yield from (_line(group.name, group) for group in grouped(scores))
    yield _line("合计 total", total(scores))
    survivors = [one for score in scores for one in score.survivors]
    if survivors:
        yield f"\n没有被发现的变化 · not noticed: {len(survivors)}"
        yield from (f"{one.file}:{one.line} {one.part}: {short(one.was, one.now)}" for one in survivors)


def short(was: str, now: str) -> str:
    """A change without the far parts of long clauses that stay as they are."""
    before = max(_alike(was, now) - ROUND, 0)
    after = max(_alike(was[before:][::-1], now[before:][::-1]) - ROUND, 0)
    return " → ".join(
        f"{'…' * bool(before)}{text[before : len(text) - after]}{'…' * bool(after)}" for text in (was, now)
    )


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def as_json(scores: Sequence[Score]) -> str:
    """The same for a program."""
    rows = [asdict(score) | {"survivors": [one._asdict() for one in score.survivors]} for score in scores]
    whole = total(scores)
    shown = {"rules": rows, "made": whole.made, "killed": whole.killed, "score": round(whole.share, 4)}
    return json.dumps(shown, ensure_ascii=False, indent=1)


def grouped(scores: Sequence[Score]) -> list[Score]:
    """One sum for each group."""
    groups: dict[str, Score] = {}
    for score in scores:
        groups.setdefault(score.group, Score(score.group, score.group)).add(score)
    return list(groups.values())


def total(scores: Sequence[Score]) -> Score:
    """The sum of all."""
    whole = Score("合计 total", "")
    for score in scores:
        whole.add(score)
    return whole


def _line(name: str, score: Score) -> str:
    """One line of numbers."""
    return f"{name:28}{score.made:>10}{score.killed:>12}{score.equivalent:>12}{score.share:>10.3f}"
