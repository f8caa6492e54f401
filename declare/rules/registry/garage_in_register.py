"""单独登记的车库、车位、储藏间以及商铺、厂房等，应当在房产情况表中填报。"""

from collections.abc import Iterator

from declare.items.choices import EstateKind
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import SPOUSE_ID, flagged, report, silent
from declare.rules.estate_scenes import declared, title
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.homes import DWELLINGS
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import homes_held, unreported

SAYS = Text(
    "不动产登记中家庭名下的一处车位、储藏间或者其他房产，面积{area}平方米，房产情况表中没有，请核对。",
    "A parking space, storeroom or other property of {area} ㎡ registered to the household is not in the table of real "
    "estate. Please check.",
)
SIZELESS = Text(
    "不动产登记中家庭名下的一处车位、储藏间或者其他房产，房产情况表中没有，请核对。",
    "A parking space, storeroom or other property registered to the household is not in the table of real estate. "
    "Please check.",
)


@rule(
    "F10",
    Text("车位、储藏间报告中未见", "Parking space or storeroom not in the report"),
    severity=3,
    basis=(R17.article(4, 3), M17.article(3, 2)),
    clause="M17-3(2)",
    audience=REVIEWER,
    says=SIZELESS,
    reads=(TitleRecord,),
)
def garage_in_register(facts: Facts) -> Iterator[Found]:
    """Everything but dwellings that the household holds in the register and the report does not show."""
    for pair in homes_held(facts):
        row = pair.registered.row
        if not pair.same and row.kind not in DWELLINGS:
            yield unreported(pair, says=SIZELESS if row.area is None else SAYS, area=row.area)


_SPACE = "江东市和平路1号地下车位15"
_OTHERS = [kind for kind in EstateKind if kind not in DWELLINGS]
_UNTOLD = report(none=(RealEstate,))


def _own(certificate: str = "P1", address: str = _SPACE) -> RealEstate:
    return RealEstate(certificate=certificate, address=address, kind=EstateKind.PARKING)


garage_in_register.cases(
    *(flagged(f"{kind.label.zh}没有填报", _UNTOLD, title(kind=kind, area="12.50")) for kind in _OTHERS),
    flagged("没有写用途", _UNTOLD, title(kind=None), at=("",)),
    flagged("没有面积", _UNTOLD, title(kind=EstateKind.PARKING, area=None)),
    silent("住房另行核对", _UNTOLD, title()),
    silent(
        "已填报，按证号",
        report(_own()),
        title(kind=EstateKind.PARKING, certificate="P1", address="某处", area="12.50"),
    ),
    silent("已填报，按地址", report(_own("")), title(kind=EstateKind.PARKING, certificate="P1", address=_SPACE)),
    flagged(
        "车位与住房地址相同，面积不同，是两处",
        report(declared("", area="90.00")),
        title(kind=EstateKind.PARKING, certificate="P1", area="12.50"),
    ),
    flagged(
        "邻近的车位，仍请核对",
        report(_own("", "江东市和平路1号地下车位16")),
        title(kind=EstateKind.PARKING, certificate="P1", address=_SPACE),
    ),
    silent("已转让", _UNTOLD, title(kind=EstateKind.SHOP, state=TitleState.SOLD)),
    silent("报告以后登记", _UNTOLD, title(kind=EstateKind.SHOP, registered="2026-01-21")),
    flagged("配偶名下", report(family=SPOUSE), title(kind=EstateKind.STORAGE, subject=SPOUSE_ID)),
    flagged(
        "同址两个车位，填了一个",
        report(_own()),
        title(kind=EstateKind.PARKING, certificate="P1", address=_SPACE, area="12.50"),
        title(kind=EstateKind.PARKING, certificate="P2", address=_SPACE, area="12.50"),
        at=("", "real_estate"),
    ),
)
