"""福利房、经济适用房、限价房等保障性住房，一个家庭一般只能享受一次。"""

from collections.abc import Iterator

from declare.items.choices import EstateExit, EstateKind
from declare.items.real_estate import RealEstate
from declare.law import HOUSING, LJ16, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

SUBSIDISED = (EstateKind.WELFARE, EstateKind.AFFORDABLE, EstateKind.CAPPED)


@rule(
    "B22",
    Text("保障性住房多套", "Several homes of welfare kinds"),
    severity=3,
    basis=(HOUSING.whole(verified=False), LJ16.whole(verified=False)),
    audience=DECLARANT,
    says=Text(
        "家庭现有福利房、经济适用房、限价房共{count}套，请核对房产性质，或者说明取得情况。",
        "The family holds {count} welfare, affordable or price-capped homes. "
        "Please check their kind, or explain how they were obtained.",
    ),
    reads=(RealEstate,),
)
def several(facts: Facts) -> Iterator[Found]:
    """More than one subsidised home still held; one finding a household."""
    held = [
        home
        for home in facts.rows(RealEstate)
        if home.kind in SUBSIDISED and (home.exit is None or home.exit is EstateExit.NONE)
    ]
    if len(held) > 1:
        yield finding(held[0], "kind", also=tuple((home, "kind") for home in held[1:]), count=len(held))


def _home(kind: EstateKind | None, *, exit: EstateExit | None = EstateExit.NONE) -> RealEstate:
    return RealEstate(owners=("self",), kind=kind, exit=exit)


several.cases(
    flagged("两套福利房", report(_home(EstateKind.WELFARE), _home(EstateKind.WELFARE)), at=("kind", "kind")),
    flagged("一套经济适用房、一套限价房", report(_home(EstateKind.AFFORDABLE), _home(EstateKind.CAPPED))),
    flagged("三套只提示一次", report(*(_home(EstateKind.WELFARE) for _ in range(3))), at=("kind", "kind", "kind")),
    silent("一套福利房、一套商品房", report(_home(EstateKind.WELFARE), _home(EstateKind.COMMODITY))),
    silent("其中一套已出售", report(_home(EstateKind.WELFARE), _home(EstateKind.CAPPED, exit=EstateExit.SOLD))),
    flagged("去向未填即仍持有", report(_home(EstateKind.WELFARE), _home(EstateKind.CAPPED, exit=None))),
    silent("自建房不算", report(_home(EstateKind.SELF_BUILT), _home(EstateKind.WELFARE))),
    silent("性质未填", report(_home(None), _home(None))),
)
