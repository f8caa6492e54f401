"""礼品、宴请登记的时间、地点应与因私出国（境）的行程一致。"""

from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import ForeignGift, Gift, Invitation
from declare.items.disclosures.choices import GiftDirection, InvitationKind
from declare.items.filing import FilingKind
from declare.items.passports import TripAbroad
from declare.items.permits import TripHkmt
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, flagged, person, report, silent, told, unit
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.gifts import received
from declare.rules.subject import Subject
from declare.rules.whereabouts import in_mainland

Trip = TripAbroad | TripHkmt
Event = tuple[Gift | Invitation, str]
"""A gift or a banquet, and the field that says where."""


@rule(
    "E25",
    Text("礼品宴请与个人事项时间冲突", "Gift or banquet during a private trip"),
    severity=2,
    basis=(R17.article(3, 2), R17.article(3, 3)),
    audience=REVIEWER,
    says=Text(
        "{happened}在国内的礼品或者宴请，与{left}至{returned}因私出国（境）的行程重叠，请核对。",
        "The gift or banquet in China on {happened} falls into the private trip from {left} to {returned}. Please check.",
    ),
    reads=(Gift, ForeignGift, Invitation),
    scope=PERSON,
)
def events_during_trips(subject: Subject) -> Iterator[Found]:
    """Gifts and banquets at a place in China on a day strictly inside a private trip; each once."""
    trips = list(_trips(subject))
    for event, field in _events(subject):
        happened = event.happened
        trip = next((one for one in trips if happened and _inside(happened, one)), None)
        place: str = getattr(event, field)
        if trip and in_mainland(place, subject):
            yield finding(
                event,
                "happened",
                field,
                also=(trip,),
                on=happened,
                happened=happened,
                left=trip.left,
                returned=trip.returned,
            )


def _trips(subject: Subject) -> Iterator[Trip]:
    """Private trips of all reports."""
    for filing in subject.history:
        for answer in (filing.tables.trips_abroad, filing.tables.trips_hkmt):
            yield from answer.entries if answer else ()


def _events(subject: Subject) -> Iterator[Event]:
    """Gifts received, and banquets one went to."""
    for gift in received(subject):
        yield gift, "place"
    for invitation in subject.each(Invitation):
        if invitation.kind is InvitationKind.BANQUET and not invitation.declined:
            yield invitation, "venue"


def _inside(happened: date, trip: Trip) -> bool:
    """Whether a day lies strictly between departure and return."""
    return trip.left is not None and trip.returned is not None and trip.left < happened < trip.returned


def _gift(happened: str = "2025-05-05", place: str = "南京市玄武区", direction: GiftDirection | None = None) -> Kept:
    gift = Gift(happened=day(happened) if happened else None, place=place, direction=direction)
    return told(gift, filed_on="2025-05-20")


def _banquet(
    venue: str = "南京市某饭店", kind: InvitationKind = InvitationKind.BANQUET, *, declined: bool | None = None
) -> Kept:
    banquet = Invitation(happened=day("2025-05-05"), venue=venue, kind=kind, declined=declined)
    return told(banquet, filed_on="2025-05-20")


_ABROAD = TripAbroad(left=day("2025-05-01"), returned=day("2025-05-08"), countries="JP")
_AWAY = report(_ABROAD)
_HK = report(TripHkmt(left=day("2025-05-01"), returned=day("2025-05-08"), place="HK"))
_OPEN = report(TripAbroad(left=day("2025-05-01")), TripAbroad(returned=day("2025-05-08")))
_UNIT = (unit("JD", "江东市消防救援支队"), person(DECLARANT_ID, unit="JD"))

events_during_trips.cases(
    flagged("出国期间在国内收受礼品", _AWAY, _gift(), at=("happened", "place", "trips_abroad")),
    flagged("出国期间在国内接受宴请", _AWAY, _banquet(), at=("happened", "venue", "trips_abroad")),
    flagged("赴港期间在国内收受礼品", _HK, _gift(), at=("happened", "place", "trips_hkmt")),
    silent("出发当日", _AWAY, _gift("2025-05-01")),
    flagged("出发次日", _AWAY, _gift("2025-05-02")),
    flagged("返回前一日", _AWAY, _gift("2025-05-07")),
    silent("返回当日", _AWAY, _gift("2025-05-08")),
    silent("行程以外", _AWAY, _gift("2025-05-20")),
    silent("在国外收受", _AWAY, _gift(place="日本大阪")),
    silent("在香港收受", _HK, _gift(place="香港中环")),
    silent("地点未填", _AWAY, _gift(place="")),
    silent("从地点看不出在国内", _AWAY, _gift(place="帝国饭店")),
    flagged("地点以任职单位所在地命名", _AWAY, _gift(place="江东大酒店"), *_UNIT),
    silent("时间未填", _AWAY, _gift("")),
    silent("行程没有填全", _OPEN, _gift()),
    silent("赠送出去的", _AWAY, _gift(direction=GiftDirection.GIVEN)),
    silent("谢绝的宴请", _AWAY, _banquet(declined=True)),
    silent("旅游活动不是宴请", _AWAY, _banquet(kind=InvitationKind.TRAVEL)),
    flagged(
        "行程在期中和年度报告中各填报一次，仍是一条",
        _AWAY,
        report(_ABROAD, kind=FilingKind.CHANGE, filed_on="2025-05-20"),
        _gift(),
    ),
    flagged("礼品和宴请，各一条", _AWAY, _gift(), _banquet(), times=2),
    silent("没有出国（境）", report(none=(TripAbroad,)), _gift()),
)
