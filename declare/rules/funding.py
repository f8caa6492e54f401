"""资金来源说明 · The amounts a declarant names when saying where the money for a home came from."""

import re
from decimal import Decimal

from declare.items.folding import folded

_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)余?(亿|千万|百万|万|元)")
_IN_WAN = {
    "亿": Decimal(10_000),
    "千万": Decimal(1_000),
    "百万": Decimal(100),
    "万": Decimal(1),
    "元": Decimal("0.0001"),
}


def stated(funding: str) -> Decimal | None:
    """The sum of the amounts named, in 10,000 yuan; None where none is named.

    A number counts where a unit of money follows it: 出售旧房180万元，公积金贷款800,000元 gives 260.
    """
    amounts = [Decimal(number.replace(",", "")) * _IN_WAN[unit] for number, unit in _AMOUNT.findall(folded(funding))]
    return sum(amounts, Decimal(0)) if amounts else None
