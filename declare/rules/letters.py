"""公函 · By which letter and guest unit a reception is known."""

from declare.items.disclosures import Reception
from declare.items.folding import folded

Letter = tuple[str, str]
"""The number of an official letter and the guest unit, folded."""


def letter_of(reception: Reception) -> Letter | None:
    """The letter a reception was held on, None without a number."""
    number = folded(reception.letter_number)
    return (number, folded(reception.guest_unit)) if number else None
