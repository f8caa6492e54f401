"""接待单位可以按一份公函安排工作餐一次。"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import Reception
from declare.law import GJ13, Text
from declare.law.thresholds import WORK_MEALS
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.letters import Letter, letter_of
from declare.rules.subject import Subject


@rule(
    "E14",
    Text("同一公函多次用餐", "Several meals on one official letter"),
    severity=3,
    basis=GJ13.article(10),
    audience=REVIEWER,
    says=Text(
        "同一公函、同一来访单位共安排工作餐{meals}次，超过{allowed}次，请核对并说明。",
        "Work meals given to one unit on one official letter: {meals}; allowed: {allowed}. Please check and explain.",
    ),
    thresholds=(WORK_MEALS,),
    reads=(Reception,),
    scope=PERSON,
)
def meals_of_one_letter(subject: Subject) -> Iterator[Found]:
    """Letters on which this declarant, alone or together with others, told of more work meals than allowed."""
    for letter, receptions in _by_letter(subject).items():
        shared = [_by_letter(other).get(letter, []) for other in subject.others]
        first, *more = (*receptions, *(reception for theirs in shared for reception in theirs))
        last = max((one.happened for one in (first, *more) if one.happened), default=subject.today)
        meals, allowed = _meals(receptions, *shared), value_on(WORK_MEALS, last)
        if meals > allowed:
            yield finding(
                first,
                "work_meals",
                also=tuple((reception, "work_meals") for reception in more),
                on=day_of(first, subject),
                thresholds=(WORK_MEALS,),
                meals=meals,
                allowed=allowed,
            )


def _by_letter(subject: Subject) -> dict[Letter, list[Reception]]:
    """A declarant's receptions with work meals, by letter and guest unit."""
    found: dict[Letter, list[Reception]] = defaultdict(list)
    for reception in subject.each(Reception):
        letter = letter_of(reception)
        if letter and reception.work_meals:
            found[letter].append(reception)
    return found


def _meals(*told_by_each: list[Reception]) -> int:
    """How many meals there were: what several declarants tell of one day is the same meals."""
    most: dict[date | None, int] = {}
    for receptions in told_by_each:
        day_by_day: dict[date | None, int] = defaultdict(int)
        for reception in receptions:
            day_by_day[reception.happened] += reception.work_meals or 0
        for happened, meals in day_by_day.items():
            most[happened] = max(meals, most.get(happened, 0))
    return sum(most.values())


def _meal(
    happened: str = "2025-08-01",
    meals: int | None = 1,
    *,
    number: str = "江消函〔2025〕12号",
    unit: str = "省消防救援总队",
    by: str = DECLARANT_ID,
    ref: str = "",
) -> Kept:
    meal = Reception(
        happened=day(happened) if happened else None, letter_number=number, guest_unit=unit, work_meals=meals
    )
    return told(meal, filed_on="2025-08-10", declarant=by, ref=ref)


meals_of_one_letter.cases(
    silent("一份公函一次工作餐", _meal()),
    flagged("一次接待填了两次工作餐", _meal(meals=2), at=("work_meals",)),
    flagged("两日各一次", _meal(), _meal("2025-08-02"), at=("work_meals", "work_meals")),
    flagged("当日两次", _meal(), _meal(ref="2")),
    flagged("文号和单位写法不同", _meal(), _meal("2025-08-02", number="江消函[2025]12号", unit="省 消防救援总队")),
    silent("两份公函", _meal(), _meal("2025-08-02", number="江消函〔2025〕13号")),
    silent("同一文号，两个来访单位", _meal(), _meal("2025-08-02", unit="省应急管理厅")),
    silent("另一次没有安排工作餐", _meal(), _meal("2025-08-02", 0)),
    silent("另一次没有填工作餐次数", _meal(), _meal("2025-08-02", None)),
    silent("公函文号都未填", _meal(number=""), _meal("2025-08-02", number="")),
    flagged("时间都未填，两次", _meal(""), _meal("", ref="2")),
    flagged(
        "三次仍是一条", _meal(), _meal("2025-08-02"), _meal("2025-08-03"), at=("work_meals", "work_meals", "work_meals")
    ),
    flagged("两份公函各两次，各一条", _meal(meals=2), _meal(meals=2, number="江消函〔2025〕13号"), times=2),
    silent("两人填报同一次", _meal(), _meal(by=OTHER_ID)),
    flagged("两人各填报一日", _meal(), _meal("2025-08-02", by=OTHER_ID)),
    flagged("同一日，另一人填报两次", _meal(), _meal(meals=2, by=OTHER_ID)),
    silent("另一人的公函本人没有填报", _meal(number="江消函〔2025〕13号"), _meal(meals=2, by=OTHER_ID)),
)
