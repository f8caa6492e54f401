"""What does not fit in the demo corps, planted on purpose: one household a fault, each with the rule that should see it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from declare.demo.planting import (
    change,
    far_parking,
    fire_firm,
    has,
    married,
    no_account,
    parents,
    short_stay,
    two_welfare_homes,
    undeclared_passport,
    unexplained_home,
    wrong_digit,
)
from declare.demo.reports import Story
from declare.items.choices import MaritalState
from declare.law import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: the rule that should speak, what was planted, in which households it can stand, how.

    `also` names rules that cannot but speak with it.
    """

    rule: str
    says: Text
    fits: Callable[[Story], bool]
    plant: Callable[[Story], None]
    also: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that speaks."""
        return (self.rule, *self.also)


FAULTS: tuple[Fault, ...] = (
    Fault(
        "A01", Text("父亲身份证号末位错误", "a wrong last digit in a parent's identity number"), parents, wrong_digit
    ),
    Fault(
        "A09",
        Text("因私往来港澳、台湾情况未作答", "the table of trips to Hong Kong, Macao and Taiwan is not answered"),
        lambda story: not story.rows[1]["trips_hkmt"],
        lambda story: story.missing.add("trips_hkmt"),
    ),
    Fault(
        "A10",
        Text("工资合计比分项之和多1.20万元", "the total of wages is 1.20 above the sum of its parts"),
        has("wages"),
        lambda story: change(story, "wages", total=story.rows[1]["wages"][0].total + Decimal("1.20")),
    ),
    Fault(
        "A11",
        Text("房价按元填写", "the price of a home entered in yuan"),
        has("real_estate"),
        lambda story: change(story, "real_estate", price=story.rows[1]["real_estate"][0].price * 10000),
        also=("C03",),
    ),
    Fault(
        "B01",
        Text("填报离异，家庭成员中仍有配偶", "divorced, yet a spouse is listed"),
        married,
        lambda story: change(story, "marriage", state=MaritalState.DIVORCED),
    ),
    Fault(
        "B03",
        Text("出国所用护照从未申报", "a trip on a passport never declared"),
        lambda story: not story.rows[1]["trips_abroad"],
        undeclared_passport,
    ),
    Fault(
        "B07",
        Text("因私出国未填审批机构", "a trip abroad without an approving body"),
        has("trips_abroad"),
        lambda story: change(story, "trips_abroad", approved_by=""),
    ),
    Fault(
        "B12",
        Text("不满一年的国（境）外居留列入一年以上", "eight months abroad reported as a year"),
        married,
        short_stay,
    ),
    Fault(
        "B16",
        Text("出资比例与出资额不符", "a share that does not fit the amount"),
        has("businesses"),
        lambda story: change(story, "businesses", percent=Decimal("45.00")),
    ),
    Fault("B22", Text("两套保障性住房", "two homes of welfare kinds"), has("real_estate"), two_welfare_homes),
    Fault(
        "B24", Text("车位所在小区没有住房", "a parking space where there is no home"), has("real_estate"), far_parking
    ),
    Fault(
        "B25",
        Text("860万元购房未说明资金来源", "a home for 8.6 million without a word on the money"),
        has("real_estate"),
        unexplained_home,
        also=("C05",),
    ),
    Fault(
        "B30",
        Text("配偶在管辖地经营消防器材", "a spouse sells fire equipment in the jurisdiction"),
        married,
        fire_firm,
    ),
    Fault("B32", Text("配偶在国（境）外而家庭无境外账户", "a spouse abroad and no account there"), married, no_account),
)
"""Every planted fault; each stands in a household of its own."""
