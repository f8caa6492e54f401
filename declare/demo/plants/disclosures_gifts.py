"""Group E, gifts: late, kept, split, undervalued, from whom, without disposal, while away."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add
from declare.demo.plants.household_abroad import journey, papers, passport
from declare.demo.population.disclosed import foreign_gift, gift, hand_over
from declare.demo.population.life import Life
from declare.items.disclosures import Gift
from declare.items.disclosures.choices import Disposal, GiftKind, GiftOutcome, GiverRelation
from declare.items.registries import TreasuryPayment
from declare.items.work import Custody

DAY = timedelta(days=1)
KEPT, PENDING = GiftOutcome.KEPT, GiftOutcome.PENDING


def spring(life: Life) -> date:
    """A day in spring; nobody is away that year."""
    life.now.rows["trips_abroad"] = life.now.rows["trips_hkmt"] = ()
    return date(life.now.year, 4, 14)


def tell(life: Life, told: Gift, *, after: int = 5) -> str:
    """Registers a gift some days after it was received."""
    assert told.happened
    return life.tell(told, told.happened + after * DAY)


@plant("E01", "registered the day after the month", 31)
@plant("E01", "registered after half a year", 180)
@near("E01", "registered on the last day of the month", 30)
def registered_late(life: Life, days: int) -> None:
    day = spring(life)
    hand_over(life, gift(life, day), filed_on=day + days * DAY)


@plant("E01", "received away, registered the day after the month from the return", 1)
@near("E01", "received away, registered within the month from the return", 0)
def received_away(life: Life, days: int) -> None:
    day = spring(life)
    told = gift(life, day, returned_to_unit=day + 10 * DAY, place="海东市")
    hand_over(life, told, filed_on=date(life.now.year, 5, 24) + days * DAY)


@plant("E01", "a foreign gift registered after two months")
def foreign_late(life: Life) -> None:
    tell(life, foreign_gift(spring(life)), after=62)


@near("E01", "refused on the spot, noted after two months")
def refused_late(life: Life) -> None:
    tell(life, gift(life, spring(life), outcome=GiftOutcome.REFUSED, refusal=""), after=62)


@plant("E02", "goods of 480 yuan kept", "480.00", KEPT)
@plant("E02", "goods of exactly 200 yuan kept", "200.00", KEPT)
@plant("E02", "goods of 320 yuan, pending for a year", "320.00", PENDING)
@near("E02", "goods a cent below 200 yuan kept", "199.99", KEPT)
def kept(life: Life, value: str, outcome: GiftOutcome) -> None:
    tell(life, gift(life, spring(life), what="摆件", value=Decimal(value), outcome=outcome))


@near("E02", "goods of 900 yuan of a relative kept")
def of_relative(life: Life) -> None:
    told = gift(life, spring(life), what="外套", value=Decimal("900.00"), outcome=KEPT, relation=GiverRelation.RELATIVE)
    tell(life, replace(told, giver_unit=""))


@near("E02", "goods of 480 yuan, pending within the month")
def just_received(life: Life) -> None:
    day = life.world.today - 12 * DAY
    tell(life, gift(life, day, what="摆件", value=Decimal("480.00")))


@plant("E03", "a foreign gift of 260 yuan kept", {"value": Decimal("260.00")})
@plant("E03", "a foreign gift of exactly 200 yuan kept", {"value": Decimal("200.00")})
@near("E03", "a foreign gift a cent below 200 yuan kept", {"value": Decimal("199.99")})
def foreign_kept(life: Life, changes: dict[str, Any]) -> None:
    tell(life, foreign_gift(spring(life), **changes))


@plant("E03", "a foreign gift handed over, neither the country nor the occasion said", "", "")
@near("E03", "a foreign gift handed over, the occasion said", "SG", "会谈")
def foreign_unsaid(life: Life, country: str, activity: str) -> None:
    told = foreign_gift(spring(life), value=Decimal("480.00"), country=country, activity=activity)
    hand_over(life, told)


@plant("E04", "five gifts of 150 yuan kept in a year", 5, "150.00")
@plant("E04", "four gifts kept that come to a yuan more than 600", 4, "150.25")
@near("E04", "four gifts kept that come to 600", 4, "150.00")
def many(life: Life, count: int, value: str) -> None:
    spring(life)
    for at in range(count):
        day = date(life.now.year, 1 + 2 * at, 16)
        tell(
            life, gift(life, day, giver=f"来访者{at}", giver_unit="", what="纪念册", value=Decimal(value), outcome=KEPT)
        )


@plant("E05", "three gifts of 190 yuan of one giver in two months", 3, "190.00", 25)
@plant("E05", "three gifts of 85 yuan of one giver in three months", 3, "85.00", 44)
@near("E05", "two gifts of 190 yuan of one giver", 2, "190.00", 25)
@near("E05", "three gifts of 85 yuan of one giver in seven months", 3, "85.00", 100)
@near("E05", "three gifts of 60 yuan of one giver in two months", 3, "60.00", 25)
def split(life: Life, count: int, value: str, apart: int) -> None:
    spring(life)
    for at in range(count):
        day = date(life.now.year, 2, 10) + at * apart * DAY
        tell(
            life,
            gift(
                life,
                day,
                giver="经办人王某",
                giver_unit="海东远东公司",
                what="茶叶",
                value=Decimal(value),
                outcome=KEPT,
            ),
        )


@plant("E06", "cash kept", GiftKind.CASH, KEPT)
@plant("E06", "a shopping card of small value kept", GiftKind.CARD, KEPT)
@plant("E06", "an electronic red packet, pending for a year", GiftKind.PAYMENT_CODE, PENDING)
@plant("E06", "gold kept", GiftKind.METAL, KEPT)
@near("E06", "cash returned", GiftKind.CASH, GiftOutcome.RETURNED)
def valuables(life: Life, kind: GiftKind, outcome: GiftOutcome) -> None:
    tell(life, gift(life, spring(life), kind=kind, what="", value=Decimal("100.00"), outcome=outcome))


@near("E06", "cash of a relative kept")
def cash_of_relative(life: Life) -> None:
    told = gift(life, spring(life), kind=GiftKind.CASH, what="", outcome=KEPT, relation=GiverRelation.RELATIVE)
    tell(life, replace(told, giver_unit=""))


@plant("E07", "a keepsake of a managed body kept, by its code", True, KEPT, GiverRelation.MANAGED)
@plant("E07", "a keepsake of a managed body kept, by its name", False, KEPT, GiverRelation.MANAGED)
@plant(
    "E07", "a gift of a managed body returned, said to be of a friend", True, GiftOutcome.RETURNED, GiverRelation.FRIEND
)
@near("E07", "a gift of a managed body returned", True, GiftOutcome.RETURNED, GiverRelation.MANAGED)
def of_managed(life: Life, by_code: bool, outcome: GiftOutcome, relation: GiverRelation) -> None:
    body = life.world.managed[life.number % len(life.world.managed)]
    told = gift(life, spring(life), what="挂历", value=Decimal("40.00"), outcome=outcome, relation=relation)
    tell(life, replace(told, giver_uscc=body.uscc if by_code else "", giver_unit="" if by_code else body.name))


@plant("E08", "a bottle of 2600 yuan entered with 300", "飞天茅台酒", 1, "300.00")
@plant("E08", "two cartons of 700 yuan entered with 700 together", "中华香烟（条）", 2, "700.00")
@near("E08", "a bottle of 2600 yuan entered with 2500", "飞天茅台酒", 1, "2500.00")
@near("E08", "a thing no price list knows", "不知名瓷瓶", 1, "20.00")
def undervalued(life: Life, what: str, quantity: int, value: str) -> None:
    hand_over(life, gift(life, spring(life), what=what, quantity=quantity, value=Decimal(value)))


@plant("E09", "handed over long ago, and nothing became of it", None)
@plant("E09", "handed over long ago and disposed of, and the recipient not told", False)
@near("E09", "handed over long ago, disposed of and told", True)
def without_disposal(life: Life, told: bool | None) -> None:
    day = date(life.now.year - 1, 3, 12)
    receipt = f"LP{life.number:06d}77"
    done = gift(life, day, outcome=GiftOutcome.HANDED_OVER, handed_over_on=day + 5 * DAY, receipt_number=receipt)
    ref = life.tell(done, day + 6 * DAY)
    life.extract(TreasuryPayment(receipt_number=receipt, amount=done.value, paid_in=day + 30 * DAY))
    if told is not None:
        life.note(
            Custody(gift=ref, disposal=Disposal.AUCTIONED, on=day + 30 * DAY, told=day + 40 * DAY if told else None)
        )


@plant("E25", "a gift at home in the middle of a journey abroad", 2, "江苏省南京市")
@near("E25", "a gift at home on the day of departure", 0, "江苏省南京市")
@near("E25", "a gift abroad in the middle of the journey", 2, "东京")
def while_away(life: Life, days: int, place: str) -> None:
    left = spring(life)
    since = date(life.reports[0].year - 1, 3, 1)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    add(life, "trips_abroad", journey(held.number, left=left))
    hand_over(life, gift(life, left + days * DAY, place=place))


@plant("E26", "a keepsake of the spouse's firm, by its code", True, needs="firm")
@plant("E26", "a keepsake of the spouse's firm, by its name", False, needs="firm")
@near("E26", "a keepsake of a firm with a name alike", None, needs="firm")
def of_own_firm(life: Life, by_code: bool | None) -> None:
    firm = life.now.rows["businesses"][0]
    name = "海东" + firm.company if by_code is None else firm.company
    told = gift(life, spring(life), what="台历", value=Decimal("30.00"), outcome=KEPT)
    tell(life, replace(told, giver_uscc=firm.uscc if by_code else "", giver_unit="" if by_code else name))
