"""Codes of organisations: the unified social credit code (GB 32100) and the registration number before it."""

from typing import Annotated

from declare.items.kinds.identity import normal
from declare.items.kinds.text import TextKind
from declare.law import Text

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE = 34
"""The weights of MOD 31 are the powers of three, and 34 leaves three: read backwards in base 34, the code is their sum."""

ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS = str.maketrans(ALPHABET, ORGANISATION[: len(ALPHABET)])

WRONG_LENGTH = Text(
    "应为18位统一社会信用代码或15位注册号，请核对。",
    "Enter the 18-character unified social credit code or the 15-digit registration number.",
)
WRONG_LETTER = Text(
    "统一社会信用代码不含I、O、S、V、Z，请核对。", "A unified social credit code has no I, O, S, V or Z."
)
WRONG_CHECK = Text(
    "代码校验位不符，请对照营业执照核对。", "The check character does not fit: compare the business licence."
)


def in_alphabet(code: str) -> bool:
    """Whether every character may stand in a unified social credit code."""
    return not code.strip(ALPHABET)


def check_character(body: str) -> str:
    """The 18th character, of the first 17 (MOD 31)."""
    return ALPHABET[-int(body[::-1].translate(_DIGITS), BASE) % 31]


def organisation_character(body: str) -> str:
    """The check character of an organisation code, of its first eight characters (GB 11714)."""
    total = sum(ORGANISATION.index(mark) * weight for mark, weight in zip(body, ORGANISATION_WEIGHTS, strict=True))
    return "0X987654321"[total % 11]


def mod_31(code: str) -> bool:
    """Whether 18 characters are of the alphabet and end in their check character."""
    return len(code) == 18 and in_alphabet(code) and check_character(code[:17]) == code[17]


def registration_digit(body: str) -> str:
    """The 15th digit of an old registration number, of its first fourteen (ISO 7064 MOD 11,10)."""
    rest = 10
    for digit in body:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - rest) % 10)


def fault(code: str) -> Text | None:
    """What does not fit in a code or registration number, None where all does."""
    code = normal(code)
    if len(code) == 15 and code.isascii() and code.isdigit():
        return None if registration_digit(code[:14]) == code[14] else WRONG_CHECK
    if len(code) != 18:
        return WRONG_LENGTH
    if not in_alphabet(code):
        return WRONG_LETTER
    return None if mod_31(code) and organisation_character(code[8:16]) == code[16] else WRONG_CHECK


class UsccKind(TextKind):
    """A unified social credit code, or the registration number of an older firm."""

    name = "uscc"
    index = "uscc"

    def clean(self, typed: str) -> str:
        """The code in half width and capitals."""
        return normal(typed)

    def check(self, value: str) -> Text | None:
        """Length, alphabet and both check characters."""
        return fault(value)

    def mask(self, value: str) -> str:
        """The first two and last two characters."""
        return f"{value[:2]}••••••{value[-2:]}" if len(value) > 8 else "••••••"

    def trace(self, value: str) -> str:
        """The code in half width and capitals."""
        return normal(value)

    def same(self, one: str, other: str) -> bool:
        """Whether both are the same code."""
        return normal(one) == normal(other)


Uscc = Annotated[str, UsccKind()]
