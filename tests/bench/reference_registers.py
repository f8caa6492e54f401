"""What stands beside the reference reports: disclosures of the year, and registers that say what the report says."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from declare.items.choices import MaritalState
from declare.items.disclosures import Gift, Invitation
from declare.items.disclosures.choices import (
    GiftDirection,
    GiftKind,
    GiftOutcome,
    GiverRelation,
    InvitationKind,
    Payer,
)
from declare.items.filing import Filing
from declare.items.registries import (
    Crossing,
    ExitDocument,
    FirmRecord,
    FundHolding,
    JobRecord,
    Managed,
    MarriageRecord,
    PolicyRecord,
    ShareHolding,
    TitleRecord,
)
from declare.items.registries.choices import CompanyRole, ExitDocumentKind, PolicyState, TitleState
from declare.items.spec import Entry
from declare.rules.around import Around, Kept, UnitFacts

RECEIVED = date(2026, 3, 2)
DISCLOSED = date(2025, 9, 18)


def around() -> Around:
    """The corps: one unit, and two hundred bodies it manages."""
    bodies = (Managed(name=f"江东市安{at:03}消防检测有限公司", uscc="") for at in range(200))
    unit = UnitFacts("JD", "江东市消防救援支队", region="320100")
    return Around(units=[unit], lists=[Kept(body, place=f"managed:{at}") for at, body in enumerate(bodies)])


def disclosed() -> Iterator[Entry]:
    """A gift refused on the spot, and a dinner among friends that everybody paid for."""
    day = DISCLOSED - timedelta(days=1)
    yield Gift(
        happened=day,
        direction=GiftDirection.RECEIVED,
        giver="来访单位代表",
        giver_unit="海东市应急管理局",
        relation=GiverRelation.PARTNER,
        occasion="工作交流",
        place="江东市",
        kind=GiftKind.GOODS,
        what="茶叶",
        quantity=1,
        value=Decimal("180.00"),
        outcome=GiftOutcome.REFUSED,
    )
    yield Invitation(
        happened=day,
        kind=InvitationKind.BANQUET,
        host="老同学",
        relation=GiverRelation.FRIEND,
        venue="江东家常菜馆",
        participants="老同学，市第三中学，教师",
        cost_per_head=Decimal("60.00"),
        payer=Payer.SELF,
        off_hours=True,
        alcohol=False,
        declined=False,
    )


def registered(filing: Filing) -> Iterator[Entry]:
    """What the registers say of the declarant and the family: what this report says."""
    numbers = {"self": filing.declarant} | {member.key: member.id_number for member in filing.family or ()}
    yield from _person(filing, numbers)
    yield from _journeys(filing)
    yield from _homes(filing, numbers)
    yield from _holdings(filing, numbers)


def _rows(filing: Filing, table: str) -> tuple[Any, ...]:
    """The rows of a table."""
    return tuple(getattr(filing.tables, table).entries)


def _person(filing: Filing, numbers: dict[str, str]) -> Iterator[Entry]:
    """The marriage, the spouse's work, the firms."""
    spouse = next(member for member in filing.family or () if member.key == "sp")
    yield MarriageRecord(
        subject=filing.declarant,
        spouse_name=spouse.name,
        spouse_id_number=spouse.id_number,
        state=MaritalState.MARRIED,
    )
    job = _rows(filing, "employment")[0]
    yield JobRecord(subject=numbers["sp"], employer=job.employer, post=job.post, since=job.since)
    for firm in _rows(filing, "businesses"):
        yield FirmRecord(
            subject=numbers[firm.who],
            uscc=firm.uscc,
            company=firm.company,
            role=CompanyRole.SHAREHOLDER,
            subscribed=firm.subscribed,
            percent=firm.percent,
            kind=firm.kind,
            state=firm.state,
        )


def _journeys(filing: Filing) -> Iterator[Entry]:
    """Two passports and the five journeys."""
    own = filing.declarant
    for paper in _rows(filing, "passports"):
        yield ExitDocument(
            subject=own,
            kind=ExitDocumentKind.PASSPORT,
            number=paper.number,
            issued=paper.issued,
            expires=paper.expires,
        )
    for trip in _rows(filing, "trips_abroad"):
        yield Crossing(
            subject=own,
            document_number=trip.passport_number,
            left=trip.left,
            returned=trip.returned,
            destinations=trip.countries,
        )
    for trip in _rows(filing, "trips_hkmt"):
        yield Crossing(
            subject=own,
            document_number=trip.permit_number,
            left=trip.left,
            returned=trip.returned,
            destinations=trip.place,
        )


def _homes(filing: Filing, numbers: dict[str, str]) -> Iterator[Entry]:
    """One row an owner of every home, a little larger as it was measured."""
    for home in _rows(filing, "real_estate"):
        for owner in home.owners:
            yield TitleRecord(
                subject=numbers[owner],
                certificate=home.certificate,
                address=home.address,
                area=home.area + Decimal("0.02"),
                kind=home.kind,
                registered=date.fromisoformat(f"{home.traded}-28"),
                price=home.price,
                state=TitleState.HELD,
            )


def _holdings(filing: Filing, numbers: dict[str, str]) -> Iterator[Entry]:
    """Shares and funds three days before the filing day, and the policies."""
    as_of = filing.filed_on - timedelta(days=3)
    for row in _rows(filing, "stocks"):
        yield ShareHolding(
            subject=numbers[row.holder],
            code=row.code,
            name=row.name,
            quantity=row.quantity,
            value=row.value,
            as_of=as_of,
        )
    for row in _rows(filing, "funds"):
        yield FundHolding(
            subject=numbers[row.holder], code=row.code, name=row.name, units=row.units, value=row.value, as_of=as_of
        )
    for row in _rows(filing, "insurance"):
        yield PolicyRecord(
            subject=numbers[row.holder],
            policy_number=row.policy_number,
            insurer=row.insurer,
            product=row.product,
            paid=row.paid,
            state=PolicyState.IN_FORCE,
        )
