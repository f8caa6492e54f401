"""What is disclosed when it happens: gifts, invitations, receptions, family occasions, interference."""

from declare.items.disclosures import ceremony, foreign_gift, gift, interference, invitation, reception
from declare.items.disclosures.ceremony import Ceremony
from declare.items.disclosures.due import Due
from declare.items.disclosures.foreign_gift import ForeignGift
from declare.items.disclosures.gift import Gift
from declare.items.disclosures.interference import Interference
from declare.items.disclosures.invitation import Invitation
from declare.items.disclosures.reception import Reception
from declare.items.spec import Table, table_of

__all__ = [
    "DISCLOSURES",
    "DUE",
    "Ceremony",
    "Due",
    "ForeignGift",
    "Gift",
    "Interference",
    "Invitation",
    "Reception",
    "disclosure_by_key",
]

DISCLOSURES: tuple[Table, ...] = tuple(
    table_of(entry) for entry in (Gift, ForeignGift, Invitation, Reception, Ceremony, Interference)
)
"""The six kinds of disclosure, each with its fields; the field `kind` travels as `kind_of`."""

DUE: dict[str, Due] = {
    module.__name__.rpartition(".")[2]: module.DUE
    for module in (gift, foreign_gift, invitation, reception, ceremony, interference)
}
"""By when each kind is due, by its key."""


def disclosure_by_key(key: str) -> Table:
    """The disclosure of that key; KeyError where there is none."""
    for disclosure in DISCLOSURES:
        if disclosure.key == key:
            return disclosure
    raise KeyError(f"there is no disclosure {key}")
