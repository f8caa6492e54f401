"""房产面积按权属证书填写整套面积，不得少于登记的面积。"""

from collections.abc import Iterator
from decimal import Decimal

from declare.items.choices import EstateKind
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.law import M17, R17, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import SPOUSE_ID, flagged, report, silent
from declare.rules.estate_scenes import declared, title
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import homes_held

TOLERANCE = Dated(
    "F11.tolerance_square_metres",
    {"2017-02-08": Decimal("0.5")},
    basis=None,
    checked="2026-11-01",
    title=Text("填报面积可以少于登记面积", "How far a reported area may lie below the registered one"),
    unit=Text("平方米", "㎡"),
)


@rule(
    "F11",
    Text("房产面积小于登记", "Area below the registered one"),
    severity=3,
    basis=(R17.article(4, 3), M17.article(3, 2)),
    clause="M17-3(2)",
    audience=REVIEWER,
    says=Text(
        "房产情况第{row}项填报面积{declared}平方米，登记为{registered}平方米，请核对。",
        "Row {row} of the real estate reports {declared} ㎡; the register has {registered} ㎡. Please check.",
    ),
    thresholds=(TOLERANCE,),
    reads=(TitleRecord,),
)
def area_in_register(facts: Facts) -> Iterator[Found]:
    """Homes whose reported area is smaller than the registered one."""
    for pair in homes_held(facts):
        record, row = pair.registered.row, pair.same.row if pair.same else None
        if row is None or row.area is None or record.area is None:
            continue
        if record.area - row.area > value_on(TOLERANCE, facts.filed_on):
            also = tuple((owner, "area") for owner in pair.registered.rows)
            yield finding(row, "area", also=also, thresholds=(TOLERANCE,), declared=row.area, registered=record.area)


area_in_register.cases(
    silent("面积一致", report(declared()), title()),
    silent("少半平方米", report(declared(area="120.80")), title()),
    flagged("少半平方米又一厘", report(declared(area="120.79")), title(), at=("area", "area")),
    silent("填报的面积更大", report(declared(area="150.00")), title()),
    flagged("换了证，地址一致", report(declared("另一证号", area="90.00")), title()),
    silent("没有填报面积", report(declared(area=None)), title()),
    silent("登记没有面积", report(declared()), title(area=None)),
    silent("没有填报这处房产", report(), title()),
    silent("不能确定是同一处", report(declared("", address="江东市和平北路1号3幢502室", area="90.00")), title()),
    silent("已转让", report(declared(area="90.00")), title(state=TitleState.SOLD)),
    silent("报告以后登记", report(declared(area="90.00")), title(registered="2026-01-21")),
    flagged("车位也在此列", report(declared("P", area="10.00")), title(certificate="P", kind=EstateKind.PARKING)),
    flagged(
        "夫妻共有，两行登记，只一条",
        report(declared(area="90.00"), family=SPOUSE),
        title(),
        title(subject=SPOUSE_ID),
        at=("area", "area", "area"),
    ),
)
