"""同一处房产前后两年报告的面积、价格应当一致；换领产权证重新测量的，只看较大的出入。"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from declare.items.choices import FilingKind
from declare.items.real_estate import RealEstate
from declare.law import M17, R17, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.identity import renewed
from declare.rules.year_on_year import homes

REMEASURED = Dated(
    "C03.percent_where_renewed",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("换证后面积、价格可以相差的百分比", "By how much area or price may differ after a new certificate"),
    unit=Text("%", "%"),
)
FIELDS = ("area", "price")
AREA = Text(
    "房产第{row}项与上年是同一处，面积本年{area}平方米，上年{area_before}平方米，请核对。",
    "Row {row} of the real estate is a home of last year: it now has {area} ㎡, then {area_before} ㎡. Please check.",
)
PRICE = Text(
    "房产第{row}项与上年是同一处，价格本年{price}万元，上年{price_before}万元，请核对。",
    "Row {row} of the real estate is a home of last year: its price is now {price}, then {price_before} "
    "(10,000 yuan). Please check.",
)


@rule(
    "C03",
    Text("面积或地址前后不一", "Area or price of one home differ from year to year"),
    severity=3,
    basis=(R17.article(4, 3), M17.article(3, 2)),
    audience=REVIEWER,
    says=Text(
        "房产第{row}项与上年是同一处，本年面积{area}平方米、价格{price}万元，上年面积{area_before}平方米、价格{price_before}万元，请核对。",
        "Row {row} of the real estate is a home of last year: it now has {area} ㎡ and a price of {price}, then {area_before} ㎡ "
        "and {price_before} (10,000 yuan). Please check.",
    ),
    clause=M17.clause(3, 2),
    thresholds=(REMEASURED,),
    reads=(RealEstate,),
)
def drifting(facts: Facts) -> Iterator[Found]:
    """Homes whose area or price changed; by more than the tolerance where the certificate was renewed."""
    percent = value_on(REMEASURED, facts.filed_on)
    for before, home in homes(facts).both:
        if before.area == home.area and before.price == home.price:
            continue
        tolerated = percent if renewed(before, home) else 0
        changed = [field for field in FIELDS if _differs(getattr(before, field), getattr(home, field), tolerated)]
        if changed:
            yield finding(
                home,
                *changed,
                also=tuple((before, field) for field in changed),
                says=None if len(changed) > 1 else AREA if changed == ["area"] else PRICE,
                thresholds=(REMEASURED,) if tolerated else (),
                **{field: getattr(home, field) for field in changed},
                **{f"{field}_before": getattr(before, field) for field in changed},
            )


def _differs(before: Decimal | None, now: Decimal | None, percent: int) -> bool:
    """Whether two numbers, both given, are further apart than a share of the earlier one."""
    return before is not None and now is not None and abs(now - before) * 100 > percent * before


_HOME = RealEstate(
    owners=("self",), address="江东市望江路15号3幢801室", certificate="一证", area=num("100.00"), price=num("200.00")
)
_LAST = report(_HOME, year=2024)


def _now(**changes: object) -> RealEstate:
    return structs.replace(_HOME, **changes)


drifting.cases(
    silent("前后一致", report(_now()), _LAST),
    silent("小数写法不同", report(_now(area=num("100.0"), price=num("200"))), _LAST),
    flagged("面积少了一平方厘米", report(_now(area=num("99.99"))), _LAST, at=("area", "area")),
    flagged("面积多了", report(_now(area=num("100.01"))), _LAST),
    flagged("价格少了", report(_now(price=num("199.99"))), _LAST, at=("price", "price")),
    flagged(
        "面积和价格都变了，合为一条",
        report(_now(area=num("90"), price=num("180"))),
        _LAST,
        at=("area", "price", "area", "price"),
    ),
    silent("地址改写，面积和价格不变", report(_now(address="江东市望江路锦绣花园")), _LAST),
    flagged("地址改写，面积变了", report(_now(address="江东市望江路锦绣花园", area=num("99"))), _LAST),
    flagged(
        "没有证号，地址相同", report(_now(certificate="", area=num("99"))), report(_now(certificate=""), year=2024)
    ),
    silent("换证，面积正好减少百分之三", report(_now(certificate="新证", area=num("97.00"))), _LAST),
    flagged("换证，面积减少超过百分之三", report(_now(certificate="新证", area=num("96.99"))), _LAST),
    silent("换证，面积正好增加百分之三", report(_now(certificate="新证", area=num("103.00"))), _LAST),
    flagged("换证，面积增加超过百分之三", report(_now(certificate="新证", area=num("103.01"))), _LAST),
    silent("换证，价格相差百分之三以内", report(_now(certificate="新证", price=num("206.00"))), _LAST),
    flagged("换证，价格相差超过百分之三", report(_now(certificate="新证", price=num("206.01"))), _LAST),
    silent(
        "合同号换成证号，面积相差百分之三以内", report(_HOME), report(_now(certificate="", area=num("98")), year=2024)
    ),
    silent("本年面积没有填", report(_now(area=None)), _LAST),
    silent("上年价格没有填", report(_HOME), report(_now(price=None), year=2024)),
    flagged("上年面积为零", report(_HOME), report(_now(area=num("0")), year=2024)),
    silent("不是同一处", report(_now(address="江东市建设路1号", certificate="二证", area=num("90"))), _LAST),
    silent("没有上年报告", report(_now(area=num("90"))), report(_HOME, year=2023)),
    silent("补充报告不比较", report(_now(area=num("90")), kind=FilingKind.CHANGE), _LAST),
    flagged(
        "两处都变了",
        report(_now(area=num("90")), _now(certificate="二证", address="乙", area=num("9"))),
        report(_HOME, _now(certificate="二证", address="乙", area=num("8")), year=2024),
        times=2,
    ),
)
