"""收受的礼品 · Which gifts count as received and retained, and by when they were due."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.law import Dated
from declare.law.counting import add_months
from declare.law.thresholds import FOREIGN_GIFT_TERM, GIFT_TERM
from declare.rules.finding import value_on
from declare.rules.subject import Subject

VALUABLES = frozenset(
    (
        GiftKind.CASH,
        GiftKind.CARD,
        GiftKind.SECURITY,
        GiftKind.EQUITY,
        GiftKind.METAL,
        GiftKind.PAYMENT_CODE,
    )
)
"""礼金、卡券、有价证券、股权、贵金属 · What is handed over whatever its value."""

RETAINED = frozenset((GiftOutcome.KEPT, GiftOutcome.PENDING))
"""留存或者待处理 · Outcomes that leave a gift with its recipient."""


def received(subject: Subject) -> Iterator[Gift]:
    """Every gift the declarant received, of domestic and of foreign parties; what was given is apart."""
    for gift in (*subject.each(Gift), *subject.each(ForeignGift)):
        if gift.direction is not GiftDirection.GIVEN:
            yield gift


def received_at_home(subject: Subject) -> Iterator[Gift]:
    """Every gift received in domestic dealings."""
    return (gift for gift in received(subject) if not isinstance(gift, ForeignGift))


def term(gift: Gift) -> Dated[Any]:
    """The months within which a gift is registered and settled."""
    return FOREIGN_GIFT_TERM if isinstance(gift, ForeignGift) else GIFT_TERM


def start(gift: Gift) -> date | None:
    """The day the term is counted from: the return to the unit where it is given, else the day of receipt."""
    return gift.returned_to_unit or gift.happened


def last_day(gift: Gift) -> date | None:
    """The last day of the term, None where no day is given."""
    day = start(gift)
    return add_months(day, value_on(term(gift), day)) if day else None


def not_settled(gift: Gift, today: date) -> bool:
    """Whether a gift was kept, or is still pending after its term."""
    if gift.outcome is GiftOutcome.PENDING:
        last = last_day(gift)
        return last is not None and today > last
    return gift.outcome is GiftOutcome.KEPT


def worth(gift: Gift) -> Decimal:
    """Its value in 元, 0 where none is given."""
    return gift.value or Decimal(0)


def of_kin(gift: Gift) -> bool:
    """Whether a relative gave it."""
    return gift.relation is GiverRelation.RELATIVE


def of_kin_or_friend(gift: Gift) -> bool:
    """Whether a relative or a friend gave it."""
    return gift.relation in (GiverRelation.RELATIVE, GiverRelation.FRIEND)
