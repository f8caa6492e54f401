"""Whom a declarant names: other people by name and unit, in loans, gifts given and invitations."""

from collections.abc import Iterator

from declare.items.disclosures import ForeignGift, Gift, Invitation
from declare.items.disclosures.choices import GiftDirection
from declare.items.filing import Filing
from declare.items.private_lending import PrivateLending
from declare.rules.subject import Subject

Mention = tuple[str, str]
"""A name and a unit."""


def mentioned(subject: Subject) -> Iterator[Mention]:
    """Everybody one declarant names, where the unit is named too."""
    for name, unit in _told(subject):
        if name.strip() and unit.strip():
            yield name.strip(), unit.strip()


def _told(subject: Subject) -> Iterator[Mention]:
    """Names and units as they were written."""
    for filing in subject.history:
        yield from lenders(filing)
    for gift in (*subject.each(Gift), *subject.each(ForeignGift)):
        if gift.direction is GiftDirection.GIVEN:
            yield gift.giver, gift.giver_unit
    for invitation in subject.each(Invitation):
        yield from participants(invitation)


def lenders(filing: Filing) -> Iterator[Mention]:
    """The other sides of private loans."""
    lending = filing.tables.private_lending
    for loan in lending.entries if lending else ():
        if isinstance(loan, PrivateLending):
            yield loan.counterparty, loan.counterparty_unit


def participants(invitation: Invitation) -> Iterator[Mention]:
    """Who took part: one a line, name, unit and post apart by commas."""
    for line in invitation.participants.splitlines():
        name, _, rest = line.replace("，", ",").replace("、", ",").partition(",")
        yield name, rest.partition(",")[0]
