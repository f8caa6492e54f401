"""有车库、车位、储藏间的小区，一般也有或者曾有住房；只见前者的，请核对住房是否都已填报。"""

from collections.abc import Iterator

from declare.items.choices import EstateExit, EstateKind
from declare.items.real_estate import RealEstate
from declare.law import M17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.compounds import compound, opening
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

ACCESSORY = (EstateKind.PARKING, EstateKind.STORAGE)
DWELLING = (
    EstateKind.COMMODITY,
    EstateKind.WELFARE,
    EstateKind.AFFORDABLE,
    EstateKind.CAPPED,
    EstateKind.SELF_BUILT,
    EstateKind.HOTEL_FLAT,
)


@rule(
    "B24",
    Text("有车位无住宅", "Parking space without a home"),
    severity=2,
    basis=M17.article(3, 2),
    audience=DECLARANT,
    says=Text(
        "房产第{row}项为车库、车位或储藏间，同一小区没有现在或以往填报的住房，请核对。",
        "Row {row} of the real estate is a parking space or storeroom in a compound "
        "where no dwelling is or was declared. Please check.",
    ),
    clause="M17-3(2)",
    reads=(RealEstate,),
)
def parking_only(facts: Facts) -> Iterator[Found]:
    """Parking spaces and storerooms, still held, in a compound without a dwelling in this or any earlier report."""
    for home in facts.rows(RealEstate):
        if home.kind in ACCESSORY and home.address and _held(home) and not _has_dwelling(facts, home.address):
            yield finding(home, "address")


def _held(home: RealEstate) -> bool:
    """Whether the family still holds it."""
    return home.exit is None or home.exit is EstateExit.NONE


def _has_dwelling(facts: Facts, address: str) -> bool:
    """Whether this report or an earlier one shows a dwelling in the same compound, or the address names none."""
    written = opening(address)
    if written:
        for home in _dwellings(facts):
            if home.address.startswith(written):
                return True
    where = compound(address)
    compounds = (compound(home.address) for home in _dwellings(facts))
    return not where or any(home.startswith(where) or where.startswith(home) for home in compounds)


def _dwellings(facts: Facts) -> Iterator[RealEstate]:
    """Every dwelling with an address in this report and those before it, the sold ones too."""
    for homes in (facts.rows(RealEstate), facts.earlier_rows(RealEstate)):
        for home in homes:
            if home.kind in DWELLING and home.address:
                yield home


def _row(kind: EstateKind | None, address: str, *, exit: EstateExit | None = None) -> RealEstate:
    return RealEstate(owners=("self",), kind=kind, address=address, exit=exit)


_SPACE = _row(EstateKind.PARKING, "江苏省南京市玄武区学府路9号地下一层B12")
_HOME = "南京市玄武区学府路9号3幢1202室"

parking_only.cases(
    flagged("只有车位", report(_SPACE), at=("address",)),
    flagged("只有储藏间", report(_row(EstateKind.STORAGE, "南京市玄武区学府路9号3幢储藏间7"))),
    silent("同一小区有商品房", report(_SPACE, _row(EstateKind.COMMODITY, _HOME))),
    silent("住房地址没有楼号", report(_SPACE, _row(EstateKind.COMMODITY, "南京市玄武区学府路9号1202室"))),
    silent(
        "车位地址多一个分区",
        report(_row(EstateKind.PARKING, "南京市玄武区学府路9号北区地下车库B12"), _row(EstateKind.COMMODITY, _HOME)),
    ),
    silent("同一小区有福利房", report(_SPACE, _row(EstateKind.WELFARE, _HOME))),
    silent("同一小区有经济适用房", report(_SPACE, _row(EstateKind.AFFORDABLE, _HOME))),
    silent("同一小区有限价房", report(_SPACE, _row(EstateKind.CAPPED, _HOME))),
    silent("同一小区有自建房", report(_SPACE, _row(EstateKind.SELF_BUILT, _HOME))),
    silent("同一小区有酒店式公寓", report(_SPACE, _row(EstateKind.HOTEL_FLAT, _HOME))),
    flagged("同一小区只有商铺", report(_SPACE, _row(EstateKind.SHOP, _HOME))),
    flagged("住房在别的小区", report(_SPACE, _row(EstateKind.COMMODITY, "南京市玄武区珠江路9号3幢1202室"))),
    silent("同一小区的住房已出售", report(_SPACE, _row(EstateKind.COMMODITY, _HOME, exit=EstateExit.SOLD))),
    silent(
        "同一小区的住房只在前年报告中",
        report(_SPACE),
        report(year=2024),
        report(_row(EstateKind.COMMODITY, _HOME), year=2023),
    ),
    flagged("地下两字之前不同", report(_SPACE, _row(EstateKind.COMMODITY, "南京市玄武区学府路90号3幢1202室"))),
    silent("车位已处置", report(_row(EstateKind.PARKING, "南京市玄武区学府路9号地下B12", exit=EstateExit.SOLD))),
    silent("车位地址未填", report(_row(EstateKind.PARKING, ""))),
    silent("地址只写地下车库，认不出小区", report(_row(EstateKind.PARKING, "地下车库B12"))),
    flagged("住房地址未填，帮不上忙", report(_SPACE, _row(EstateKind.COMMODITY, ""))),
    silent("性质未填", report(_row(None, "南京市玄武区学府路9号地下B12"))),
)
