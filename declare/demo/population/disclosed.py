"""What an honest declarant discloses as it happens: gifts, invitations, receptions, family occasions, interference."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo.population.life import Life
from declare.items.disclosures import Ceremony, ForeignGift, Gift, Interference, Invitation, Reception
from declare.items.disclosures.choices import (
    CeremonyKind,
    Disposal,
    GiftDirection,
    GiftKind,
    GiftOutcome,
    GiverRelation,
    InterferenceKind,
    InvitationKind,
    Payer,
)
from declare.items.registries import TreasuryPayment
from declare.items.work import Custody

DAY = timedelta(days=1)
GOODS = (("茶叶", "180.00"), ("丝巾", "260.00"), ("工艺瓷盘", "320.00"), ("水果礼盒", "120.00"))


def day_in_office(life: Life) -> date:
    """A working day of the last year on which no journey is told."""
    day = date(life.now.year, 1, 8) + life.random.randint(0, 330) * DAY
    trips = (*life.now.rows["trips_abroad"], *life.now.rows["trips_hkmt"])
    while day.weekday() > 4 or any(trip.left <= day <= trip.returned for trip in trips):
        day += DAY
    return day


def gift(life: Life, day: date, **changes: Any) -> Gift:
    """A gift of a counterpart that could not be refused, not settled yet."""
    what, value = life.random.choice(GOODS)
    told = Gift(
        happened=day,
        direction=GiftDirection.RECEIVED,
        giver="来访单位代表",
        giver_unit="海东市应急管理局",
        relation=GiverRelation.PARTNER,
        occasion="工作交流",
        place="江东市",
        kind=GiftKind.GOODS,
        what=what,
        quantity=1,
        value=Decimal(value),
        refusal="交流活动结束后留在会场，无法当场退还",
        outcome=GiftOutcome.PENDING,
    )
    return replace(told, **changes)


def hand_over(life: Life, told: Gift, *, days: int = 6, filed_on: date | None = None) -> str:
    """Registers a gift that was handed over, with what became of it; gives its ref."""
    assert told.happened
    day = told.happened + days * DAY
    receipt = f"LP{life.number:06d}{len(life.told):02d}"
    done = replace(told, outcome=GiftOutcome.HANDED_OVER, handed_over_on=day, receipt_number=receipt)
    ref = life.tell(done, filed_on or day + 2 * DAY)
    life.extract(TreasuryPayment(receipt_number=receipt, amount=told.value, paid_in=day + 20 * DAY))
    life.note(Custody(gift=ref, disposal=Disposal.TREASURY, on=day + 20 * DAY, told=day + 25 * DAY))
    return ref


def handed_over(life: Life) -> None:
    """A gift that could not be refused, handed over and registered within the month."""
    hand_over(life, gift(life, day_in_office(life)), days=life.random.choice((2, 6, 15)))


def refused(life: Life) -> None:
    """A gift refused on the spot."""
    day = day_in_office(life)
    life.tell(gift(life, day, outcome=GiftOutcome.REFUSED, refusal=""), day + 3 * DAY)


def small_gift(life: Life) -> None:
    """A keepsake of small value, kept as the rules allow."""
    day = day_in_office(life)
    told = gift(life, day, what="纪念品", value=Decimal("45.00"), outcome=GiftOutcome.KEPT)
    life.tell(told, day + life.random.choice((4, 19, 27)) * DAY)


def foreign_gift(day: date, **changes: Any) -> ForeignGift:
    """A gift of a foreign delegation, of small value, kept as the rules allow."""
    told = ForeignGift(
        happened=day,
        direction=GiftDirection.RECEIVED,
        giver="代表团团长",
        giver_unit="新加坡民防部队",
        relation=GiverRelation.FOREIGN,
        occasion="来访交流",
        place="江东市",
        kind=GiftKind.GOODS,
        what="纪念徽章",
        quantity=1,
        value=Decimal("90.00"),
        refusal="礼节性赠送",
        outcome=GiftOutcome.KEPT,
        country="SG",
        activity="消防救援经验交流",
    )
    return replace(told, **changes)


def from_abroad(life: Life) -> None:
    """A gift of a foreign delegation of small value."""
    day = day_in_office(life)
    life.tell(foreign_gift(day), day + 9 * DAY)


def invitation(day: date, **changes: Any) -> Invitation:
    """A dinner among friends that everybody pays for."""
    told = Invitation(
        happened=day,
        kind=InvitationKind.BANQUET,
        host="老同学",
        relation=GiverRelation.FRIEND,
        venue="江东家常菜馆",
        participants="老同学，市第三中学，教师",
        cost_per_head=Decimal("60.00"),
        payer=Payer.SELF,
        off_hours=True,
        alcohol=False,
        declined=False,
    )
    return replace(told, **changes)


def declined(life: Life) -> None:
    """A dinner of a managed body, declined."""
    day, body = day_in_office(life), life.world.managed[life.number % len(life.world.managed)]
    told = invitation(day, host="经理", host_unit=body.name, host_uscc=body.uscc, relation=GiverRelation.MANAGED)
    life.tell(replace(told, declined=True, payer=None, participants=""), day + DAY)


def own_dinner(life: Life) -> None:
    """A dinner that everybody pays for."""
    day = day_in_office(life)
    life.tell(invitation(day), day + DAY)


def meal(life: Life, day: date, *, people: int = 2, **changes: Any) -> Reception:
    """A reception with a letter, within the numbers."""
    names = "\n".join(f"来访人员{at}，海东市应急管理局，科员" for at in range(1, people + 1))
    told = Reception(
        happened=day,
        letter_number=f"海应急函〔{day.year}〕{life.number}号",
        letter_date=day - 5 * DAY,
        guest_unit="海东市应急管理局",
        guests=names,
        guest_count=people,
        escorts="陪同人员甲",
        escort_count=1,
        support_count=1,
        activity="消防安全联合检查",
        venue="支队食堂",
        work_meals=1,
        cost=Decimal(40 * (people + 1)),
        budget_line="公务接待费",
        dishes="家常菜四菜一汤",
        alcohol=False,
        cigarettes=False,
        countersigned_by="办公室主任",
    )
    return replace(told, **changes)


def reception(life: Life) -> None:
    """A reception, now and then of many guests."""
    day = day_in_office(life)
    people = life.random.choice((2, 4, 10, 12))
    life.tell(meal(life, day, people=people, escort_count=min(3, people // 2)), day)


def ceremony(life: Life, day: date, **changes: Any) -> Ceremony:
    """A wedding of a child within every limit there is."""
    child = next((one.key for one in life.now.members if one.key.startswith("c")), "self")
    told = Ceremony(
        happened=day,
        kind=CeremonyKind.WEDDING,
        for_whom=child,
        place="江东市和平饭店",
        joint=False,
        tables=9,
        persons=88,
        relatives=60,
        managed_guests=0,
        price_per_table=Decimal("900.00"),
        cash_from_non_relatives=Decimal("0.00"),
        largest_single=Decimal("0.00"),
        cars=4,
        official_cars=0,
        reported_before=day - 25 * DAY,
        reported_after=day + 5 * DAY,
    )
    return replace(told, **changes)


def wedding(life: Life) -> None:
    """A wedding, told before and after."""
    day = day_in_office(life)
    life.tell(ceremony(life, day), day + 5 * DAY)


def asked_about(life: Life) -> None:
    """Somebody asked about a case, and it was written down the same day."""
    day = day_in_office(life)
    told = Interference(
        happened=day,
        by="某某",
        by_unit="海东市某局，科长",
        kind=InterferenceKind.INQUIRY,
        case_number=f"AJ{life.number:06d}",
        content="询问核查进展",
        response="未透露，已报告",
    )
    life.tell(told, day)
