"""公务接待清单应写明接待对象的单位、姓名、职务和公务活动项目、时间、场所、费用；修订后的条例还要求写明陪同和工作人员。"""

import re
from collections.abc import Iterator

import msgspec

from declare.items.disclosures import Reception
from declare.law import GJ13, JY25, Text
from declare.law.thresholds import SUPPORT_LISTED
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import DECLARANT, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

_PERSONS = re.compile(r"[\r\n;；]+")
_PARTS = re.compile(r"[\s,，、/()（）]+")
PARTS = 3
"""Name, unit and post."""


@rule(
    "E13",
    Text("接待清单缺项", "Incomplete reception list"),
    severity=2,
    basis=(GJ13.article(7), JY25.whole()),
    audience=DECLARANT,
    says=Text(
        "公务接待清单有{missing}项没有填写或者没有填全，请补充。",
        "Missing or incomplete entries of the reception list: {missing}. Please complete the list.",
    ),
    thresholds=(SUPPORT_LISTED,),
    reads=(Reception,),
    scope=PERSON,
)
def incomplete_reception_list(subject: Subject) -> Iterator[Found]:
    """Lists on which something is missing that has to be said; 0 is an answer."""
    for meal in subject.each(Reception):
        happened = day_of(meal, subject)
        missing = tuple(_missing(meal, people_too=value_on(SUPPORT_LISTED, happened)))
        if missing:
            yield finding(meal, *missing, on=happened, thresholds=(SUPPORT_LISTED,), missing=len(missing))


def _missing(meal: Reception, *, people_too: bool) -> Iterator[str]:
    """The fields that are not given, or not in full."""
    for field in ("happened", "guest_unit", "activity", "venue", "cost"):
        if getattr(meal, field) in (None, ""):
            yield field
    if not _named_in_full(meal.guests):
        yield "guests"
    if people_too and meal.escort_count is None and not meal.escorts:
        yield "escort_count"
    if people_too and meal.support_count is None:
        yield "support_count"


def _named_in_full(guests: str) -> bool:
    """Whether there are guests, and each has a name, a unit and a post."""
    persons = [person for person in _PERSONS.split(guests) if person.strip()]
    return bool(persons) and all(len([part for part in _PARTS.split(one) if part]) >= PARTS for one in persons)


_COMPLETE = Reception(
    happened=day("2025-05-18"),
    guest_unit="省消防救援总队",
    guests="张某，省消防救援总队，处长\n李某 省消防救援总队 科长",
    activity="专项检查",
    venue="支队食堂",
    cost=num("300.00"),
    escort_count=2,
    support_count=0,
)


def _meal(**other: object) -> Kept:
    return told(msgspec.structs.replace(_COMPLETE, **other), filed_on="2025-05-20")


incomplete_reception_list.cases(
    silent("各项都已填写", _meal()),
    silent("费用为零、没有人陪餐也是填写", _meal(cost=num("0.00"), escort_count=0)),
    *(
        flagged(f"没有填写{name}", _meal(**{field: ""}))
        for field, name in (
            ("guest_unit", "来访单位"),
            ("guests", "接待对象"),
            ("activity", "公务活动项目"),
            ("venue", "场所"),
        )
    ),
    flagged("没有填写费用", _meal(cost=None), at=("cost",)),
    flagged("没有填写时间", _meal(happened=None), at=("happened",)),
    flagged("缺几项，仍是一条", _meal(guest_unit="", cost=None), at=("guest_unit", "cost")),
    flagged("一名接待对象没有职务", _meal(guests="张某，省消防救援总队，处长\n李某，省消防救援总队"), at=("guests",)),
    flagged("接待对象之间用分号，一名缺单位和职务", _meal(guests="张某，省消防救援总队，处长；李某")),
    flagged("接待对象只有空行", _meal(guests=" \n ")),
    silent("接待对象之间有空行", _meal(guests="张某，省消防救援总队，处长\n\n李某、省消防救援总队、科长\n")),
    flagged("只有标点没有内容", _meal(guests="张某，，处长，")),
    flagged("没有填写陪餐人数", _meal(escort_count=None), at=("escort_count",)),
    silent("没有填写陪餐人数，写明了陪同人员", _meal(escort_count=None, escorts="王某，支队，副支队长")),
    flagged("没有填写工作人员人数", _meal(support_count=None), at=("support_count",)),
    silent(
        "条例修订施行前一日不要求陪同和工作人员",
        _meal(happened=day("2025-05-17"), escort_count=None, support_count=None),
    ),
)
