"""上交的礼金应当缴入国库，登记的数额与入库的数额应当一致。"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome
from declare.items.registries import TreasuryPayment
from declare.law import G93, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, extract, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.gifts import received
from declare.rules.spelling import plain
from declare.rules.subject import Subject

MONEY = (GiftKind.CASH, GiftKind.PAYMENT_CODE)
"""What reaches the treasury as it was handed over; goods, cards and securities are kept or sold first."""

MISSING = Text(
    "{handed_over}上交的礼金{value}元，财政入库记录中没有，请核对。",
    "Money of {value} yuan handed over on {handed_over} is not among what reached the treasury. Please check.",
)


@rule(
    "F19",
    Text("礼品上交与财政入库不符", "Hand-over differs from the treasury"),
    severity=3,
    basis=G93.article(10),
    audience=REVIEWER,
    says=Text(
        "同一凭证上交的礼金登记为{value}元，财政入库{paid}元，请核对。",
        "Money handed over under one receipt is registered as {value} yuan; {paid} reached the treasury. Please check.",
    ),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def hand_over_in_treasury(subject: Subject) -> Iterator[Found]:
    """Money handed over, as far as the treasury's extracts reach, that it has not or has with another amount."""
    around, reach = subject.around, subject.around.treasury_reach
    under: dict[str, list[Gift]] = defaultdict(list)
    for gift in received(subject):
        if (
            gift.kind in MONEY
            and gift.outcome is GiftOutcome.HANDED_OVER
            and (day := gift.handed_over_on)
            and day <= reach
        ):
            under[plain(gift.receipt_number)].append(gift)
    for gift in under.pop("", []):
        if not any(_fits(payment, gift) for payment in around.treasury):
            yield finding(
                gift, "outcome", says=MISSING, on=gift.handed_over_on, handed_over=gift.handed_over_on, value=gift.value
            )
    for number, gifts in under.items():
        yield from _under_one_receipt(gifts, around.paid_in(number))


def _under_one_receipt(gifts: list[Gift], payment: TreasuryPayment | None) -> Iterator[Found]:
    """Gifts handed over under one receipt against what was paid in under it."""
    first, *others = gifts
    on = first.handed_over_on
    if payment is None:
        for gift in gifts:
            yield finding(
                gift,
                "receipt_number",
                says=MISSING,
                on=gift.handed_over_on,
                handed_over=gift.handed_over_on,
                value=gift.value,
            )
        return
    values = [gift.value for gift in gifts if gift.value is not None]
    if payment.amount is None or len(values) < len(gifts) or sum(values) == payment.amount:
        return
    yield finding(first, "value", also=(*others, payment), on=on, value=sum(values, Decimal(0)), paid=payment.amount)


def _fits(payment: TreasuryPayment, gift: Gift) -> bool:
    """Whether a payment may be that of a gift handed over without a receipt number."""
    started = gift.happened or gift.handed_over_on or date.min
    return payment.amount == gift.value and (payment.paid_in is None or payment.paid_in >= started)


def _gift(
    number: str = "缴2025-01",
    *,
    value: str | None = "2000.00",
    kind: GiftKind = GiftKind.CASH,
    outcome: GiftOutcome = GiftOutcome.HANDED_OVER,
    handed_over: str | None = "2025-08-20",
    direction: GiftDirection | None = None,
    happened: str | None = "2025-08-01",
    table: type[Gift] = Gift,
) -> Kept:
    gift = table(
        happened=day(happened) if happened else None,
        direction=direction,
        kind=kind,
        value=num(value) if value else None,
        outcome=outcome,
        handed_over_on=day(handed_over) if handed_over else None,
        receipt_number=number,
    )
    return told(gift, filed_on="2025-08-20")


def _paid(
    number: str = "缴2025-01",
    *,
    amount: str | None = "2000.00",
    paid_in: str | None = "2025-08-25",
    received: str = "2026-03-01",
) -> Kept:
    row = TreasuryPayment(
        receipt_number=number, amount=num(amount) if amount else None, paid_in=day(paid_in) if paid_in else None
    )
    return extract(row, received=received)


hand_over_in_treasury.cases(
    silent("凭证号和数额一致", _gift(), _paid()),
    flagged("入库记录中没有这个凭证号", _gift(), _paid("缴2025-09"), at=("receipt_number",)),
    flagged(
        "入库的少一分", _gift(), _paid(amount="1999.99"), at=("value", ""), says="同一凭证上交的礼金登记为2000.00元"
    ),
    flagged("入库的多一分", _gift(), _paid(amount="2000.01")),
    silent("入库没有写数额", _gift(), _paid(amount=None)),
    silent("登记没有写数额", _gift(value=None), _paid()),
    silent("没有财政入库数据", _gift()),
    silent("上交在入库数据的最后一天以后", _gift(), _paid("缴2024-01", paid_in="2025-08-19", received="2025-08-19")),
    flagged("上交在入库数据的最后一天", _gift(), _paid("缴2024-01", paid_in="2025-08-20", received="")),
    flagged("电子红包", _gift(kind=GiftKind.PAYMENT_CODE), _paid("缴2025-09")),
    silent("实物礼品不在此列", _gift(kind=GiftKind.GOODS), _paid("缴2025-09")),
    silent("购物卡不在此列", _gift(kind=GiftKind.CARD), _paid("缴2025-09")),
    silent("没有上交的另行核对", _gift(outcome=GiftOutcome.KEPT), _paid("缴2025-09")),
    silent("没有写上交时间", _gift(handed_over=None), _paid("缴2025-09")),
    silent("公务赠送的不在此列", _gift(direction=GiftDirection.GIVEN), _paid("缴2025-09")),
    flagged("涉外礼金", _gift(table=ForeignGift), _paid("缴2025-09")),
    silent("没有写凭证号，有数额一致的入库", _gift(""), _paid("缴2025-09")),
    silent("没有写凭证号，入库没有写日期", _gift(""), _paid("缴2025-09", paid_in=None)),
    flagged("没有写凭证号，数额不一致", _gift(""), _paid("缴2025-09", amount="100.00"), at=("outcome",)),
    flagged("没有写凭证号，入库在收受以前", _gift(""), _paid("缴2025-09", paid_in="2025-07-31")),
    silent("没有写凭证号，收受当天入库", _gift(""), _paid("缴2025-09", paid_in="2025-08-01")),
    flagged(
        "没有写凭证号和收受时间，入库在上交以前", _gift("", happened=None), _paid("缴2025-09", paid_in="2025-08-19")
    ),
    silent("没有写凭证号和收受时间，上交当天入库", _gift("", happened=None), _paid("缴2025-09", paid_in="2025-08-20")),
    silent("两笔一张凭证，合计一致", _gift(value="500"), _gift(value="1500"), _paid()),
    flagged("两笔一张凭证，合计不一致，只一条", _gift(value="500"), _gift(value="1000"), _paid(), at=("value", "", "")),
    flagged("两笔一张凭证，没有入库，各一条", _gift(value="500"), _gift(value="1500"), _paid("缴2025-09"), times=2),
)
