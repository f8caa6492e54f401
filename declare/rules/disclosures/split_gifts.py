"""不得把应登记、上交的礼品拆成若干件略低于标准的礼品收受。"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from declare.items.disclosures import Gift
from declare.items.disclosures.choices import GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.law import G95, N158, Dated, Text
from declare.law.places import GIFTS, gift_hand_over_at
from declare.law.thresholds import GIFT_HAND_OVER, GIFT_REGISTER
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.bursts import bursts
from declare.rules.cases import day, flagged, num, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.gifts import RETAINED, of_kin_or_friend, received_at_home, worth
from declare.rules.givers import by_giver
from declare.rules.subject import Subject

GIFTS_IN_A_ROW = Dated(
    "E05.gifts",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("同一送礼人至少送礼", "Gifts of one giver, at least"),
    unit=Text("件", "gifts"),
)
WINDOW = Dated(
    "E05.window",
    {"2017-02-08": 90},
    basis=None,
    checked="2026-11-01",
    title=Text("计算的期间", "Period they are counted in"),
    unit=Text("天", "days"),
)
SHARE = Dated(
    "E05.share",
    {"2017-02-08": 80},
    basis=None,
    checked="2026-11-01",
    title=Text("每件至少达到标准的", "Least share of the standard each reaches"),
    unit=Text("%", "%"),
)


@rule(
    "E05",
    Text("礼品拆分低于标准", "Gifts split to stay below the standard"),
    severity=3,
    basis=(G95.article(2), G95.article(3), N158.whole(verified=False)),
    audience=REVIEWER,
    says=Text(
        "同一送礼人在{days}天内送礼{gifts}件，每件略低于登记或者上交标准，合计{total}元，请核对并说明。",
        "One giver made {gifts} gifts within {days} days, each just below the value that is registered or handed over, "
        "{total} yuan together. Please check and explain.",
    ),
    thresholds=(GIFT_REGISTER, GIFT_HAND_OVER, *GIFTS.values(), GIFTS_IN_A_ROW, WINDOW, SHARE),
    reads=(Gift,),
    scope=PERSON,
)
def split_gifts(subject: Subject) -> Iterator[Found]:
    """Runs of goods of one giver, kept or pending, each just below one of the two values."""
    for gifts in by_giver(_just_below(subject)):
        gifts.sort(key=_day)
        today = _day(gifts[-1])
        days, least = value_on(WINDOW, today), value_on(GIFTS_IN_A_ROW, today)
        for run in bursts(gifts, _day, days=days, least=least):
            yield _found(run, subject, days)


def _found(run: Sequence[Gift], subject: Subject, days: int) -> Found:
    """One run of gifts, pointed at by their values."""
    first, *more = run
    return finding(
        first,
        "value",
        also=tuple((gift, "value") for gift in more),
        on=_day(run[-1]),
        thresholds=(GIFT_REGISTER, gift_hand_over_at(subject.place), GIFTS_IN_A_ROW, WINDOW, SHARE),
        days=days,
        gifts=len(run),
        total=sum(map(worth, run), Decimal()),
    )


def _just_below(subject: Subject) -> Iterator[Gift]:
    """Goods kept or pending that are worth a little less than a threshold; those of relatives and friends apart."""
    standards = (GIFT_REGISTER, gift_hand_over_at(subject.place))
    for gift in received_at_home(subject):
        if gift.kind is not GiftKind.GOODS or gift.outcome not in RETAINED or of_kin_or_friend(gift):
            continue
        if gift.happened is None or gift.value is None:
            continue
        least = value_on(SHARE, gift.happened)
        limits = (value_on(standard, gift.happened) for standard in standards)
        if any(limit * least <= gift.value * 100 < limit * 100 for limit in limits):
            yield gift


def _day(gift: Gift) -> date:
    """The day of a gift whose day is given."""
    return gift.happened or date.min


def _gift(
    happened: str,
    value: str = "190.00",
    *,
    unit: str = "江东永固消防工程有限公司",
    uscc: str = "",
    giver: str = "张某",
    outcome: GiftOutcome = GiftOutcome.KEPT,
    kind: GiftKind = GiftKind.GOODS,
    relation: GiverRelation = GiverRelation.PARTNER,
    direction: GiftDirection | None = None,
) -> Gift:
    return Gift(
        happened=day(happened) if happened else None,
        value=num(value) if value else None,
        giver_unit=unit,
        giver_uscc=uscc,
        giver=giver,
        outcome=outcome,
        kind=kind,
        relation=relation,
        direction=direction,
    )


def _told(*gifts: Gift) -> tuple[Kept, ...]:
    return tuple(told(gift, filed_on="2025-12-31") for gift in gifts)


def _and_two(gift: Gift) -> tuple[Kept, ...]:
    return _told(_gift("2025-03-01"), _gift("2025-04-01"), gift)


_CODE = "91320100MA1MW8Y26X"

split_gifts.cases(
    flagged("九十天内三件", *_and_two(_gift("2025-05-30")), at=("value", "value", "value"), says="合计570.00元"),
    silent("第三件在九十天以后", *_and_two(_gift("2025-05-31"))),
    silent("只有两件", *_told(_gift("2025-03-01"), _gift("2025-03-02"))),
    flagged("跨年度的三件", *_told(_gift("2024-12-01"), _gift("2025-01-10"), _gift("2025-02-10"))),
    flagged("填报次序与收受次序不同", *_told(_gift("2025-05-01"), _gift("2025-03-01"), _gift("2025-04-01"))),
    flagged(
        "前两件和后三件隔得远，后三件一条",
        *_told(*(_gift(day_) for day_ in ("2025-01-01", "2025-01-02", "2025-06-01", "2025-06-02", "2025-06-03"))),
    ),
    flagged(
        "两段各三件，各一条",
        *_told(
            *(_gift(f"2025-01-0{number}") for number in (1, 2, 3)),
            *(_gift(f"2025-06-0{number}") for number in (1, 2, 3)),
        ),
        times=2,
    ),
    flagged(
        "四件连续，仍是一条",
        *_and_two(_gift("2025-04-02")),
        *_told(_gift("2025-04-03")),
        at=("value", "value", "value", "value"),
    ),
    flagged("正好是上交标准的八成", *_and_two(_gift("2025-05-01", "160.00"))),
    silent("不到上交标准的八成", *_and_two(_gift("2025-05-01", "159.99"))),
    flagged("比上交标准少一分", *_and_two(_gift("2025-05-01", "199.99"))),
    silent("达到上交标准的另行核对", *_and_two(_gift("2025-05-01", "200.00"))),
    flagged("正好是登记标准的八成", *_and_two(_gift("2025-05-01", "80.00"))),
    silent("不到登记标准的八成", *_and_two(_gift("2025-05-01", "79.99"))),
    flagged("比登记标准少一分", *_and_two(_gift("2025-05-01", "99.99"))),
    silent("达到登记标准", *_and_two(_gift("2025-05-01", "100.00"))),
    flagged("在湖南按本地标准", *_and_two(_gift("2025-05-01")), place="湖南"),
    flagged("单位名称写法不同", *_and_two(_gift("2025-05-01", unit="江东 永固消防工程有限公司", giver="李某"))),
    silent("第三件是别的单位", *_and_two(_gift("2025-05-01", unit="江东安达检测有限公司"))),
    flagged(
        "单位写法不同，代码相同",
        *_told(
            _gift("2025-03-01", uscc=_CODE), _gift("2025-04-01", unit="永固", uscc=_CODE.lower()), _gift("2025-05-01")
        ),
    ),
    flagged("没有单位，同一人", *_told(*(_gift(f"2025-03-0{number}", unit="") for number in (1, 2, 3)))),
    silent(
        "没有单位，不同的人",
        *_told(_gift("2025-03-01", unit=""), _gift("2025-03-02", unit=""), _gift("2025-03-03", unit="", giver="王某")),
    ),
    silent("送礼人都没有填", *_told(*(_gift(f"2025-03-0{number}", unit="", giver="") for number in (1, 2, 3)))),
    flagged("待处理的也计入", *_and_two(_gift("2025-05-01", outcome=GiftOutcome.PENDING))),
    silent("上交的不计入", *_and_two(_gift("2025-05-01", outcome=GiftOutcome.HANDED_OVER))),
    silent("礼金另行核对", *_and_two(_gift("2025-05-01", kind=GiftKind.CASH))),
    silent("亲属所送不计入", *_and_two(_gift("2025-05-01", relation=GiverRelation.RELATIVE))),
    silent("朋友所送不计入", *_and_two(_gift("2025-05-01", relation=GiverRelation.FRIEND))),
    silent("赠送出去的不计入", *_and_two(_gift("2025-05-01", direction=GiftDirection.GIVEN))),
    silent("没有填价值的不计入", *_and_two(_gift("2025-05-01", ""))),
    silent("没有填时间的不计入", *_and_two(_gift(""))),
)
