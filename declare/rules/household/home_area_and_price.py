"""房产的建筑面积和交易价格以权属证书或者购房合同为准，购买的房产应填价格，单价应在合理范围之内。"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from declare.items.choices import EstateSource
from declare.items.real_estate import RealEstate
from declare.law import R17, Dated, Text, by_day
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding, value_on

YUAN_PER_WAN = 10_000
LEAST = Dated(
    "B21.least_yuan_per_square_metre",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("单价低于此数时提示", "A price below this is pointed out"),
    unit=Text("元/平方米", "yuan a square metre"),
)
MOST = Dated(
    "B21.most_yuan_per_square_metre",
    {"2017-02-08": 300_000},
    basis=None,
    checked="2026-11-01",
    title=Text("单价高于此数时提示", "A price above this is pointed out"),
    unit=Text("元/平方米", "yuan a square metre"),
)
SLIPPED = 1_000_000
"""Above this price a square metre a figure in yuan was put where 10,000 yuan are asked for: A11 says so."""


@by_day
def limits(day: date) -> tuple[Decimal, Decimal]:
    """The lowest and the highest usual price of a square metre, in 10,000 yuan."""
    return Decimal(value_on(LEAST, day)) / YUAN_PER_WAN, Decimal(value_on(MOST, day)) / YUAN_PER_WAN


MISSING = {
    ("area",): Text(
        "房产第{row}项建筑面积未填或不大于零，请核对。",
        "Row {row} of the real estate gives no floor area above zero. Please check.",
    ),
    ("price",): Text(
        "房产第{row}项来源为购买，交易价格未填或为零，请核对。",
        "Row {row} of the real estate was bought, but its price is missing or zero. Please check.",
    ),
    ("area", "price"): Text(
        "房产第{row}项来源为购买，建筑面积和交易价格未填或为零，请核对。",
        "Row {row} of the real estate was bought, but its floor area and price are missing or zero. Please check.",
    ),
}


@rule(
    "B21",
    Text("房产面积或价格异常", "Floor area or price missing or unusual"),
    severity=2,
    basis=R17.article(4, 3),
    audience=DECLARANT,
    says=Text(
        "房产第{row}项按价格{price}万元、面积{area}平方米计算，每平方米{unit}元，明显偏离一般价格，请核对。",
        "Row {row} of the real estate comes to {unit} yuan a square metre ({price} × 10,000 yuan for {area} ㎡), "
        "far from usual prices. Please check.",
    ),
    thresholds=(LEAST, MOST),
    reads=(RealEstate,),
)
def area_and_price(facts: Facts) -> Iterator[Found]:
    """Homes without area, bought homes without price, and prices a square metre out of range."""
    least, most = limits(facts.filed_on)
    for home in facts.rows(RealEstate):
        area, price = home.area, home.price
        if area and price and area > 0:
            if not least * area <= price <= most * area and not _slipped(price / area, most):
                unit = (price * YUAN_PER_WAN / area).quantize(Decimal("0.01"))
                yield finding(home, "price", "area", thresholds=(LEAST, MOST), price=price, area=area, unit=unit)
        elif lacking := _lacking(home):
            yield finding(home, *lacking, says=MISSING[lacking])


def _lacking(home: RealEstate) -> tuple[str, ...]:
    """What is missing: the area, or the price of a home that was bought."""
    area = () if home.area and home.area > 0 else ("area",)
    price = ("price",) if home.source is EstateSource.BOUGHT and not home.price else ()
    return area + price


def _slipped(unit: Decimal, most: Decimal) -> bool:
    """Whether a price a square metre is one that another rule asks about as a mistaken unit."""
    return unit * YUAN_PER_WAN > SLIPPED and unit <= most * YUAN_PER_WAN


def _home(
    price: str | None, area: str | None = "100.00", *, source: EstateSource | None = EstateSource.BOUGHT
) -> RealEstate:
    return RealEstate(
        owners=("self",), source=source, price=num(price) if price else None, area=num(area) if area else None
    )


area_and_price.cases(
    silent("100平方米200万元", report(_home("200.00"))),
    flagged("面积为零", report(_home("200.00", "0.00")), at=("area",)),
    flagged("面积为负", report(_home("200.00", "-1.00"))),
    flagged("面积未填", report(_home("200.00", None))),
    flagged("购买，价格为零", report(_home("0.00")), at=("price",)),
    flagged("购买，价格未填", report(_home(None))),
    flagged("面积和价格都未填，一条提示", report(_home(None, None)), at=("area", "price")),
    silent("继承，价格未填", report(_home(None, source=EstateSource.INHERITED))),
    silent("接受赠与，价格为零", report(_home("0.00", source=EstateSource.GIFT))),
    flagged("继承，面积未填", report(_home(None, None, source=EstateSource.INHERITED))),
    silent("每平方米正好50元", report(_home("0.50"))),
    flagged("每平方米49元", report(_home("0.49")), at=("price", "area"), says="每平方米49.00元"),
    silent("每平方米正好30万元", report(_home("3000.00"))),
    flagged("每平方米略高于30万元", report(_home("3000.01"))),
    flagged("每平方米正好100万元", report(_home("10000.00"))),
    silent("略高于每平方米100万元，疑为单位填错", report(_home("10000.01"))),
    silent("面积不足一平方米", report(_home("1.00", "0.50"))),
    silent("每平方米200万元，疑为单位填错，由A11提示", report(_home("20000.00"))),
    silent("每平方米正好30亿元，缩小一万倍合理", report(_home("30000000.00"))),
    flagged("缩小一万倍仍不合理", report(_home("30000000.01"))),
    flagged("两处各一条", report(_home("0.00"), _home("200.00"), _home("0.01")), times=2),
)
