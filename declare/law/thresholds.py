"""Numbers of the law that several rules share: gifts, and official receptions.

Amounts in 元, terms in months. What differs from place to place stands in `places`.
"""

from fractions import Fraction

from declare.law.dated import Dated
from declare.law.instruments import G93, G95, GJ13, JY25, N158

CHECKED = "2026-11-01"

GIFT_REGISTER = Dated("domestic_gift.register", {"1995-09-02": 100}, basis=N158.whole(verified=False), checked=CHECKED)
"""From this value on a gift that was not a bribe is registered (central organs)."""

GIFT_HAND_OVER = Dated(
    "domestic_gift.hand_over", {"1995-09-02": 200}, basis=N158.whole(verified=False), checked=CHECKED
)
"""From this value on it is handed over as well (central organs)."""

GIFT_YEARLY = Dated(
    "domestic_gift.yearly_cumulative", {"1995-09-02": 600}, basis=N158.whole(verified=False), checked=CHECKED
)
"""What a person may keep in a calendar year; the rest is handed over (central organs)."""

GIFT_CASH_HAND_OVER = Dated(
    "domestic_gift.cash_any_value_hand_over", {"1995-04-30": True}, basis=G95.article(2), checked=CHECKED
)
"""Cash, cards, securities and precious metal are handed over whatever their value."""

GIFT_TERM = Dated("domestic_gift.register_within", {"1995-04-30": 1}, basis=G95.article(3), checked=CHECKED)
"""Months within which a gift is registered, from receipt or from the return to the unit."""

FOREIGN_GIFT_DECLARE = Dated("foreign_gift.declare", {"1993-12-05": 200}, basis=G93.article(7), checked=CHECKED)
"""From this value on a gift of a foreign party is declared and handed over."""

FOREIGN_GIFT_TERM = Dated("foreign_gift.declare_within", {"1993-12-05": 1}, basis=G93.article(7), checked=CHECKED)
"""Months within which it is declared, from receipt or from the return to China."""

ESCORTS_UP_TO_TEN = Dated(
    "reception.escorts_up_to_10_guests", {"2013-12-01": 3}, basis=GJ13.article(10), checked=CHECKED
)
"""How many hosts may sit down with up to ten guests."""

ESCORTS_ABOVE_TEN = Dated(
    "reception.escorts_above_10_guests", {"2013-12-01": Fraction(1, 3)}, basis=GJ13.article(10), checked=CHECKED
)
"""Which part of the number of guests the hosts may make with more than ten."""

WORK_MEALS = Dated("reception.work_meals_per_letter", {"2013-12-01": 1}, basis=GJ13.article(10), checked=CHECKED)
"""How many work meals one official letter allows."""

HIGH_GRADE_LIQUOR = Dated(
    "reception.alcohol", {"2013-12-01": "not high-grade"}, basis=GJ13.article(10), checked=CHECKED
)
"""Which alcohol may be served until the thrift regulations were revised: no high-grade liquor."""

ALCOHOL = Dated("reception.alcohol", {"2025-05-18": "none"}, basis=JY25.whole(), checked=CHECKED)
"""Which alcohol may be served since: none at all."""

SUPPORT_LISTED = Dated(
    "reception.list_shows_support_staff",
    {"2013-12-01": False, "2025-05-18": True},
    basis=JY25.whole(),
    checked=CHECKED,
)
"""Whether the list must show escorts and support staff."""
