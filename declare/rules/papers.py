"""证件 · Numbers of identity papers and travel documents as the rules compare them."""

import re
from calendar import isleap
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

_DAY = "0[1-9]|[12][0-9]"
_BORN = f"0[1-9](?:{_DAY})|1[0-2](?:{_DAY})|(?:0[13-9]|1[0-2])30|(?:0[13578]|1[02])31"
_DATED = re.compile(f"[0-9]{{6}}(?!0000)[0-9]{{4}}(?:{_BORN})[0-9]{{3}}[0-9X]").fullmatch
"""Eighteen characters of which the seventh to the fourteenth are a day; 29 February in every year."""

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
    family = facts.family if speaks_of(facts) else ()
    return [(member, number) for member in family if (number := citizen_number(member))]


@once
def passports(facts: Facts) -> dict[str, Passport]:
    """The passports that stand, by number."""
    return {plain(passport.number): passport for passport in facts.standing(Passport) if passport.number}


@once
def permits(facts: Facts) -> dict[str, Permit]:
    """The permits that stand, by number."""
    return {plain(permit.number): permit for permit in facts.standing(Permit) if permit.number}


def historic(number: str) -> bool:
    """Whether this is a number of fifteen digits, as given until 1999."""
    return len(number) == 15 and number.isascii() and number.isdecimal()


def sound(number: str) -> bool:
    """GB 11643 · Whether 18 characters hold a real date of birth and end in their check character."""
    if not _DATED(number) or CHECK_CHARACTERS[2 * int(number[:17], BASE) % 11] != number[17]:
        return False
    return number[10:14] != "0229" or isleap(int(number[6:10]))


def male(number: str) -> bool | None:
    """The sex an identity number of 18 characters states, None for any other number: old ones are not asked about."""
    if len(number) != 18 or not number.isascii() or not number[:17].isdecimal():
        return None
    return int(number[16]) % 2 == 1


def term(paper: Paper) -> tuple[date | None, date | None]:
    """The first and the last day a document is valid."""
    return (paper.issued, paper.expires) if isinstance(paper, Passport) else (paper.valid_from, paper.valid_to)
