"""M2: registered homes against declared ones, beside what bare rapidfuzz needs for the pairs of the same blocks.

The declared rows are dirty in every way of `tests/rules/dirty.py`, none has a certificate, and the answers are checked once:
a quick matching that finds too little would be no bargain.
"""

from collections.abc import Iterator
from random import Random

from rapidfuzz.fuzz import ratio

from declare.items.folding import folded_address
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.rules.homes import homes, one_home
from declare.rules.matching import paired
from tests.bench.harness import Pair, goal
from tests.rules import dirty

Block = tuple[list[TitleRecord], list[RealEstate]]
RECALL = 0.97
TOTAL, HOUSEHOLD, QUARTER = 800, 8, 20


def blocks(size: int) -> list[Block]:
    """Households or quarters: registered rows, and the same homes as people declare them."""
    draw = Random(20170208)
    dirt = list(dirty.ADDRESSES.values())
    rows = dirty.titles(draw, TOTAL)
    parts = [rows[start : start + size] for start in range(0, TOTAL, size)]
    return [(part, [dirty.declared(row, draw.choice(dirt)(row.address, draw)) for row in part]) for part in parts]


def matched(block: Block) -> int:
    """How many registered homes find their declared one."""
    return sum(pair.same is not None for pair in paired(homes(block[0]), homes(block[1]), one_home))


def texts(rows: list[TitleRecord] | list[RealEstate]) -> list[str]:
    """The folded addresses."""
    return [folded_address(row.address) for row in rows]


def recalled(made: list[Block]) -> None:
    """Fails where fewer homes are found than the goal asks for."""
    found = sum(map(matched, made)) / TOTAL
    if found < RECALL:
        raise AssertionError(f"recall {found:.3f}")


@goal("M2a", "一户一组，从登记行到结论 ≥ 0.5 × 裸 rapidfuzz · households, from rows to answers", at_least=0.5)
def households() -> Iterator[Pair]:
    made = blocks(HOUSEHOLD)
    recalled(made)

    def bare() -> None:
        for registered, declared in made:
            others = texts(declared)
            for one in texts(registered):
                for other in others:
                    ratio(one, other)

    yield Pair(floor=bare, ours=lambda: [matched(block) for block in made])


@goal("M2b", "二十处一组，地址已归一 ≥ 0.5 × 裸 rapidfuzz · blocks of twenty, addresses folded before", at_least=0.5)
def quarters() -> Iterator[Pair]:
    made = blocks(QUARTER)
    recalled(made)
    folded = [(texts(registered), texts(declared)) for registered, declared in made]
    ready = [(homes(registered), homes(declared)) for registered, declared in made]

    def bare() -> None:
        for ones, others in folded:
            for one in ones:
                for other in others:
                    ratio(one, other)

    yield Pair(floor=bare, ours=lambda: [paired(*block, one_home) for block in ready])
