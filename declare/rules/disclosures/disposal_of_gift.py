"""上交的礼品应登记造册、作出处置，处置情况每年告知上交人。"""

from collections.abc import Iterator
from datetime import timedelta

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import Disposal, GiftDirection, GiftOutcome
from declare.items.work import Custody
from declare.law import G93, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told, work
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.gifts import received
from declare.rules.happening import day_of
from declare.rules.subject import Subject

TERM = Dated(
    "E09.days",
    {"2017-02-08": 365},
    basis=None,
    checked="2026-11-01",
    title=Text("上交以后应有处置和反馈的期限", "Time to dispose of a gift and tell its recipient"),
    unit=Text("天", "days"),
)

NOT_TOLD = Text(
    "礼品于{handed_over}上交，处置情况没有告知上交人的记录，请核对。",
    "The gift was handed over on {handed_over}, and no record says that its recipient was told what became of it. "
    "Please check.",
)


@rule(
    "E09",
    Text("礼品处置无闭环", "Gift handed over without a known end"),
    severity=2,
    basis=G93.article(10),
    audience=REVIEWER,
    says=Text(
        "礼品于{handed_over}上交，超过{days}天没有处置记录，请核对。",
        "The gift was handed over on {handed_over}, and {days} days later no record says what became of it. Please check.",
    ),
    thresholds=(TERM,),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def disposal_of_gift(subject: Subject) -> Iterator[Found]:
    """Gifts handed over long ago that were not disposed of, or whose recipient was never told."""
    for gift in received(subject):
        handed_over = gift.handed_over_on
        if gift.outcome is not GiftOutcome.HANDED_OVER or handed_over is None:
            continue
        days = value_on(TERM, handed_over)
        if subject.today <= handed_over + timedelta(days=days):
            continue
        records = subject.around.custody_of(subject.ref(gift))
        disposed = any(record.disposal for record in records)
        if disposed and any(record.told for record in records):
            continue
        yield finding(
            gift,
            "handed_over_on",
            also=records,
            says=NOT_TOLD if disposed else None,
            on=day_of(gift, subject),
            thresholds=(TERM,),
            handed_over=handed_over,
            days=days,
        )


def _gift(
    outcome: GiftOutcome = GiftOutcome.HANDED_OVER,
    handed_over: str = "2024-08-20",
    direction: GiftDirection | None = None,
) -> Kept:
    gift = Gift(
        happened=day("2024-08-01"),
        outcome=outcome,
        handed_over_on=day(handed_over) if handed_over else None,
        direction=direction,
    )
    return told(gift, filed_on="2024-08-20", ref="G-1")


def _custody(disposal: Disposal | None = Disposal.TREASURY, told_on: str = "2024-12-01", *, gift: str = "G-1") -> Kept:
    return work(Custody(gift=gift, disposal=disposal, on=day("2024-11-01"), told=day(told_on) if told_on else None))


_ABROAD = ForeignGift(
    happened=day("2024-08-01"), outcome=GiftOutcome.HANDED_OVER, handed_over_on=day("2024-08-20"), country="JP"
)
_LAST, _AFTER = "2025-08-20", "2025-08-21"

disposal_of_gift.cases(
    silent("一年最后一日，还没有处置", _gift(), today=_LAST),
    flagged("一年以后还没有处置", _gift(), today=_AFTER, at=("handed_over_on",)),
    silent("已处置并告知", _gift(), _custody(), today=_AFTER),
    silent("保管并告知也是处置", _gift(), _custody(Disposal.STORED), today=_AFTER),
    flagged("有记录而没有写明处置", _gift(), _custody(None), today=_AFTER, at=("handed_over_on", "")),
    flagged("已处置而没有告知", _gift(), _custody(told_on=""), today=_AFTER),
    silent("先保管，后处置并告知", _gift(), _custody(Disposal.STORED, ""), _custody(), today=_AFTER),
    flagged("处置的是另一件", _gift(), _custody(gift="G-2"), today=_AFTER),
    *(
        silent(f"{outcome.label.zh}的", _gift(outcome), today=_AFTER)
        for outcome in GiftOutcome
        if outcome is not GiftOutcome.HANDED_OVER
    ),
    silent("没有填上交时间", _gift(handed_over=""), today=_AFTER),
    silent("赠送出去的", _gift(direction=GiftDirection.GIVEN), today=_AFTER),
    flagged("涉外礼品", told(_ABROAD, filed_on="2024-08-20"), today=_AFTER),
)
