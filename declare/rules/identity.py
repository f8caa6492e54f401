"""同一项 · Which row of one report is the same home, firm or policy as which row of another, however it is written there."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from declare.items.businesses import Business
from declare.items.folding import folded, folded_address
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Insurance
from declare.items.spec import Entry
from declare.rules.addresses import place_alike, read
from declare.rules.homes import DWELLINGS
from declare.rules.spelling import plain

R = TypeVar("R", bound=Entry)

ALIKE = 0.9
"""How alike the words of two addresses with the same numbers must be; 和平东路 and 和平西路 are less."""
NUMBERS_AT_LEAST = 2
"""Numbers an address must have to be told from another by them: house and room, say."""
Key = str | tuple[Any, ...]
"""What a row is known by, empty where it gives nothing to know it by."""

REMEASURED = Decimal("0.03")
"""复测 · By which part two areas may differ and still be of one home."""


class Way(NamedTuple):
    """One way of knowing a row again: rows with the same key, where that is not empty, that are also alike."""

    key: Callable[[Any], Key]
    alike: Callable[[Any, Any], bool] = lambda _one, _other: True


class Paired(NamedTuple, Generic[R]):
    """The rows of two reports: those that are in both, the earlier one first; those that are gone; those that are new."""

    both: tuple[tuple[R, R], ...]
    gone: tuple[R, ...]
    new: tuple[R, ...]


def paired(before: Sequence[R], now: Sequence[R], ways: Sequence[Way]) -> Paired[R]:
    """Every row of the earlier report with the row that is the same in the later one, the surest way first."""
    if before == now:
        return Paired(tuple(zip(before, now, strict=True)), (), ())
    if _in_one_order(before, now, ways[0]):
        return Paired(tuple(zip(before, now, strict=True)), (), ())
    gone, new = list(before), list(now)
    both: list[tuple[R, R]] = []
    for way in ways:
        if gone and new:
            found, gone, new = _known(gone, new, way)
            both += found
    return Paired(tuple(both), tuple(gone), tuple(new))


def one_title(one: RealEstate, other: RealEstate) -> bool:
    """Whether two households tell of one home: one certificate, or one address that area and kind do not contradict."""
    certificates = folded(one.certificate), folded(other.certificate)
    if all(certificates) and certificates[0] == certificates[1]:
        return True
    if not one.address or not other.address or folded_address(one.address) != folded_address(other.address):
        return False
    return not all(certificates) or (_agree(one.area, other.area) and _agree(one.kind, other.kind))


def one_firm(one: Business, other: Business) -> bool:
    """Whether two rows are about one firm, whoever holds it: by its code, else by its name where a code is missing."""
    codes = plain(one.uscc), plain(other.uscc)
    if all(codes):
        return codes[0] == codes[1]
    name = folded(one.company)
    return bool(name) and name == folded(other.company)


def one_person(one: Member, other: Member) -> bool:
    """Whether two entries are about one person: by the identity number, else by relation and name."""
    numbers = plain(one.id_number), plain(other.id_number)
    if all(numbers):
        return numbers[0] == numbers[1]
    name = folded(one.name)
    return bool(name) and one.relation is other.relation and name == folded(other.name)


def renewed(before: RealEstate, now: RealEstate) -> bool:
    """换证 · Whether a home has another certificate than it had."""
    return folded(before.certificate) != folded(now.certificate)


def same_place(one: str, other: str) -> bool:
    """Whether two addresses name one place: the same after folding, or the same numbers with words that agree."""
    if not one or not other:
        return False
    return folded_address(one) == folded_address(other) or (
        len(numbers := read(one).numbers) >= NUMBERS_AT_LEAST and numbers == read(other).numbers and _words(one, other)
    )


def _in_one_order(before: Sequence[R], now: Sequence[R], way: Way) -> bool:
    """Whether every row is known again by the surest way, in the order in which all were told before."""
    if len(before) != len(now):
        return False
    keys = [way.key(row) for row in now]
    if not all(keys) or len(set(keys)) != len(keys) or keys != [way.key(row) for row in before]:
        return False
    return all(map(way.alike, before, now))


def _known(gone: list[R], new: list[R], way: Way) -> tuple[list[tuple[R, R]], list[R], list[R]]:
    """What one way finds among the rows not found yet, and what it leaves on both sides."""
    waiting: dict[Key, list[R]] = defaultdict(list)
    for row in new:
        if key := way.key(row):
            waiting[key].append(row)
    both, left = [], []
    for row in gone:
        there = waiting.get(way.key(row), [])
        at = next((at for at, other in enumerate(there) if way.alike(row, other)), None)
        if at is None:
            left.append(row)
        else:
            both.append((row, there.pop(at)))
    taken = {id(found) for _, found in both}
    return both, left, [row for row in new if id(row) not in taken]


def _agree(one: object, other: object) -> bool:
    """Whether two facts are equal where both are given."""
    return one is None or other is None or one == other


def _certificate(home: RealEstate) -> str:
    """A home by its certificate."""
    return folded(home.certificate)


def _address(home: RealEstate) -> str:
    """A home by its address."""
    return folded_address(home.address) if home.address else ""


def _address_and_area(home: RealEstate) -> Key:
    """A home by address and area, where several share an address."""
    return (_address(home), home.area) if home.address and home.area else ""


def _numbers(home: RealEstate) -> tuple[str, ...]:
    """A home by the numbers of its address, where there are enough of them."""
    numbers = read(home.address).numbers
    return numbers if len(numbers) >= NUMBERS_AT_LEAST else ()


def _compatible(one: RealEstate, other: RealEstate) -> bool:
    """Whether two rows with one address can be one home: not where the certificates and the kind of space both differ."""
    if not one.certificate or not other.certificate or one.kind is None or other.kind is None:
        return True
    return (one.kind in DWELLINGS) is (other.kind in DWELLINGS)


def _rewritten(one: RealEstate, other: RealEstate) -> bool:
    """Whether two rows whose addresses have the same numbers are one home: the words agree, kind and area do not contradict."""
    if one.kind and other.kind and (one.kind in DWELLINGS) is not (other.kind in DWELLINGS):
        return False
    if one.area and other.area and abs(one.area - other.area) > REMEASURED * one.area:
        return False
    return _words(one.address, other.address)


def _words(one: str, other: str) -> bool:
    """Whether the words of two addresses agree: nearly the same, or one leaves out the city and district before the street."""
    mine, theirs = read(one).words, read(other).words
    short, long = sorted((mine, theirs), key=len)
    return (len(short) >= NUMBERS_AT_LEAST and long.endswith(short)) or place_alike(mine, theirs) >= ALIKE


def _code(firm: Business) -> Key:
    """One person's part in a firm by its code."""
    code = plain(firm.uscc)
    return (firm.who, code) if code else ""


def _company(firm: Business) -> Key:
    """One person's part in a firm by its name."""
    name = folded(firm.company)
    return (firm.who, name) if name else ""


def _policy(policy: Insurance) -> str:
    """A policy by its number."""
    return plain(policy.policy_number)


HOME = (
    Way(_certificate),
    Way(_address_and_area, _compatible),
    Way(_address, _compatible),
    Way(_numbers, _rewritten),
)
"""How a home is known again: a renewed certificate or a rewritten address is the same home."""

FIRM = (Way(_code), Way(_company))
"""How one person's part in a firm is known again."""

POLICY = (Way(_policy),)
"""How a policy is known again."""
