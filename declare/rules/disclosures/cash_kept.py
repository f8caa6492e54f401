"""礼金、消费卡、有价证券、股权、贵金属和支付凭证，不论价值多少都应上交，不得留存。"""

from collections.abc import Iterator

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.law import D15, D18, D23, G93, G95, Text
from declare.law.thresholds import FOREIGN_GIFT_TERM, GIFT_CASH_HAND_OVER, GIFT_TERM
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.gifts import VALUABLES, not_settled, of_kin, received, term
from declare.rules.happening import day_of
from declare.rules.subject import Subject


@rule(
    "E06",
    Text("收受礼金、购物卡等未上交", "Cash, cards or other valuables kept"),
    severity=4,
    basis=(D23.article(97), D18.article(88), D15.article(83), G95.article(2), G93.article(7)),
    audience=REVIEWER,
    says=Text(
        "收受的礼金、卡券、有价证券或者贵金属等没有上交，请核对并说明。",
        "Cash, cards, securities, precious metal or the like were received and not handed over. "
        "Please check and explain.",
    ),
    thresholds=(GIFT_CASH_HAND_OVER, GIFT_TERM, FOREIGN_GIFT_TERM),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def cash_kept(subject: Subject) -> Iterator[Found]:
    """Valuables kept, or pending past their month; what relatives gave apart."""
    for gift in received(subject):
        if gift.kind in VALUABLES and not of_kin(gift) and not_settled(gift, subject.today):
            yield finding(
                gift,
                "kind",
                "outcome",
                on=day_of(gift, subject),
                thresholds=(GIFT_CASH_HAND_OVER, *((term(gift),) if gift.outcome is GiftOutcome.PENDING else ())),
                value=gift.value,
            )


def _gift(
    kind: GiftKind | None = GiftKind.CASH,
    outcome: GiftOutcome | None = GiftOutcome.KEPT,
    *,
    value: str = "500.00",
    relation: GiverRelation = GiverRelation.FRIEND,
    direction: GiftDirection | None = None,
    happened: str = "2025-08-01",
) -> Gift:
    return Gift(
        happened=day(happened) if happened else None,
        kind=kind,
        outcome=outcome,
        value=num(value) if value else None,
        relation=relation,
        direction=direction,
    )


_WHEN = "2025-08-20"
_PENDING = told(_gift(outcome=GiftOutcome.PENDING), filed_on=_WHEN)
_FOREIGN = ForeignGift(happened=day("2025-08-01"), kind=GiftKind.CASH, outcome=GiftOutcome.PENDING, country="JP")

cash_kept.cases(
    *(flagged(f"{kind.label.zh}留存", told(_gift(kind), filed_on=_WHEN)) for kind in GiftKind if kind in VALUABLES),
    silent("礼品另行核对", told(_gift(GiftKind.GOODS), filed_on=_WHEN)),
    silent("其他物品另行核对", told(_gift(GiftKind.OTHER), filed_on=_WHEN)),
    silent("类别未填", told(_gift(None), filed_on=_WHEN)),
    flagged("一分钱也要上交", told(_gift(value="0.01"), filed_on=_WHEN), at=("kind", "outcome")),
    flagged("没有填金额", told(_gift(value=""), filed_on=_WHEN)),
    silent("待处理，期限最后一日", _PENDING, today="2025-09-01"),
    flagged("待处理，期限次日", _PENDING, today="2025-09-02"),
    silent("待处理，没有填时间", told(_gift(outcome=GiftOutcome.PENDING, happened=""), filed_on=_WHEN)),
    flagged("留存，没有填时间", told(_gift(happened=""), filed_on=_WHEN)),
    *(
        silent(f"{outcome.label.zh}", told(_gift(outcome=outcome), filed_on=_WHEN), today="2026-01-01")
        for outcome in (GiftOutcome.HANDED_OVER, GiftOutcome.RETURNED, GiftOutcome.REFUSED)
    ),
    silent("处理方式未填", told(_gift(outcome=None), filed_on=_WHEN), today="2026-01-01"),
    silent("亲属所送", told(_gift(relation=GiverRelation.RELATIVE), filed_on=_WHEN)),
    silent("赠送出去的", told(_gift(direction=GiftDirection.GIVEN), filed_on=_WHEN)),
    flagged("涉外礼金待处理，期限次日", told(_FOREIGN, filed_on=_WHEN), today="2025-09-02"),
    silent("涉外礼金待处理，期限最后一日", told(_FOREIGN, filed_on=_WHEN), today="2025-09-01"),
    flagged("处分条例修订以前收受的", told(_gift(happened="2019-05-01"), filed_on="2019-05-20")),
)
