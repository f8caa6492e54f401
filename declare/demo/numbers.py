"""Numbers valid in form that belong to nobody: identity numbers, company codes, documents, titles, policies."""

from datetime import date
from random import Random

from declare.items.choices import Sex
from declare.items.kinds import identity, organisations

PLACE = "320199"
"""A division code that is valid in form; the demo calls the place 江东."""

NOWHERE = "999999"
"""No division has this code, so that no company code of the demo can be a real one."""


def identity_number(random: Random, born: date, sex: Sex) -> str:
    """An identity number of that day and sex."""
    order = random.randrange(10, 99) * 10 + random.randrange(0, 5) * 2 + (1 if sex is Sex.MALE else 0)
    body = f"{PLACE}{born:%Y%m%d}{order:03d}"
    return body + identity.check_character(body)


def company_code(random: Random, *, sole_trader: bool = False) -> str:
    """A unified social credit code of a company, or of a sole trader."""
    inner = f"MA{random.randrange(10**6):06d}"
    body = ("92" if sole_trader else "91") + NOWHERE + inner + organisations.organisation_character(inner)
    return body + organisations.check_character(body)


def passport(random: Random) -> str:
    """An ordinary passport number."""
    return f"E{random.randrange(10**8):08d}"


def hk_macao_permit(random: Random) -> str:
    """A permit for Hong Kong and Macao."""
    return f"C{random.randrange(10**8):08d}"


def title(random: Random, year: int) -> str:
    """A title number of a home in 江东."""
    return f"苏({year})江东不动产权第{random.randrange(10**7):07d}号"


def policy(random: Random) -> str:
    """An insurance policy number."""
    return f"JD{random.randrange(10**10):010d}"


def account(random: Random) -> str:
    """An account number at a bank abroad."""
    return f"{random.randrange(10**10):010d}"
