"""因私往来港澳、台湾应持已填报的往来港澳通行证或者大陆居民往来台湾通行证，证件种类应与所到地区相符。"""

import re
from collections.abc import Iterator

from declare.items.choices import FilingKind, PermitKind
from declare.items.passports import Passport
from declare.items.permits import Permit, TripHkmt
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.papers import permits
from declare.rules.spelling import plain

HK_MACAO, TAIWAN = PermitKind.HK_MACAO, PermitKind.TAIWAN
PERMITS = {
    "HK": HK_MACAO,
    "MO": HK_MACAO,
    "香港": HK_MACAO,
    "澳门": HK_MACAO,
    "港澳": HK_MACAO,
    "TW": TAIWAN,
    "台湾": TAIWAN,
}
SEPARATORS = re.compile(r"[\s,，、;；/]+")


@rule(
    "B05",
    Text("港澳台行程无对应证件", "Trip to Hong Kong, Macao or Taiwan without a permit"),
    severity=3,
    basis=R17.article(3, 3),
    clause="M17-3(1)",
    audience=DECLARANT,
    says=Text(
        "第{row}次因私往来港澳、台湾，通行证表中没有所用的证件或者与所到地区相应的证件，请核对。",
        "For private trip no. {row} to Hong Kong, Macao or Taiwan the table of permits does not show the permit used, "
        "or none for that place. Please check.",
    ),
    reads=(TripHkmt,),
)
def permit_of_trip(facts: Facts) -> Iterator[Found]:
    """Trips without a permit for the place; a passport that was reported is accepted for transit."""
    listed = facts.standing(Permit)
    for trip in facts.rows(TripHkmt):
        used = permits(facts).get(trip.permit_number)
        if used and used.kind and PERMITS.get(trip.place) is used.kind:
            continue
        if not _permitted(facts, trip, listed):
            yield finding(trip, "permit_number", left=trip.left)


def _permitted(facts: Facts, trip: TripHkmt, listed: tuple[Permit, ...]) -> bool:
    """Whether the permits listed fit a trip, however number and place are written."""
    number = plain(trip.permit_number)
    needed = {PERMITS[place] for place in SEPARATORS.split(trip.place.upper()) if place in PERMITS}
    if not number:
        return needed <= {permit.kind for permit in listed} if needed else bool(listed)
    used = [permit for permit in listed if plain(permit.number) == number]
    return _fits(used, listed, needed) if used else _in_transit(facts, number)


def _fits(used: list[Permit], listed: tuple[Permit, ...], needed: set[PermitKind]) -> bool:
    """Whether the permit used is for one of the places, and a permit stands for each of the others."""
    if not needed or any(permit.kind is None for permit in used):
        return True
    return any(permit.kind in needed for permit in used) and needed <= {permit.kind for permit in listed}


def _in_transit(facts: Facts, number: str) -> bool:
    """Whether the number is that of a passport reported."""
    return any(plain(passport.number) == number for passport in facts.standing(Passport))


def _permit(number: str, kind: PermitKind | None = HK_MACAO) -> Permit:
    return Permit(kind=kind, number=number)


def _trip(number: str, place: str = "HK") -> TripHkmt:
    return TripHkmt(left=day("2025-05-02"), returned=day("2025-05-05"), place=place, permit_number=number)


HK, TW = _permit("C12345678"), _permit("L12345678", TAIWAN)

permit_of_trip.cases(
    silent("赴香港，港澳通行证已填报", report(HK, _trip("C12345678"))),
    silent("赴澳门，港澳通行证已填报", report(HK, _trip("C12345678", "MO"))),
    silent("赴台湾，台湾通行证已填报", report(TW, _trip("L12345678", "TW"))),
    silent("号码小写、带空格", report(HK, _trip("c1234 5678"))),
    flagged("没有填报过通行证", report(_trip("C12345678"), none=(Permit,)), at=("permit_number",)),
    flagged("填报的是另一本通行证", report(HK, _trip("C87654321"))),
    flagged("赴香港用了台湾通行证", report(TW, _trip("L12345678"))),
    flagged("赴澳门用了台湾通行证", report(TW, _trip("L12345678", "MO"))),
    flagged("赴台湾用了港澳通行证", report(HK, _trip("C12345678", "TW"))),
    silent("先后到香港、澳门", report(HK, _trip("C12345678", "HK,MO"))),
    *(silent(f"写“{place}”，没有写号码", report(HK, _trip("", place))) for place in ("香港", "澳门", "港澳")),
    *(
        flagged(f"写“{place}”，没有写号码，只有台湾通行证", report(TW, _trip("", place)))
        for place in ("香港", "澳门", "港澳")
    ),
    silent("写“台湾”，没有写号码", report(TW, _trip("", "台湾"))),
    flagged("写“台湾”，没有写号码，只有港澳通行证", report(HK, _trip("", "台湾"))),
    flagged("到香港、台湾，只有港澳通行证", report(HK, _trip("C12345678", "HK,TW"))),
    silent("到香港、台湾，两种通行证都有", report(HK, TW, _trip("C12345678", "HK，TW"))),
    silent("地区写成中文", report(TW, _trip("L12345678", "台湾"))),
    flagged("地区写成中文，证件不符", report(TW, _trip("L12345678", "香港、澳门"))),
    flagged("赴台湾用了港澳通行证，台湾通行证也有", report(HK, TW, _trip("C12345678", "TW"))),
    silent("没有写证件号，有相应的通行证", report(HK, _trip(""))),
    flagged("没有写证件号，只有另一种通行证", report(HK, _trip("", "TW"))),
    flagged("没有写证件号，没有通行证", report(_trip(""), none=(Permit,))),
    flagged("没有写证件号，只有护照", report(Passport(number="E12345678"), _trip(""))),
    silent("持已填报的护照过境", report(Passport(number="E12345678"), _trip("E12345678"))),
    flagged("持没有填报的护照过境", report(Passport(number="E12345678"), _trip("E87654321"))),
    silent("没有写地区，证件已填报", report(TW, _trip("L12345678", ""))),
    silent("没有写地区和证件号，有通行证", report(TW, _trip("", ""))),
    flagged("没有写地区和证件号，没有通行证", report(_trip("", ""), none=(Permit,))),
    silent("通行证没有写种类", report(_permit("C12345678", None), _trip("C12345678"))),
    flagged("只在以前的报告中填报过", report(_trip("C12345678"), none=(Permit,)), report(HK, year=2024)),
    silent(
        "补充报告，通行证沿用上次填报",
        report(_trip("C12345678"), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(HK, year=2024),
    ),
    flagged("两次出行都没有相应的证件，各一条", report(_trip("C1"), _trip("C2")), times=2),
)
