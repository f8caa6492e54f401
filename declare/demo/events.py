"""What the demo corps disclosed as it happened, what its units manage, and the work done around the reports."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from declare.demo import numbers
from declare.demo.reports import Story
from declare.interchange.records import AnyRecord, DisclosureRecord, ExtractRecord, WorkRecord
from declare.items.disclosures import Gift, Reception
from declare.items.disclosures.choices import Disposal, GiftDirection, GiftKind, GiftOutcome, GiverRelation
from declare.items.registries import Managed, RosterEntry
from declare.items.spec import table_of
from declare.items.work import Custody, Draw

MANAGED = (
    "江东鼎新商业管理有限公司",
    "江东云港仓储有限公司",
    "海东星河影城有限公司",
    "临江盛华酒店有限公司",
    "江东百川化工有限公司",
    "海东明远医院",
)
GIFTS = (("茶叶", "180.00"), ("丝巾", "260.00"), ("工艺瓷盘", "320.00"), ("水果礼盒", "120.00"))


def events(random: Random, stories: Sequence[Story], year: int) -> dict[str, list[AnyRecord]]:
    """The records beside people and reports, by the file they belong in."""
    gifts = [_gift(random, told, year) for told in stories[::5]]
    disclosures: list[AnyRecord] = [*gifts]
    disclosures += [_reception(random, told, year) for told in stories[2::9]]
    extracts: list[AnyRecord] = [_managed(random, name, year) for name in MANAGED]
    extracts += [_on_roster(told, year) for told in stories]
    draw = Draw(year=year, eligible=len(stories), sampled=len(stories) // 10, seed=f"{year}-江东")
    return {
        "disclosures": disclosures,
        "registries": extracts,
        "work": [WorkRecord(table_of(Draw), draw, f"draw-{year}"), *map(_custody, gifts)],
    }


def _gift(random: Random, told: Story, year: int) -> DisclosureRecord:
    """A gift that could not be refused, handed over and registered within the month."""
    what, value = random.choice(GIFTS)
    day = date(year, random.randint(1, 11), random.randint(1, 25))
    gift = Gift(
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
        outcome=GiftOutcome.HANDED_OVER,
        handed_over_on=day + timedelta(days=6),
        receipt_number=f"LP{random.randrange(10**6):06d}",
    )
    return DisclosureRecord(
        table_of(Gift),
        told.household.basic.id_number,
        day + timedelta(days=8),
        gift,
        f"gift-{day:%Y%m%d}-{random.randrange(10**6):06d}",
    )


def _custody(told: DisclosureRecord) -> WorkRecord:
    """What became of a gift that was handed over: put to office use within the month, and its recipient told."""
    day = told.filed_on + timedelta(days=20)
    kept = Custody(gift=told.ref, disposal=Disposal.OFFICE_USE, on=day, told=day + timedelta(days=10))
    return WorkRecord(table_of(Custody), kept, f"custody-{told.ref}")


def _reception(random: Random, told: Story, year: int) -> DisclosureRecord:
    """A reception with a letter, within the numbers."""
    day = date(year, random.randint(6, 11), random.randint(1, 25))
    reception = Reception(
        happened=day,
        letter_number=f"海应急函〔{year}〕{random.randint(1, 90)}号",
        letter_date=day - timedelta(days=5),
        guest_unit="海东市应急管理局",
        guests="来访人员甲，海东市应急管理局，科长\n来访人员乙，海东市应急管理局，科员",
        guest_count=2,
        escorts="陪同人员甲",
        escort_count=1,
        support_count=1,
        activity="消防安全联合检查",
        venue="支队食堂",
        work_meals=1,
        cost=Decimal("160.00"),
        budget_line="公务接待费",
        dishes="家常菜四菜一汤",
        alcohol=False,
        cigarettes=False,
        countersigned_by="办公室主任",
    )
    return DisclosureRecord(
        table_of(Reception),
        told.household.basic.id_number,
        day,
        reception,
        f"reception-{day:%Y%m%d}-{random.randrange(10**6):06d}",
    )


def _managed(random: Random, name: str, year: int) -> ExtractRecord:
    """A firm the corps inspects."""
    row = Managed(unit="ZD", name=name, uscc=numbers.company_code(random), why="消防安全重点单位")
    return ExtractRecord(table_of(Managed), date(year, 3, 1), row)


def _on_roster(told: Story, year: int) -> ExtractRecord:
    """A cadre who must file."""
    basic = told.household.basic
    row = RosterEntry(
        subject=basic.id_number,
        name=basic.name,
        unit=basic.unit,
        post=basic.post,
        grade=basic.grade,
        since=basic.in_post_since,
        managed_by="ZD",
    )
    return ExtractRecord(table_of(RosterEntry), date(year, 12, 1), row)
