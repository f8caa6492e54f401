"""比对 · What a register says against what a report says: the same thing, perhaps the same, or another.

Exactly by number where both give one, else by likeness inside a block: the household, and there the kind and size of a
thing or the region it lies in. Every answer names the features it rests on. A person's judgement goes before all of it.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from rapidfuzz.distance import Levenshtein

from declare.items.spec import Entry
from declare.law import Text

R = TypeVar("R", bound="Known")
D = TypeVar("D", bound="Known")

NUMBERS_AT_LEAST = 6
"""Characters a number must have for a slip of one of them to be told from another number."""


class Outcome(StrEnum):
    """Whether two records are about one thing."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


SAME, DOUBTFUL, DIFFERENT = Outcome


class Trait(StrEnum):
    """What two records have in common, or nearly."""

    JUDGED = "judged"
    NUMBER = "number"
    NUMBER_SLIP = "number_slip"
    PERSON = "person"
    PLACE = "place"
    HOUSE_NUMBERS = "house_numbers"
    AREA = "area"
    NAME = "name"
    AMOUNT = "amount"
    SINCE = "since"
    COUNTRY = "country"


NAMED = {
    Trait.JUDGED: Text("人工判断", "a person’s judgement"),
    Trait.NUMBER: Text("号码一致", "the same number"),
    Trait.NUMBER_SLIP: Text("号码只差一个字符", "a number one character apart"),
    Trait.PERSON: Text("同一人", "the same person"),
    Trait.PLACE: Text("地点", "the place"),
    Trait.HOUSE_NUMBERS: Text("门牌、幢、室号", "house, building and room numbers"),
    Trait.AREA: Text("面积", "the area"),
    Trait.NAME: Text("名称", "the name"),
    Trait.AMOUNT: Text("数额", "the amount"),
    Trait.SINCE: Text("起始时间", "the start"),
    Trait.COUNTRY: Text("国家（地区）", "the country or region"),
}


Feature = tuple[Trait, float]
"""One thing two records were compared by, from 0 (nothing in common) to 1 (the same)."""


class Match(NamedTuple):
    """Whether two records are about one thing, how much speaks for it, and what."""

    outcome: Outcome
    score: float = 0.0
    features: tuple[Feature, ...] = ()

    def explained(self) -> Text:
        """What the answer rests on, in words: 地点0.86、面积1.00."""
        said = [(NAMED[trait], f"{score:.2f}") for trait, score in self.features]
        chinese = "、".join(f"{name.zh}{score}" for name, score in said)
        return Text(chinese, ", ".join(f"{name.en} {score}" for name, score in said))


APART = Match(DIFFERENT)
"""The one answer that says two things are different, so that it is told quickly from every other."""
CONFIRMED = Match(SAME, 2.0, ((Trait.JUDGED, 1.0),))
"""What a person decided outweighs every likeness, the same number too."""
SAME_NUMBER = Match(SAME, 1.0, ((Trait.NUMBER, 1.0),))


def weighed(outcome: Outcome, *features: Feature) -> Match:
    """An answer whose score is the mean of its features."""
    total = 0.0
    for _, score in features:
        total += score
    return Match(outcome, total / len(features), features)


class Known(Protocol):
    """A thing as one record tells of it; nobody changes it."""

    @property
    def key(self) -> str:
        """What it is known by from one extract to the next."""

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""


Pair = tuple[str, str]
"""The keys of a registered and a declared thing."""


class Judgements(Protocol):
    """What people decided about pairs: one thing, or two; None where nobody has. A mapping is one."""

    def get(self, pair: Pair, /) -> bool | None:
        """What was decided about a pair."""

    def __len__(self) -> int:
        """How many pairs there are; none are never asked about."""


UNJUDGED: Judgements = {}


class Paired(NamedTuple, Generic[R, D]):
    """A registered thing with the declared one that is the same; or with one that resembles it, or with none."""

    registered: R
    declared: D | None
    match: Match

    @property
    def same(self) -> D | None:
        """The declared thing where it is the same."""
        return self.declared if self.match.outcome is SAME else None

    @property
    def similar(self) -> D | None:
        """A declared thing that may be the same, for a person to look at."""
        return self.declared if self.match.outcome is DOUBTFUL else None


def paired(
    registered: Sequence[R],
    declared: Sequence[D],
    compare: Callable[[R, D], Match],
    *,
    judged: Judgements = UNJUDGED,
) -> list[Paired[R, D]]:
    """Every registered thing with its likest declared one; a declared thing is the same as one registered thing only.

    Where a thing's match is taken by a likelier one, it is left with a doubt: there is a similar entry.
    """
    if judged:
        compare = _with_judgements(compare, judged)
    ranks = [_ranked(one, declared, compare) for one in registered]
    given = _given(ranks)
    return [_answer(one, ranks[at], given.get(at), declared) for at, one in enumerate(registered)]


def _with_judgements(compare: Callable[[R, D], Match], judged: Judgements) -> Callable[[R, D], Match]:
    """The same comparison, with what people decided before it."""

    def ask(one: R, other: D) -> Match:
        verdict = judged.get((one.key, other.key))
        return compare(one, other) if verdict is None else CONFIRMED if verdict else APART

    return ask


Rank = tuple[float, int, Match]
"""How likely a declared thing is, its place counted down from the first, the answer."""


def _ranked(one: R, declared: Sequence[D], compare: Callable[[R, D], Match]) -> list[Rank]:
    """The declared things that may be this one."""
    answers = [compare(one, other) for other in declared]
    return [(match.score, -place, match) for place, match in enumerate(answers) if match is not APART]


def _given(ranks: list[list[Rank]]) -> dict[int, Rank]:
    """Which declared thing each registered one is the same as: the likeliest pairs first, each thing once."""
    sure = [(rank, -at) for at, some in enumerate(ranks) for rank in some if rank[2].outcome is SAME]
    taken: set[int] = set()
    given: dict[int, Rank] = {}
    for rank, at in sorted(sure, reverse=True) if len(sure) > 1 else sure:
        if -at not in given and rank[1] not in taken:
            taken.add(rank[1])
            given[-at] = rank
    return given


def _answer(one: R, ranks: list[Rank], given: Rank | None, declared: Sequence[D]) -> Paired[R, D]:
    """A registered thing with what it was given, else with the likest entry in doubt."""
    if given is not None:
        return Paired(one, declared[-given[1]], given[2])
    if not ranks:
        return Paired(one, None, APART)
    score, place, match = max(ranks)
    return Paired(one, declared[-place], Match(DOUBTFUL, score, match.features))


def one_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one character that was mistyped, left out or added."""
    if min(len(one), len(other)) < NUMBERS_AT_LEAST or one == other:
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) == 1
