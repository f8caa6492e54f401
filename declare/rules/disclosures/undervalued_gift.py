"""登记礼品应如实填写价值，不得把高值礼品按低值登记。"""

from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftOutcome
from declare.items.folding import folded
from declare.items.registries import ReferencePrice
from declare.law import G95, Dated, Text
from declare.law.thresholds import GIFT_HAND_OVER
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, extract, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.gifts import received
from declare.rules.happening import day_of
from declare.rules.subject import Subject

SHARE = Dated(
    "E08.share",
    {"2017-02-08": 70},
    basis=None,
    checked="2026-11-01",
    title=Text("登记价值低于参考价格的", "Registered value below this share of the reference price"),
    unit=Text("%", "%"),
)


@rule(
    "E08",
    Text("高值礼品按低值登记", "Gift registered below its value"),
    severity=3,
    basis=G95.article(4),
    audience=REVIEWER,
    says=Text(
        "礼品登记价值为{value}元，按参考价格为{reference}元，低于参考价格的{share}%，请核对并说明。",
        "The gift is registered at {value} yuan; by the reference price it is worth {reference} yuan, and the entry is "
        "below {share} % of that. Please check and explain.",
    ),
    thresholds=(SHARE, GIFT_HAND_OVER),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def undervalued_gift(subject: Subject) -> Iterator[Found]:
    """Gifts that by the price list reach the value to be handed over and are entered far below it."""
    if not subject.around.prices:
        return
    for gift in received(subject):
        happened = day_of(gift, subject)
        price = _price(subject, gift, happened)
        if gift.outcome is GiftOutcome.REFUSED or gift.value is None or price is None or price.value is None:
            continue
        reference = price.value * (gift.quantity or 1)
        share = value_on(SHARE, happened)
        if reference >= value_on(GIFT_HAND_OVER, happened) and gift.value * 100 < reference * share:
            yield finding(
                gift,
                "value",
                also=((price, "value"),),
                on=happened,
                thresholds=(SHARE, GIFT_HAND_OVER),
                value=gift.value,
                reference=reference,
                share=share,
            )


def _price(subject: Subject, gift: Gift, happened: date) -> ReferencePrice | None:
    """The reference price of the same thing whose day is nearest to that of the gift."""
    what = folded(gift.what)
    if not what:
        return None
    listed = (price for price in subject.around.prices if folded(price.what) == what)
    return min(listed, key=lambda price: abs((price.as_of or date.min) - happened), default=None)


def _gift(
    value: str,
    *,
    what: str = "飞天茅台酒",
    quantity: int | None = 2,
    outcome: GiftOutcome = GiftOutcome.HANDED_OVER,
    direction: GiftDirection | None = None,
) -> Kept:
    gift = Gift(
        happened=day("2025-08-01"),
        what=what,
        quantity=quantity,
        value=num(value) if value else None,
        outcome=outcome,
        direction=direction,
    )
    return told(gift, filed_on="2025-08-20")


def _listed(value: str, as_of: str = "2025-07-01", what: str = "飞天茅台酒") -> Kept:
    price = ReferencePrice(what=what, value=num(value) if value else None, as_of=day(as_of) if as_of else None)
    return extract(price, received="2025-09-01")


undervalued_gift.cases(
    silent("正好七成", _gift("2100.00"), _listed("1500.00")),
    flagged("不到七成", _gift("2099.99"), _listed("1500.00"), at=("value", "value")),
    silent("高于参考价格", _gift("3600.00"), _listed("1500.00")),
    flagged("没有填数量的按一件", _gift("1049.99", quantity=None), _listed("1500.00")),
    silent("一件，正好七成", _gift("1050.00", quantity=None), _listed("1500.00")),
    flagged("数量填零的按一件", _gift("1049.99", quantity=0), _listed("1500.00")),
    flagged("品名写法不同", _gift("100.00", what="飞天 茅台酒"), _listed("1500.00")),
    silent("没有这种礼品的参考价格", _gift("100.00", what="茶叶"), _listed("1500.00")),
    silent("品名未填", _gift("100.00", what=""), _listed("1500.00", what="")),
    silent("没有参考价格", _gift("100.00")),
    silent("参考价格没有金额", _gift("100.00"), _listed("")),
    silent("没有填价值", _gift(""), _listed("1500.00")),
    silent("按参考价格也不足二百元", _gift("10.00"), _listed("99.99")),
    flagged("按参考价格正好二百元", _gift("10.00"), _listed("100.00")),
    silent("有几个参考价格的取日期最近的", _gift("1000.00"), _listed("500.00"), _listed("5000.00", "2020-01-01")),
    flagged(
        "日期最近的在收受以后", _gift("1000.00"), _listed("5000.00", "2025-08-05"), _listed("500.00", "2025-07-01")
    ),
    silent("有日期的先于没有日期的", _gift("1000.00"), _listed("5000.00", ""), _listed("500.00")),
    flagged("参考价格没有日期", _gift("1000.00"), _listed("5000.00", "")),
    silent("当场拒收的", _gift("10.00", outcome=GiftOutcome.REFUSED), _listed("1500.00")),
    silent("赠送出去的", _gift("10.00", direction=GiftDirection.GIVEN), _listed("1500.00")),
)
