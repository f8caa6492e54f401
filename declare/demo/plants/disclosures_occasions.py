"""Group E, banquets, receptions and family occasions."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from declare.demo.plants.book import near, plant
from declare.demo.plants.disclosures_gifts import spring
from declare.demo.population.disclosed import ceremony, gift, hand_over, invitation, meal
from declare.demo.population.life import Life
from declare.items.disclosures.choices import CeremonyKind, GiverRelation, InvitationKind, Payer

DAY = timedelta(days=1)


def dine(life: Life, day: date | None = None, **changes: Any) -> None:
    """Discloses an invitation."""
    told = invitation(day or spring(life), **changes)
    assert told.happened
    life.tell(told, told.happened + DAY)


def serve(life: Life, day: date | None = None, **changes: Any) -> None:
    """Discloses a reception."""
    told = meal(life, day or spring(life), **changes)
    assert told.happened
    life.tell(told, told.happened)


def celebrate(life: Life, day: date | None = None, **changes: Any) -> None:
    """Discloses a family occasion five days after it."""
    told = ceremony(life, day or date(life.now.year, 9, 20), **changes)
    assert told.happened
    life.tell(told, told.happened + 5 * DAY)


@plant("E10", "a gift after a banquet that was not disclosed", None)
@near("E10", "a gift after a banquet that was disclosed", 0)
def banquet_mentioned(life: Life, apart: int | None) -> None:
    day = spring(life)
    hand_over(life, gift(life, day, occasion="宴请结束后送的茶叶"))
    if apart is not None:
        dine(life, day + apart * DAY)


@plant("E10", "an excursion with a banquet that was not disclosed")
def excursion(life: Life) -> None:
    dine(life, kind=InvitationKind.TRAVEL, explanation="游览后参加了对方安排的宴请，费用自付", venue="江东湖景区")


@plant("E11", "four escorts for eight guests", 8, 4)
@plant("E11", "four escorts for ten guests", 10, 4)
@plant("E11", "four escorts for eleven guests", 11, 4)
@plant("E11", "five escorts for twelve guests", 12, 5)
@near("E11", "three escorts for ten guests", 10, 3)
@near("E11", "four escorts for twelve guests", 12, 4)
def escorts(life: Life, guests: int, count: int) -> None:
    serve(life, people=guests, escort_count=count)


@plant("E12", "no letter", {"letter_number": "", "letter_date": None})
@plant("E12", "a letter dated the day after", 1)
@near("E12", "a letter dated the same day", 0)
def letter(life: Life, how: dict[str, Any] | int) -> None:
    day = spring(life)
    serve(life, day, **(how if isinstance(how, dict) else {"letter_date": day + how * DAY}))


@plant("E13", "the activity is missing", {"activity": ""}, 4)
@plant("E13", "the guests' posts are missing", {"guests": "来访人员甲，海东市应急管理局"}, 4)
@plant("E13", "the cost is missing", {"cost": None}, 4)
@plant("E13", "nothing said of support staff since they count", {"support_count": None}, 6)
@near("E13", "no support staff", {"support_count": 0}, 6)
@near("E13", "nothing said of support staff before they counted", {"support_count": None}, 4)
def list_of(life: Life, changes: dict[str, Any], month: int) -> None:
    serve(life, date(2025, month, 24), **changes)


@plant("E14", "two work meals on one letter", 2)
@near("E14", "a letter without a work meal", 0)
def work_meals(life: Life, meals: int) -> None:
    serve(life, work_meals=meals)


@plant("E14", "two receptions on one letter", True)
@near("E14", "two receptions on two letters", False)
def two_receptions(life: Life, same: bool) -> None:
    number = f"海应急函〔{life.now.year}〕9{life.number}号"
    serve(life)
    serve(life, spring(life) + DAY, **({} if same else {"letter_number": number}))


@near("E14", "one meal that two declarants tell of", lives=2)
def told_by_two(life: Life, other: Life) -> None:
    number = f"海应急函〔{life.now.year}〕8{life.number}号"
    serve(life, letter_number=number)
    serve(other, letter_number=number)


@plant("E15", "alcohol since none is allowed", 7, {"alcohol": True})
@plant("E15", "cigarettes on the table", 4, {"cigarettes": True})
@plant("E15", "shark fin", 4, {"dishes": "红烧鱼翅、清炒时蔬"})
@plant("E15", "a costly liquor before none was allowed", 4, {"alcohol": True, "dishes": "四菜一汤，茅台酒一瓶"})
@near("E15", "plain beer before none was allowed", 4, {"alcohol": True, "dishes": "四菜一汤"})
def at_table(life: Life, month: int, changes: dict[str, Any]) -> None:
    serve(life, date(2025, month, 10), **changes)


@plant("E16", "dinner at a club on the list", "江东云顶私人会所", False)
@plant("E16", "dinner at an expensive place on the list, its hall named too", "海东听涛阁三楼牡丹厅", False)
@near("E16", "dinner at a club on the list, declined", "江东云顶私人会所", True)
@near("E16", "dinner at a place not on the list", "江东云顶家常菜", False)
def club(life: Life, venue: str, declined: bool) -> None:
    dine(life, venue=venue, declined=declined)


@plant("E17", "charged to meetings", "会议费")
@plant("E17", "charged to training", "培训费")
@plant("E17", "charged to office expenses", "办公费")
@near("E17", "charged to receptions", "30217 公务接待费")
def charged(life: Life, line: str) -> None:
    serve(life, budget_line=line)


@plant("E18", "a managed body pays for dinner", "managed", Payer.HOST, False)
@plant("E18", "a subordinate pays for dinner", GiverRelation.SUBORDINATE, Payer.HOST, False)
@plant("E18", "somebody else pays for a managed body", "managed", Payer.THIRD_PARTY, False)
@plant("E18", "a host said to be managed pays", GiverRelation.MANAGED, Payer.HOST, None)
@near("E18", "a managed body's dinner paid by oneself", "managed", Payer.SELF, False)
@near("E18", "a friend pays", GiverRelation.FRIEND, Payer.HOST, False)
def hosted(life: Life, host: GiverRelation | str, payer: Payer, declined: bool | None) -> None:
    body = life.world.managed[life.number % len(life.world.managed)]
    named = {"host_unit": body.name, "host_uscc": body.uscc, "relation": GiverRelation.PARTNER}
    dine(life, payer=payer, declined=declined, **(named if host == "managed" else {"relation": host}))


@plant("E19", "announced on the day itself", {"reported_before": 0}, needs="site:宝鸡")
@plant("E19", "told eleven days after", {"reported_after": 11}, needs="site:宝鸡")
@plant("E19", "announced two days before", {"reported_before": -2}, needs="site:融安")
@plant("E19", "told a month after", {"reported_after": 30}, needs="site:广西蒙山")
@near("E19", "told ten days after", {"reported_after": 10}, needs="site:宝鸡")
@near("E19", "never announced where no place is chosen", {"reported_before": None}, needs="brigade")
def reported(life: Life, days: dict[str, int | None]) -> None:
    day = date(life.now.year, 9, 20)
    told = {key: None if apart is None else day + apart * DAY for key, apart in days.items()}
    event = ceremony(life, day, **told)
    life.tell(event, day + 30 * DAY)


@plant("E20", "21 tables", {"tables": 21}, needs="site:湖南")
@plant("E20", "201 persons", {"persons": 201}, needs="site:湖南")
@plant("E20", "16 tables of a joint wedding", {"tables": 16, "joint": True}, needs="site:广西")
@plant("E20", "16 tables", {"tables": 16}, needs="site:泉州")
@near("E20", "20 tables and 200 persons", {"tables": 20, "persons": 200}, needs="site:湖南")
@near("E20", "30 tables of a joint wedding", {"tables": 30, "persons": 300, "joint": True}, needs="site:湖南")
@near("E20", "60 tables where no place is chosen", {"tables": 60, "persons": 600}, needs="brigade")
def size(life: Life, changes: dict[str, Any]) -> None:
    celebrate(life, **changes)


@plant("E21", "two banquets for one wedding within twenty days", CeremonyKind.WEDDING, 20)
@plant("E21", "two banquets for one birthday within sixty days", CeremonyKind.BIRTHDAY, 60)
@near("E21", "two banquets two and a half months apart", CeremonyKind.BIRTHDAY, 75)
def two_banquets(life: Life, kind: CeremonyKind, apart: int) -> None:
    for day in (date(life.now.year, 7, 1), date(life.now.year, 7, 1) + apart * DAY):
        celebrate(life, day, kind=kind)


@near("E21", "a wedding and a birthday within ten days")
def two_occasions(life: Life) -> None:
    celebrate(life, date(life.now.year, 7, 1))
    celebrate(life, date(life.now.year, 7, 9), kind=CeremonyKind.BIRTHDAY)


@plant("E22", "cash of somebody who is no relative, where none is allowed", "500.00", "500.00", needs="site:湖南")
@plant("E22", "a single amount above the limit", "600.00", "150.00", needs="site:融安")
@near("E22", "single amounts of the limit", "600.00", "100.00", needs="site:融安")
@near("E22", "cash where no place is chosen", "500.00", "500.00", needs="brigade")
def cash(life: Life, total: str, largest: str) -> None:
    celebrate(life, cash_from_non_relatives=Decimal(total), largest_single=Decimal(largest))


@plant("E23", "one managed guest", 1)
@plant("E23", "twelve managed guests", 12)
@near("E23", "it is not said whether there were managed guests", None)
def guests(life: Life, count: int | None) -> None:
    celebrate(life, managed_guests=count)


@plant("E24", "an official car", 4, 1, needs="brigade")
@plant("E24", "six cars where five are allowed", 6, 0, needs="site:泉州")
@near("E24", "five cars", 5, 0, needs="site:泉州")
def cars(life: Life, count: int, official: int) -> None:
    celebrate(life, cars=count, official_cars=official)
