"""Numbers valid in form that belong to nobody: identity numbers, company codes, documents, titles, policies."""

from datetime import date
from random import Random

from declare.items.choices import Sex
from declare.items.kinds import identity, organisations

PLACE = "320199"
"""A division code that is valid in form; the demo calls the place 江东."""

NOWHERE = "999999"
"""No division has this code, so that no company code of the demo can be a real one."""

ORDERS = 450
"""How many people of one sex can be born at one place on one day without sharing a number."""

EACH = 64
"""How many numbers of a kind, and how many people, one declarant may have."""

SPREAD = 61_803_399
"""Shares no factor with ten, so that neighbours get numbers far apart and no number comes twice."""


class Counted(Random):
    """Chance for one declarant among many: the numbers it hands out are nobody else's. `owner` says whose it is."""

    owner = 0
    people = 0
    handed_out = 0

    @classmethod
    def of(cls, seed: int, owner: int) -> "Counted":
        """The chance of one declarant; the same seed and owner draw the same."""
        made = cls(seed * 1_000_003 + owner)
        made.owner = owner
        return made

    def person(self) -> int:
        """The next person of this declarant."""
        self.people += 1
        return self.owner * EACH + self.people - 1

    def unlike(self, digits: int) -> int:
        """A number of so many digits that no other declarant has."""
        self.handed_out += 1
        return int((self.owner * EACH + self.handed_out - 1) * SPREAD % 10**digits)


def serial(random: Random, digits: int) -> int:
    """A number of so many digits; from a counted source nobody else's."""
    return random.unlike(digits) if isinstance(random, Counted) else random.randrange(10**digits)


def identity_number(random: Random, born: date, sex: Sex) -> str:
    """An identity number of that day and sex."""
    place, order = PLACE, random.randrange(10, 99) * 5 + random.randrange(0, 5)
    if isinstance(random, Counted):
        area, order = divmod(random.person(), ORDERS)
        place = f"32{40 + area // 99 % 40:02d}{1 + area % 99:02d}"
        order += 50
    body = f"{place}{born:%Y%m%d}{2 * order + (1 if sex is Sex.MALE else 0):03d}"
    return body + identity.check_character(body)


def company_code(random: Random, *, sole_trader: bool = False) -> str:
    """A unified social credit code of a company, or of a sole trader."""
    inner = f"M{serial(random, 7):07d}"
    body = ("92" if sole_trader else "91") + NOWHERE + inner + organisations.organisation_character(inner)
    return body + organisations.check_character(body)


def passport(random: Random) -> str:
    """An ordinary passport number."""
    return f"E{serial(random, 8):08d}"


def hk_macao_permit(random: Random) -> str:
    """A permit for Hong Kong and Macao."""
    return f"C{serial(random, 8):08d}"


def taiwan_permit(random: Random) -> str:
    """A permit for Taiwan."""
    return f"L{serial(random, 8):08d}"


def title(random: Random, year: int) -> str:
    """A title number of a home in 江东."""
    return f"苏({year})江东不动产权第{serial(random, 7):07d}号"


def policy(random: Random) -> str:
    """An insurance policy number."""
    return f"JD{serial(random, 10):010d}"


def account(random: Random) -> str:
    """An account number at a bank abroad."""
    return f"{serial(random, 10):010d}"


def plot(random: Random) -> int:
    """Which plot of the town a compound stands on."""
    return serial(random, 7) if isinstance(random, Counted) else random.randrange(8 * 199)
