"""一年内留存的礼品累计超过标准的，超出部分应当上交。"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.law import N158, Text
from declare.law.thresholds import GIFT_YEARLY
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.gifts import RETAINED, of_kin_or_friend, received_at_home, worth
from declare.rules.happening import day_of
from declare.rules.subject import Subject

LEAST = 2
"""From how many gifts on they are added up; a single one is measured by its own value."""


@rule(
    "E04",
    Text("年度累计超过标准", "Gifts of a year above the standard"),
    severity=3,
    basis=N158.whole(verified=False),
    audience=REVIEWER,
    says=Text(
        "{in_year}年留存或者待处理的礼品共{gifts}件，合计{total}元，超过全年{limit}元的标准，请核对并说明。",
        "{gifts} gifts kept or pending in {in_year} are worth {total} yuan together, above {limit} yuan a year. "
        "Please check and explain.",
    ),
    thresholds=(GIFT_YEARLY,),
    reads=(Gift,),
    scope=PERSON,
)
def yearly_total_of_gifts(subject: Subject) -> Iterator[Found]:
    """Years in which two or more goods kept or pending exceed what one person may keep."""
    for year, gifts in _by_year(subject).items():
        total = sum(map(worth, gifts), Decimal())
        first, *more = gifts
        last = day_of(gifts[-1], subject)
        limit = value_on(GIFT_YEARLY, last)
        if len(gifts) < LEAST or total <= limit:
            continue
        yield finding(
            first,
            "value",
            also=tuple((gift, "value") for gift in more),
            on=last,
            thresholds=(GIFT_YEARLY,),
            in_year=year,
            gifts=len(gifts),
            total=total,
            limit=limit,
        )


def _by_year(subject: Subject) -> dict[int, list[Gift]]:
    """Goods kept or pending, by the calendar year they were received in; those of relatives and friends apart."""
    found: dict[int, list[Gift]] = defaultdict(list)
    for gift in received_at_home(subject):
        retained = gift.kind is GiftKind.GOODS and gift.outcome in RETAINED and not of_kin_or_friend(gift)
        if retained and gift.happened and gift.value is not None:
            found[gift.happened.year].append(gift)
    return found


def _gift(
    value: str | None,
    happened: str = "2025-03-01",
    *,
    outcome: GiftOutcome = GiftOutcome.KEPT,
    kind: GiftKind = GiftKind.GOODS,
    relation: GiverRelation = GiverRelation.PARTNER,
    direction: GiftDirection | None = None,
) -> Gift:
    return Gift(
        happened=day(happened) if happened else None,
        value=num(value) if value else None,
        outcome=outcome,
        kind=kind,
        relation=relation,
        direction=direction,
    )


_WHEN = "2025-12-31"
_ABROAD = ForeignGift(
    happened=day("2025-03-02"), value=num("400.00"), outcome=GiftOutcome.KEPT, kind=GiftKind.GOODS, country="JP"
)


def _told(*gifts: Gift) -> tuple[Kept, ...]:
    return tuple(told(gift, filed_on=_WHEN) for gift in gifts)


_THREE = _told(_gift("190.00"), _gift("190.00", "2025-06-01"), _gift("220.01", "2025-12-31"))

yearly_total_of_gifts.cases(
    flagged("三件合计多一分", *_THREE, at=("value", "value", "value")),
    silent(
        "三件合计正好六百元", *_told(*(_gift("200.00", day_) for day_ in ("2025-01-01", "2025-06-01", "2025-12-31")))
    ),
    flagged("两件合计超过", *_told(_gift("300.00"), _gift("300.01")), at=("value", "value")),
    silent("只有一件", *_told(_gift("900.00"))),
    silent("另一件没有填价值", *_told(_gift("900.00"), _gift(None))),
    silent("另一件没有填时间", *_told(_gift("500.00"), _gift("500.00", ""))),
    silent("分在两年", *_told(_gift("400.00", "2025-12-31"), _gift("400.00", "2026-01-01"))),
    flagged(
        "两年各超过一次，各一条",
        *_told(*(_gift("400.00", day_) for day_ in ("2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31"))),
        times=2,
    ),
    flagged("待处理的也计入", *_told(_gift("400.00"), _gift("400.00", outcome=GiftOutcome.PENDING))),
    *(
        silent(f"{outcome.label.zh}的不计入", *_told(_gift("400.00"), _gift("400.00", outcome=outcome)))
        for outcome in (GiftOutcome.HANDED_OVER, GiftOutcome.RETURNED, GiftOutcome.REFUSED)
    ),
    silent("亲属所送不计入", *_told(_gift("400.00"), _gift("400.00", relation=GiverRelation.RELATIVE))),
    silent("朋友所送不计入", *_told(_gift("400.00"), _gift("400.00", relation=GiverRelation.FRIEND))),
    flagged("同事所送计入", *_told(_gift("400.00"), _gift("400.00", relation=GiverRelation.COLLEAGUE))),
    silent("礼金另行核对", *_told(_gift("400.00"), _gift("400.00", kind=GiftKind.CASH))),
    silent("赠送出去的不计入", *_told(_gift("400.00"), _gift("400.00", direction=GiftDirection.GIVEN))),
    silent("涉外礼品不计入", *_told(_gift("400.00"), _ABROAD)),
)
