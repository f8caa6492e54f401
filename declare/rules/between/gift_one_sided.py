"""登记赠送礼品时写明接受人的，接受人应有相应的收受登记。"""

from collections.abc import Iterator
from datetime import date

from msgspec import structs

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection
from declare.law import D15, D18, D23, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, THIRD_ID, day, flagged, person, silent, told, unit
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.spelling import plain
from declare.rules.subject import Subject

NEAR = Dated(
    "D08.days",
    {"1995-04-30": 7},
    basis=None,
    checked="2026-11-01",
    title=Text("赠送与收受的日期可以相差", "How far the days of giving and receiving may be apart"),
    unit=Text("日", "days"),
)
GIVEN = GiftDirection.GIVEN


@rule(
    "D08",
    Text("礼品收受与赠送记录不一致", "A gift given that the receiver has not registered"),
    severity=3,
    basis=(D23.article(97), D23.article(98), D18.article(88), D15.article(83)),
    audience=REVIEWER,
    says=Text(
        "{given}登记赠送的礼品写明的接受人，前后{days}日内没有收受登记，请核对。",
        "The person named as the receiver of a gift given on {given} registered nothing within {days} days of it. Please check.",
    ),
    thresholds=(NEAR,),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def one_sided(subject: Subject) -> Iterator[Found]:
    """Gifts given to somebody of the corps who has no record of receiving one about that day."""
    for gift in (*subject.each(Gift), *subject.each(ForeignGift)):
        given = gift.happened
        if gift.direction is not GIVEN or given is None:
            continue
        receiver = plain(subject.around.who(gift.giver, gift.giver_unit))
        days = value_on(NEAR, given)
        if receiver and receiver != plain(subject.declarant) and not _received(subject, receiver, given, days=days):
            yield finding(gift, "giver", on=given, thresholds=(NEAR,), given=given, days=days)


def _received(subject: Subject, receiver: str, given: date, *, days: int) -> bool:
    """Whether the receiver registered a gift received about that day."""
    known = (other for other in subject.others if plain(other.declarant) == receiver)
    gifts = [gift for other in known for gift in (*other.each(Gift), *other.each(ForeignGift))]
    received = (gift.happened for gift in gifts if gift.direction is not GIVEN and gift.happened is not None)
    return any(abs((on - given).days) <= days for on in received)


_SCENE = (
    unit("JD", "江东市消防救援支队"),
    person(DECLARANT_ID, name="甲", unit="JD"),
    person(OTHER_ID, name="乙", unit="JD"),
    person(THIRD_ID, name="丙", unit="JD"),
)
_GIFT = Gift(happened=day("2025-06-10"), direction=GIVEN, giver="乙", giver_unit="江东市消防救援支队")
_ABROAD = ForeignGift(happened=day("2025-06-10"), direction=GIVEN, giver="乙", giver_unit="JD")


def _mine(**changes: object) -> Kept:
    return told(structs.replace(_GIFT, **changes), filed_on="2025-06-20")


def _theirs(on: str, *, by: str = OTHER_ID, direction: GiftDirection | None = None) -> Kept:
    return told(Gift(happened=day(on), direction=direction), filed_on="2025-06-30", declarant=by)


one_sided.cases(
    flagged("接受人没有收受登记", _mine(), *_SCENE, at=("giver",)),
    flagged("对外赠送，接受人没有登记", told(_ABROAD, filed_on="2025-06-20"), *_SCENE),
    silent("接受人当日登记收受", _mine(), _theirs("2025-06-10"), *_SCENE),
    silent("接受人填明收受", _mine(), _theirs("2025-06-10", direction=GiftDirection.RECEIVED), *_SCENE),
    silent("正好相差七日", _mine(), _theirs("2025-06-17"), *_SCENE),
    flagged("相差八日", _mine(), _theirs("2025-06-18"), *_SCENE),
    silent("早七日", _mine(), _theirs("2025-06-03"), *_SCENE),
    flagged("早八日", _mine(), _theirs("2025-06-02"), *_SCENE),
    silent(
        "接受人登记为对外公务礼品",
        _mine(),
        told(ForeignGift(happened=day("2025-06-10")), filed_on="2025-06-30", declarant=OTHER_ID),
        *_SCENE,
    ),
    flagged("接受人登记的也是赠送", _mine(), _theirs("2025-06-10", direction=GIVEN), *_SCENE),
    flagged("登记收受的是别人", _mine(), _theirs("2025-06-10", by=THIRD_ID), *_SCENE),
    silent("登记的是收受", _mine(direction=GiftDirection.RECEIVED), *_SCENE),
    silent("方向没有填，按收受", _mine(direction=None), *_SCENE),
    silent("接受人不在名册", _mine(giver="丁"), *_SCENE),
    silent("接受人单位没有填", _mine(giver_unit=""), *_SCENE),
    silent("接受人是本人", _mine(giver="甲"), *_SCENE),
    silent("日期没有填", _mine(happened=None), *_SCENE),
    flagged("两件赠送", _mine(), told(_ABROAD, filed_on="2025-06-20"), *_SCENE, times=2),
)
