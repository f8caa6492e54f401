"""Identity numbers: GB 11643, its residence-permit variants and the cards of permanent residents."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Literal

from declare.items.kinds.text import TextKind
from declare.law import Text

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]")
FIFTEEN = re.compile(r"[0-9]{15}")
RESIDENT_CARD = re.compile(r"[A-Z]{3}[0-9]{12}")
DOCUMENT = re.compile(r"[A-Z0-9]{5,20}")
RESIDENCE_PERMITS = {"810000": "HK", "820000": "MO", "830000": "TW"}

WRONG_LENGTH = Text("公民身份号码应为18位，请核对。", "An identity number has 18 characters.")
WRONG_CHECK = Text(
    "身份证号校验位不符，请逐位核对。", "The check digit does not fit: compare the number digit by digit."
)
WRONG_BIRTH = Text("身份证号中的出生日期不存在，请核对。", "The number contains a date of birth that does not exist.")
OLD_NUMBER = Text(
    "这是15位的旧号码，请填写18位公民身份号码。", "This is an old 15-digit number: enter the 18-digit one."
)
WRONG_DOCUMENT = Text("证件号码应为5至20位字母或数字。", "A document number has 5 to 20 letters or digits.")


def normal(number: str) -> str:
    """A number in half width and capitals, without spaces and hyphens."""
    if number.isascii() and number.isalnum():
        return number.upper()
    return re.sub(r"[\s\-·.]", "", unicodedata.normalize("NFKC", number)).upper()


def check_character(body: str) -> str:
    """The last character of an 18-character number, of its first 17 digits (ISO 7064 MOD 11-2)."""
    return CHECK_CHARACTERS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def modern(number: str) -> str:
    """A 15-digit number as its 18-character successor; every other number as it is."""
    if not FIFTEEN.fullmatch(number):
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + check_character(body)


def born_on(number: str) -> date | None:
    """The date of birth an identity number states, None where it is no real date or no such number."""
    number = modern(normal(number))
    if not EIGHTEEN.fullmatch(number):
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex_of(number: str) -> Literal["male", "female"] | None:
    """The sex an identity number states: an odd last serial digit is male."""
    number = modern(normal(number))
    if not EIGHTEEN.fullmatch(number):
        return None
    return "male" if int(number[16]) % 2 else "female"


def residence_permit_of(number: str) -> str:
    """Whose residents a residence permit's number is given to: HK, MO, TW, or "" for any other number."""
    number = normal(number)
    return RESIDENCE_PERMITS.get(number[:6], "") if EIGHTEEN.fullmatch(number) else ""


def fault(number: str) -> Text | None:
    """What does not fit in an 18-character or old 15-digit number, None where all does; the area code is not judged.

    Cards of permanent residents (18 digits from 9 on, or three letters and twelve digits) are recognised by form alone.
    """
    number = normal(number)
    if RESIDENT_CARD.fullmatch(number) or (EIGHTEEN.fullmatch(number) and number[0] == "9"):
        return None
    if not EIGHTEEN.fullmatch(number) and not FIFTEEN.fullmatch(number):
        return WRONG_LENGTH
    if born_on(number) is None:
        return WRONG_BIRTH
    whole = modern(number)
    return None if check_character(whole[:17]) == whole[17] else WRONG_CHECK


class IdNumberKind(TextKind):
    """A citizen's identity number, or the number of a residence permit that follows the same standard."""

    name = "id_number"
    index = "id_number"

    def clean(self, typed: str) -> str:
        """The number in half width and capitals."""
        return normal(typed)

    def check(self, value: str) -> Text | None:
        """Length, date of birth and check digit; forms ask for the 18-character number."""
        return OLD_NUMBER if FIFTEEN.fullmatch(normal(value)) else fault(value)

    def mask(self, value: str) -> str:
        """The first two and last two characters."""
        return f"{value[:2]}••••••{value[-2:]}" if len(value) > 8 else "••••••"

    def trace(self, value: str) -> str:
        """The number of 18 characters."""
        return modern(normal(value))

    def same(self, one: str, other: str) -> bool:
        """Whether both name the same person; an old number equals its successor."""
        return self.trace(one) == self.trace(other)


class RelativeNumberKind(IdNumberKind):
    """A relative's identity number, or the number of a foreign document where there is no Chinese one."""

    def check(self, value: str) -> Text | None:
        """The identity number's own checks where it has its form, else whether it can be a document number."""
        number = normal(value)
        if EIGHTEEN.fullmatch(number) or FIFTEEN.fullmatch(number):
            return super().check(value)
        return None if DOCUMENT.fullmatch(number) else WRONG_DOCUMENT


IdNumber = Annotated[str, IdNumberKind()]
RelativeNumber = Annotated[str, RelativeNumberKind()]
