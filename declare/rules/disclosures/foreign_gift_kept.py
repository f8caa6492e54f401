"""对外公务活动中接受的礼品，价值二百元以上的应申报并上交，申报单写明赠礼国家和公务活动。"""

from collections.abc import Iterator

from declare.items.disclosures import ForeignGift
from declare.items.disclosures.choices import GiftDirection, GiftOutcome
from declare.law import G93, Text
from declare.law.thresholds import FOREIGN_GIFT_DECLARE
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

NOT_SAID = Text(
    "涉外礼品价值{value}元，没有填写赠礼国家和公务活动，请补充并说明。",
    "The foreign gift is worth {value} yuan, and neither country nor official activity is given. "
    "Please complete and explain.",
)


@rule(
    "E03",
    Text("涉外礼品≥200元未上交", "Foreign gift of 200 yuan or more kept"),
    severity=3,
    basis=G93.article(7),
    audience=DECLARANT,
    says=Text(
        "涉外礼品价值{value}元，达到{limit}元的上交标准而填为留存，请核对并说明。",
        "The foreign gift is worth {value} yuan, from {limit} yuan on it is handed over, and it was kept. "
        "Please check and explain.",
    ),
    thresholds=(FOREIGN_GIFT_DECLARE,),
    reads=(ForeignGift,),
    scope=PERSON,
)
def foreign_gift_kept(subject: Subject) -> Iterator[Found]:
    """Gifts of that value that were kept, or of which neither the country nor the occasion is said."""
    for gift in subject.each(ForeignGift):
        happened = day_of(gift, subject)
        limit = value_on(FOREIGN_GIFT_DECLARE, happened)
        if gift.direction is GiftDirection.GIVEN or gift.value is None or gift.value < limit:
            continue
        kept = gift.outcome is GiftOutcome.KEPT
        if not kept and (gift.activity or gift.country):
            continue
        yield finding(
            gift,
            *(("value", "outcome") if kept else ("activity", "country")),
            says=None if kept else NOT_SAID,
            on=happened,
            thresholds=(FOREIGN_GIFT_DECLARE,),
            value=gift.value,
            limit=limit,
        )


def _gift(
    value: str | None = "480.00",
    outcome: GiftOutcome = GiftOutcome.KEPT,
    *,
    country: str = "JP",
    activity: str = "会见",
    direction: GiftDirection | None = None,
) -> ForeignGift:
    return ForeignGift(
        happened=day("2025-08-01"),
        value=num(value) if value else None,
        outcome=outcome,
        country=country,
        activity=activity,
        direction=direction,
    )


_WHEN = "2025-08-20"

foreign_gift_kept.cases(
    flagged("正好二百元，留存", told(_gift("200.00"), filed_on=_WHEN), at=("value", "outcome")),
    silent("少一分，留存", told(_gift("199.99"), filed_on=_WHEN)),
    silent("没有填价值", told(_gift(None), filed_on=_WHEN)),
    silent("已上交，写明国家和活动", told(_gift(outcome=GiftOutcome.HANDED_OVER), filed_on=_WHEN)),
    flagged(
        "已上交，国家和活动都没有写",
        told(_gift("200.00", GiftOutcome.HANDED_OVER, country="", activity=""), filed_on=_WHEN),
        at=("activity", "country"),
    ),
    silent("不足二百元，国家和活动都没有写", told(_gift("199.99", country="", activity=""), filed_on=_WHEN)),
    silent("已上交，只写了国家", told(_gift(outcome=GiftOutcome.HANDED_OVER, activity=""), filed_on=_WHEN)),
    silent("已上交，只写了活动", told(_gift(outcome=GiftOutcome.HANDED_OVER, country=""), filed_on=_WHEN)),
    flagged("留存，国家和活动也没有写，仍是一条", told(_gift(country="", activity=""), filed_on=_WHEN)),
    silent("赠送外方的", told(_gift(direction=GiftDirection.GIVEN), filed_on=_WHEN)),
    flagged("明确填写为收受", told(_gift(direction=GiftDirection.RECEIVED), filed_on=_WHEN)),
)
