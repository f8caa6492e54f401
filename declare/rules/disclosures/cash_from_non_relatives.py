"""操办婚丧喜庆事宜，不得违反本地规定收受亲属以外人员的礼金；没有选定所在地的不核对。"""

from collections.abc import Iterator
from decimal import Decimal

from declare.items.disclosures import Ceremony
from declare.items.disclosures.choices import CeremonyKind
from declare.law import D15, D18, D23, LOCAL, Text
from declare.law.places import limit_at, limits_named
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.happening import day_of
from declare.rules.subject import Subject

KEY = "cash_from_non_relatives"
NONE_GIVEN = Decimal(0)

SINGLE = Text(
    "亲属以外人员单笔礼金最高{largest}元，超过本地上限{limit}元，请核对并说明。",
    "The largest amount from someone who is no relative is {largest} yuan; the local limit is {limit} yuan. "
    "Please check and explain.",
)


@rule(
    "E22",
    Text("收受非亲属礼金", "Cash from people who are no relatives"),
    severity=(3, 4),
    basis=(
        LOCAL.whole(),
        D23.article(97),
        D18.article(88),
        D15.article(83),
    ),
    audience=REVIEWER,
    says=Text(
        "收受亲属以外人员礼金{cash}元，本地规定不得收受，请核对并说明。",
        "{cash} yuan were received from people who are no relatives; local rules allow none. Please check and explain.",
    ),
    thresholds=limits_named(KEY),
    reads=(Ceremony,),
    scope=PERSON,
)
def cash_from_non_relatives(subject: Subject) -> Iterator[Found]:
    """Cash where the place allows none, or a single amount above the limit of the place."""
    threshold = limit_at(subject.place, KEY)
    if threshold is None:
        return
    for event in subject.each(Ceremony):
        happened = day_of(event, subject)
        limit = value_on(threshold, happened)
        cash, largest = event.cash_from_non_relatives or NONE_GIVEN, event.largest_single or NONE_GIVEN
        if limit == 0 and cash > 0:
            yield finding(event, KEY, severity=4, on=happened, thresholds=(threshold,), cash=cash, limit=limit)
        elif largest > limit:
            yield finding(
                event,
                "largest_single",
                severity=3,
                says=SINGLE,
                on=happened,
                thresholds=(threshold,),
                largest=largest,
                limit=limit,
            )


def _event(
    cash: str = "",
    largest: str = "",
    kind: CeremonyKind = CeremonyKind.WEDDING,
    happened: str = "2025-06-21",
) -> Kept:
    event = Ceremony(
        happened=day(happened) if happened else None,
        kind=kind,
        cash_from_non_relatives=num(cash) if cash else None,
        largest_single=num(largest) if largest else None,
    )
    return told(event, filed_on="2025-06-25")


cash_from_non_relatives.cases(
    silent("湖南，没有收受", _event("0.00", "0.00"), place="湖南"),
    flagged("湖南，收受一分", _event("0.01"), place="湖南", severity=4, at=("cash_from_non_relatives",)),
    flagged("湖南，收受并填了单笔最高，仍是一条", _event("900.00", "200.00"), place="湖南", severity=4),
    flagged("湖南，只填了单笔最高", _event("", "200.00"), place="湖南", severity=3, at=("largest_single",)),
    flagged("湖南，丧事也不得收受", _event("500.00", kind=CeremonyKind.FUNERAL), place="湖南", severity=4),
    silent("融安，单笔正好一百元", _event("5000.00", "100.00"), place="融安"),
    flagged("融安，单笔多一分", _event("5000.00", "100.01"), place="融安", severity=3),
    silent("融安，没有填单笔最高", _event("5000.00"), place="融安"),
    flagged("时间未填", _event("500.00", happened=""), place="湖南", severity=4),
    silent("都没有填", _event(), place="湖南"),
    silent("所在地对礼金没有规定", _event("5000.00", "1000.00"), place="宝鸡"),
    silent("没有选定所在地", _event("5000.00", "1000.00")),
)
