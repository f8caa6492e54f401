"""操办婚丧喜庆事宜不得使用公车，车辆数不得超过本地规定的上限。"""

from collections.abc import Iterator

from declare.items.disclosures import Ceremony
from declare.law import D15, D18, D23, LOCAL, Text
from declare.law.places import limit_at, limits_named
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

TOO_MANY = Text(
    "使用车辆{cars}辆，超过本地上限{limit}辆，请核对并说明。",
    "Cars used: {cars}; the local limit is {limit}. Please check and explain.",
)


@rule(
    "E24",
    Text("使用公车", "Official cars used"),
    severity=3,
    basis=(LOCAL.whole(), D23.article(100, verified=False), D18.article(91), D15.article(85)),
    audience=REVIEWER,
    says=Text("使用公车{official}辆，请核对并说明。", "Official cars used: {official}. Please check and explain."),
    thresholds=limits_named("cars"),
    reads=(Ceremony,),
    scope=PERSON,
)
def official_cars(subject: Subject) -> Iterator[Found]:
    """Occasions with official cars, or with more cars than the place allows."""
    threshold = limit_at(subject.place, "cars")
    for event in subject.each(Ceremony):
        happened = day_of(event, subject)
        limit = value_on(threshold, happened) if threshold else None
        many = threshold if limit is not None and event.cars is not None and event.cars > limit else None
        fields = (("official_cars",) if event.official_cars else ()) + (("cars",) if many else ())
        if fields:
            yield finding(
                event,
                *fields,
                says=None if event.official_cars else TOO_MANY,
                on=happened,
                thresholds=(many,) if many else (),
                official=event.official_cars,
                cars=event.cars,
                limit=limit,
            )


def _event(cars: int | None, official: int | None, happened: str = "2025-06-21") -> Kept:
    event = Ceremony(happened=day(happened) if happened else None, cars=cars, official_cars=official)
    return told(event, filed_on="2025-06-25")


official_cars.cases(
    flagged("一辆公车", _event(3, 1), at=("official_cars",)),
    silent("没有公车", _event(3, 0)),
    silent("公车数未填", _event(3, None)),
    silent("没有选定所在地，车辆再多也没有上限", _event(30, 0)),
    silent("泉州，正好五辆", _event(5, 0), place="泉州"),
    flagged("泉州，六辆", _event(6, 0), place="泉州", at=("cars",)),
    flagged("蒙山，六辆", _event(6, None), place="广西蒙山"),
    flagged("六辆中有公车，仍是一条", _event(6, 2), place="泉州", at=("official_cars", "cars")),
    silent("所在地对车辆没有规定", _event(6, 0), place="湖南"),
    silent("车辆数未填", _event(None, None), place="泉州"),
    flagged("时间未填", _event(6, 0, ""), place="泉州"),
)
