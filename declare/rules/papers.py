"""证件 · Numbers of identity papers and travel documents as the rules compare them."""

from calendar import isleap, monthrange
from datetime import date

from declare.items.filing import Member
from declare.items.folding import folded
from declare.items.kinds.identity import CHECK_CHARACTERS
from declare.items.kinds.places import abroad
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.rules.facts import Facts, once
from declare.rules.occasion import speaks_of
from declare.rules.spelling import plain

CITIZEN_CARDS = frozenset(
    (
        "居民身份证",
        "身份证",
        "中华人民共和国居民身份证",
        "第二代居民身份证",
        "二代身份证",
        "临时居民身份证",
        "公民身份号码",
    )
)
"""居民身份证 · The names under which people enter a citizen's identity card."""

BASE = 13
"""The weights of GB 11643 are powers of two, and 13 leaves two when divided by 11: in base 13 the digits are their sum."""

_DAYS = frozenset(f"{month:02}{day:02}" for month in range(1, 13) for day in range(1, monthrange(2000, month)[1] + 1))

Paper = Passport | Permit


def citizen_number(member: Member) -> str:
    """A relative's number where it is given as that of a citizen's identity card, else ""."""
    if not member.id_number:
        return ""
    document = member.document_kind
    if document:
        return plain(member.id_number) if document in CITIZEN_CARDS or folded(document) in CITIZEN_CARDS else ""
    number = plain(member.id_number)
    return "" if abroad(member.nationality) and len(number) != 18 else number


@once
def citizens(facts: Facts) -> list[tuple[Member, str]]:
    """The relatives with a citizen's number, and that number; none in a report of a change that carries them over."""
    numbers = [(member, citizen_number(member)) for member in facts.family if speaks_of(facts)]
    return [(member, number) for member, number in numbers if number]


def historic(number: str) -> bool:
    """Whether this is a number of fifteen digits, as given until 1999."""
    return len(number) == 15 and number.isascii() and number.isdecimal()


def sound(number: str) -> bool:
    """GB 11643 · Whether 18 characters hold a real date of birth and end in their check character."""
    if len(number) != 18 or not number.isascii() or not number[:17].isdecimal():
        return False
    if number[10:14] not in _DAYS or (number[10:14] == "0229" and not isleap(int(number[6:10]))):
        return False
    return number[6:10] != "0000" and CHECK_CHARACTERS[2 * int(number[:17], BASE) % 11] == number[17]


def male(number: str) -> bool | None:
    """The sex an identity number of 18 characters states, None for any other number: old ones are not asked about."""
    if len(number) != 18 or not number.isascii() or not number[:17].isdecimal():
        return None
    return int(number[16]) % 2 == 1


def term(paper: Paper) -> tuple[date | None, date | None]:
    """The first and the last day a document is valid."""
    return (paper.issued, paper.expires) if isinstance(paper, Passport) else (paper.valid_from, paper.valid_to)
