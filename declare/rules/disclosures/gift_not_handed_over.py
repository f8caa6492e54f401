"""达到上交标准的礼品，应在一个月内上交，不得自行留存。"""

from collections.abc import Iterator
from typing import Any

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.law import G93, G95, N158, Dated, Text
from declare.law.places import GIFTS, gift_hand_over_at
from declare.law.thresholds import FOREIGN_GIFT_DECLARE, FOREIGN_GIFT_TERM, GIFT_HAND_OVER, GIFT_TERM
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.gifts import VALUABLES, not_settled, of_kin, received, term
from declare.rules.happening import day_of
from declare.rules.subject import Subject


@rule(
    "E02",
    Text("应上交未上交", "Gift not handed over"),
    severity=4,
    basis=(G95.article(2), G95.article(3), N158.whole(verified=False), G93.article(7)),
    audience=DECLARANT,
    says=Text(
        "礼品价值{value}元，达到{limit}元的上交标准而没有上交，请核对并说明。",
        "The gift is worth {value} yuan, from {limit} yuan on it is handed over, and it was not. Please check and explain.",
    ),
    thresholds=(GIFT_HAND_OVER, *GIFTS.values(), FOREIGN_GIFT_DECLARE, GIFT_TERM, FOREIGN_GIFT_TERM),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def gift_not_handed_over(subject: Subject) -> Iterator[Found]:
    """Goods of that value kept, or pending past the month; foreign gifts that were kept are a rule of their own."""
    for gift in received(subject):
        if gift.value is None or gift.kind in VALUABLES or of_kin(gift) or not _asked(gift, subject):
            continue
        happened = day_of(gift, subject)
        threshold = _threshold(gift, subject)
        limit = value_on(threshold, happened)
        if gift.value >= limit:
            yield finding(
                gift,
                "value",
                "outcome",
                on=happened,
                thresholds=(threshold, *_terms(gift)),
                value=gift.value,
                limit=limit,
            )


def _asked(gift: Gift, subject: Subject) -> bool:
    """Whether the gift was kept or is pending past its month; of foreign gifts only the pending ones are asked about."""
    kept_abroad = isinstance(gift, ForeignGift) and gift.outcome is GiftOutcome.KEPT
    return not kept_abroad and not_settled(gift, subject.today)


def _terms(gift: Gift) -> tuple[Dated[Any], ...]:
    """The term of a gift that is still pending."""
    return (term(gift),) if gift.outcome is GiftOutcome.PENDING else ()


def _threshold(gift: Gift, subject: Subject) -> Dated[Any]:
    """From which value on the gift is handed over."""
    return FOREIGN_GIFT_DECLARE if isinstance(gift, ForeignGift) else gift_hand_over_at(subject.place)


def _gift(
    value: str | None = "480.00",
    outcome: GiftOutcome = GiftOutcome.KEPT,
    *,
    kind: GiftKind | None = GiftKind.GOODS,
    relation: GiverRelation = GiverRelation.PARTNER,
    direction: GiftDirection | None = None,
    back: str = "",
) -> Gift:
    return Gift(
        happened=day("2025-08-01"),
        returned_to_unit=day(back) if back else None,
        value=num(value) if value else None,
        outcome=outcome,
        kind=kind,
        relation=relation,
        direction=direction,
    )


def _foreign(value: str, outcome: GiftOutcome) -> ForeignGift:
    return ForeignGift(
        happened=day("2025-08-01"),
        value=num(value),
        outcome=outcome,
        kind=GiftKind.GOODS,
        country="JP",
        activity="会见",
    )


_WHEN = "2025-08-20"
_PENDING = told(_gift(outcome=GiftOutcome.PENDING), filed_on=_WHEN)
_PENDING_AWAY = told(_gift(outcome=GiftOutcome.PENDING, back="2025-08-10"), filed_on=_WHEN)

gift_not_handed_over.cases(
    flagged("正好二百元，留存", told(_gift("200.00"), filed_on=_WHEN), at=("value", "outcome")),
    silent("少一分，留存", told(_gift("199.99"), filed_on=_WHEN)),
    silent("已上交", told(_gift(outcome=GiftOutcome.HANDED_OVER), filed_on=_WHEN)),
    silent("已退还", told(_gift(outcome=GiftOutcome.RETURNED), filed_on=_WHEN)),
    silent("当场拒收", told(_gift(outcome=GiftOutcome.REFUSED), filed_on=_WHEN)),
    silent("待处理，期限最后一日", _PENDING, today="2025-09-01"),
    flagged("待处理，期限次日", _PENDING, today="2025-09-02"),
    silent("在外地收受的待处理，期限最后一日", _PENDING_AWAY, today="2025-09-10"),
    flagged("在外地收受的待处理，期限次日", _PENDING_AWAY, today="2025-09-11"),
    silent("没有填价值", told(_gift(None), filed_on=_WHEN)),
    silent("亲属所送", told(_gift(relation=GiverRelation.RELATIVE), filed_on=_WHEN)),
    flagged("朋友所送", told(_gift(relation=GiverRelation.FRIEND), filed_on=_WHEN)),
    flagged("类别填其他", told(_gift(kind=GiftKind.OTHER), filed_on=_WHEN)),
    flagged("类别未填", told(_gift(kind=None), filed_on=_WHEN)),
    *(
        silent(f"{kind.label.zh}另行核对", told(_gift(kind=kind), filed_on=_WHEN))
        for kind in GiftKind
        if kind in VALUABLES
    ),
    silent("赠送外方的", told(_gift(direction=GiftDirection.GIVEN), filed_on=_WHEN)),
    flagged("湖南的标准，正好二百元", told(_gift("200.00"), filed_on=_WHEN), place="湖南"),
    silent("湖南的标准，少一分", told(_gift("199.99"), filed_on=_WHEN), place="湖南"),
    flagged("所在地没有礼品标准的按中央机关标准", told(_gift("200.00"), filed_on=_WHEN), place="泉州"),
    silent(
        "涉外礼品待处理，期限最后一日",
        told(_foreign("200.00", GiftOutcome.PENDING), filed_on=_WHEN),
        today="2025-09-01",
    ),
    flagged(
        "涉外礼品待处理，期限次日", told(_foreign("200.00", GiftOutcome.PENDING), filed_on=_WHEN), today="2025-09-02"
    ),
    silent(
        "涉外礼品不足二百元，待处理",
        told(_foreign("199.99", GiftOutcome.PENDING), filed_on=_WHEN),
        today="2025-09-02",
    ),
    silent("涉外礼品留存的另行核对", told(_foreign("480.00", GiftOutcome.KEPT), filed_on=_WHEN)),
    flagged("两件礼品，各一条", told(_gift(), filed_on=_WHEN), told(_gift("300.00"), filed_on=_WHEN), times=2),
)
