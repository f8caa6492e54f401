"""收受礼品的，应在一个月内登记；在外地或者国（境）外收受的，从回到单位之日起算。"""

from collections.abc import Iterator

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftOutcome
from declare.law import G93, G95, Text
from declare.law.thresholds import FOREIGN_GIFT_TERM, GIFT_TERM
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.gifts import last_day, received, term
from declare.rules.happening import day_of
from declare.rules.subject import Subject

DOMESTIC, FOREIGN = G95.article(3), G93.article(7)


@rule(
    "E01",
    Text("礼品登记逾期", "Gift registered late"),
    severity=3,
    basis=(DOMESTIC, FOREIGN),
    audience=DECLARANT,
    says=Text(
        "礼品应在{due}以前登记，实际登记时间为{filed}，请核对并说明原因。",
        "The gift was to be registered by {due} and was registered on {filed}. Please check and explain why.",
    ),
    thresholds=(GIFT_TERM, FOREIGN_GIFT_TERM),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def late_gift(subject: Subject) -> Iterator[Found]:
    """Gifts registered after their month; one refused on the spot has no term."""
    for gift in received(subject):
        filed, last = subject.filed_on(gift), last_day(gift)
        if gift.outcome is GiftOutcome.REFUSED or filed is None or last is None or filed <= last:
            continue
        field = "returned_to_unit" if gift.returned_to_unit else "happened"
        thresholds, basis = (term(gift),), FOREIGN if isinstance(gift, ForeignGift) else DOMESTIC
        yield finding(gift, field, on=day_of(gift, subject), thresholds=thresholds, basis=basis, due=last, filed=filed)


def _gift(
    happened: str = "2025-08-01",
    *,
    back: str = "",
    outcome: GiftOutcome = GiftOutcome.HANDED_OVER,
    direction: GiftDirection | None = None,
) -> Gift:
    return Gift(
        happened=day(happened) if happened else None,
        returned_to_unit=day(back) if back else None,
        outcome=outcome,
        direction=direction,
    )


_ABROAD = ForeignGift(happened=day("2025-08-01"), returned_to_unit=day("2025-08-10"), country="JP")

late_gift.cases(
    silent("期限最后一日登记", told(_gift(), filed_on="2025-09-01")),
    flagged("期限次日登记", told(_gift(), filed_on="2025-09-02"), at=("happened",)),
    silent("月末收受，次月末日登记", told(_gift("2025-01-31"), filed_on="2025-02-28")),
    flagged("月末收受，次月末日以后登记", told(_gift("2025-01-31"), filed_on="2025-03-01")),
    silent("在外地收受，从回单位之日起算", told(_gift(back="2025-08-10"), filed_on="2025-09-10")),
    flagged("回单位一个月以后登记", told(_gift(back="2025-08-10"), filed_on="2025-09-11"), at=("returned_to_unit",)),
    flagged("只填了回单位时间", told(_gift("", back="2025-08-10"), filed_on="2025-09-11")),
    silent("没有填时间", told(_gift(""), filed_on="2025-12-01")),
    silent("当场拒收的没有期限", told(_gift(outcome=GiftOutcome.REFUSED), filed_on="2025-12-01")),
    flagged("已退还的仍要按期登记", told(_gift(outcome=GiftOutcome.RETURNED), filed_on="2025-12-01")),
    silent("赠送给外方的", told(_gift(direction=GiftDirection.GIVEN), filed_on="2025-12-01")),
    flagged("明确填写为收受", told(_gift(direction=GiftDirection.RECEIVED), filed_on="2025-12-01")),
    silent("涉外礼品回国一个月内申报", told(_ABROAD, filed_on="2025-09-10")),
    flagged("涉外礼品回国一个月以后申报", told(_ABROAD, filed_on="2025-09-11")),
    flagged(
        "两件礼品都逾期，各一条",
        told(_gift(), filed_on="2025-09-02"),
        told(_gift("2025-08-02"), filed_on="2025-09-03"),
        times=2,
    ),
)
