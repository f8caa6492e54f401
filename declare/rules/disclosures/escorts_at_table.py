"""公务接待陪餐：接待对象在十人以内的，陪餐人数不得超过三人；超过十人的，不得超过接待对象人数的三分之一。"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from declare.items.disclosures import Reception
from declare.law import GJ13, Dated, Text
from declare.law.thresholds import ESCORTS_ABOVE_TEN, ESCORTS_UP_TO_TEN
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

FEW = 10
"""Up to how many guests the number of escorts is fixed."""


@rule(
    "E11",
    Text("陪餐人数超标", "Too many escorts at table"),
    severity=3,
    basis=GJ13.article(10),
    audience=DECLARANT,
    says=Text(
        "接待对象{guests}人，陪餐{escorts}人，超过可以陪餐的{allowed}人，请核对并说明。",
        "Guests: {guests}; escorts at table: {escorts}; escorts allowed: {allowed}. Please check and explain.",
    ),
    thresholds=(ESCORTS_UP_TO_TEN, ESCORTS_ABOVE_TEN),
    reads=(Reception,),
    scope=PERSON,
)
def escorts_at_table(subject: Subject) -> Iterator[Found]:
    """Receptions at which more hosts sat down than the number of guests allows."""
    for meal in subject.each(Reception):
        if meal.guest_count is None or meal.escort_count is None:
            continue
        happened = day_of(meal, subject)
        allowed, threshold = _allowed(meal.guest_count, happened)
        if meal.escort_count > allowed:
            yield finding(
                meal,
                "escort_count",
                on=happened,
                thresholds=(threshold,),
                guests=meal.guest_count,
                escorts=meal.escort_count,
                allowed=allowed,
            )


def _allowed(guests: int, happened: date) -> tuple[int, Dated[Any]]:
    """How many escorts so many guests allow, and the number of the law it follows from."""
    if guests <= FEW:
        return value_on(ESCORTS_UP_TO_TEN, happened), ESCORTS_UP_TO_TEN
    return int(guests * value_on(ESCORTS_ABOVE_TEN, happened)), ESCORTS_ABOVE_TEN


def _meal(guests: int | None, escorts: int | None, happened: str = "2025-08-01") -> Kept:
    meal = Reception(happened=day(happened) if happened else None, guest_count=guests, escort_count=escorts)
    return told(meal, filed_on="2025-08-01")


escorts_at_table.cases(
    silent("八人来访，三人陪餐", _meal(8, 3)),
    flagged("八人来访，四人陪餐", _meal(8, 4), at=("escort_count",)),
    silent("一人来访，三人陪餐", _meal(1, 3)),
    silent("十人来访，三人陪餐", _meal(10, 3)),
    flagged("十人来访，四人陪餐", _meal(10, 4)),
    silent("十一人来访，三人陪餐", _meal(11, 3)),
    flagged("十一人来访，四人陪餐", _meal(11, 4)),
    silent("十二人来访，四人陪餐", _meal(12, 4)),
    flagged("十二人来访，五人陪餐", _meal(12, 5)),
    silent("三十五人来访，十一人陪餐", _meal(35, 11)),
    flagged("三十五人来访，十二人陪餐", _meal(35, 12)),
    silent("没有人陪餐", _meal(8, 0)),
    silent("接待对象人数未填", _meal(None, 9)),
    silent("陪餐人数未填", _meal(8, None)),
    flagged("时间未填", _meal(8, 4, "")),
)
