"""Someone who discloses everything in time and hands over what is due is asked about nothing."""

import pytest

from declare.items.businesses import Business
from declare.items.disclosures import Ceremony, ForeignGift, Gift, Invitation, Reception
from declare.items.disclosures.choices import (
    CeremonyKind,
    Disposal,
    GiftKind,
    GiftOutcome,
    GiverRelation,
    InvitationKind,
    Payer,
)
from declare.items.passports import TripAbroad
from declare.items.registries import Managed, ReferencePrice, Venue
from declare.items.work import Custody
from declare.rules.book import all_rules, run
from declare.rules.cases import day, extract, num, report, silent, told, work

FIRM = "江东永固消防工程有限公司"
RULES = [rule for rule in all_rules() if rule.id.startswith("E")]

GIFTS = (
    told(
        Gift(
            happened=day("2025-03-03"),
            giver="张某",
            giver_unit=FIRM,
            relation=GiverRelation.MANAGED,
            occasion="宴请后送至办公室",
            place="江东市支队",
            kind=GiftKind.GOODS,
            what="茶叶",
            quantity=2,
            value=num("480.00"),
            refusal="对方放下即走",
            outcome=GiftOutcome.HANDED_OVER,
            handed_over_on=day("2025-03-05"),
            receipt_number="S-1",
        ),
        filed_on="2025-03-05",
        ref="G-1",
    ),
    told(
        Gift(happened=day("2025-04-01"), kind=GiftKind.CASH, value=num("1000.00"), outcome=GiftOutcome.RETURNED),
        filed_on="2025-04-30",
    ),
    told(
        Gift(
            happened=day("2025-06-01"),
            relation=GiverRelation.RELATIVE,
            kind=GiftKind.CASH,
            value=num("5000.00"),
            outcome=GiftOutcome.KEPT,
        ),
        filed_on="2025-06-02",
    ),
    told(
        ForeignGift(
            happened=day("2025-05-03"),
            returned_to_unit=day("2025-05-09"),
            country="JP",
            activity="救援技术交流",
            place="日本东京",
            kind=GiftKind.GOODS,
            what="瓷器",
            value=num("600.00"),
            outcome=GiftOutcome.HANDED_OVER,
            handed_over_on=day("2025-06-01"),
        ),
        filed_on="2025-06-09",
        ref="G-2",
    ),
)
INVITATIONS = (
    told(
        Invitation(
            happened=day("2025-03-03"),
            kind=InvitationKind.BANQUET,
            host_unit=FIRM,
            relation=GiverRelation.MANAGED,
            venue="云顶会所",
            declined=True,
        ),
        filed_on="2025-03-05",
    ),
    told(
        Invitation(
            happened=day("2025-08-01"),
            kind=InvitationKind.FITNESS,
            relation=GiverRelation.FRIEND,
            venue="江东体育馆",
            payer=Payer.SELF,
        ),
        filed_on="2025-08-01",
    ),
)
RECEPTION = Reception(
    happened=day("2025-07-01"),
    letter_number="江消函〔2025〕12号",
    letter_date=day("2025-06-25"),
    guest_unit="省消防救援总队",
    guests="王某，省消防救援总队，处长\n李某，省消防救援总队，科长",
    guest_count=2,
    escorts="赵某，支队，副支队长",
    escort_count=1,
    support_count=1,
    activity="专项检查",
    venue="支队食堂",
    work_meals=1,
    cost=num("240.00"),
    budget_line="公务接待费",
    dishes="红烧肉、炒青菜、番茄蛋汤、米饭",
    alcohol=False,
    cigarettes=False,
    countersigned_by="钱某",
)
WEDDING = Ceremony(
    happened=day("2025-10-18"),
    kind=CeremonyKind.WEDDING,
    for_whom="c1",
    place="江东大酒店",
    joint=False,
    tables=10,
    persons=100,
    relatives=100,
    managed_guests=0,
    cash_from_non_relatives=num("0.00"),
    largest_single=num("0.00"),
    cars=5,
    official_cars=0,
    reported_before=day("2025-09-20"),
    reported_after=day("2025-10-20"),
)
AROUND = (
    extract(Venue(name="云顶会所"), received="2025-01-01"),
    extract(ReferencePrice(what="茶叶", value=num("240.00"), as_of=day("2025-01-01")), received="2025-01-01"),
    work(Custody(gift="G-1", disposal=Disposal.TREASURY, on=day("2025-05-01"), told=day("2025-12-01"))),
    work(Custody(gift="G-2", disposal=Disposal.OFFICE_USE, on=day("2025-07-01"), told=day("2025-12-01"))),
    report(
        Business(who="cs1", company="某咨询公司", uscc="91330100799655058B"),
        TripAbroad(left=day("2025-05-01"), returned=day("2025-05-08"), countries="JP"),
    ),
)


@pytest.mark.parametrize("today", ["2026-01-31", "2030-01-01"])
@pytest.mark.parametrize(
    "place", ["", "湖南", "广西", "广西蒙山", "宝鸡", "融安", "泉州", "宁夏贺兰", "盱眙地税", "安吉", "江东"]
)
def test_nothing_is_asked(place, today):
    wedding, meal = told(WEDDING, filed_on="2025-10-20"), told(RECEPTION, filed_on="2025-07-01")
    scene = silent(
        "", *GIFTS, *INVITATIONS, meal, wedding, *AROUND, managed=(Managed(name=FIRM),), place=place, today=today
    )
    assert run(scene.subject(), RULES) == []
