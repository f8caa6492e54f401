"""What other authorities know of an honest declarant: the same as the reports say, written as a register writes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from declare.demo.population.life import Life
from declare.demo.population.spelling import address, company, wide
from declare.items.choices import EmployerKind, EstateExit, MaritalState, PermitKind, Relation
from declare.items.registries import (
    Crossing,
    ExitDocument,
    FirmRecord,
    ForeignAccount,
    FundHolding,
    JobRecord,
    JudicialRecord,
    MarriageRecord,
    OverseasStatus,
    PolicyRecord,
    ShareHolding,
    TaxRecord,
    TitleRecord,
)
from declare.items.registries.choices import (
    CompanyRole,
    ExitDocumentKind,
    OverseasStatusKind,
    PolicyState,
    TitleState,
)
from declare.items.spec import Entry

CHECKED = 0.35
"""Which part of the declarants is verified."""

AT_HOME = (EmployerKind.STUDENT, EmployerKind.PRESCHOOL, EmployerKind.UNEMPLOYED, EmployerKind.RETIRED)
STATUS = {kind.value: kind for kind in OverseasStatusKind}
PERMITS = {PermitKind.HK_MACAO: ExitDocumentKind.HK_MACAO, PermitKind.TAIWAN: ExitDocumentKind.TAIWAN}


def register(life: Life) -> None:
    """Has some declarants verified; those of whom it is settled already are left as they are."""
    if life.registered is None:
        life.registered = life.random.random() < CHECKED
        if life.registered:
            hand_over(life)


def received(life: Life) -> date:
    """When the registers of a declarant arrive: in the spring after the last report."""
    return date(life.now.year + 1, 3, 1 + life.number % 28)


def hand_over(life: Life) -> None:
    """Every register about the declarant and the family as the last report stands."""
    life.registered = True
    said = Register(life, {"self": life.id} | {one.key: one.id_number for one in life.now.members})
    for row in said.rows():
        life.extract(row, received(life))


@dataclass(frozen=True, slots=True)
class Register:
    """What the registers say of one declarant; `numbers` has the identity number of every family key."""

    life: Life
    numbers: dict[str, str]

    def rows(self) -> Iterator[Entry]:
        """Every row of every register."""
        for part in (
            self._persons,
            self._papers,
            self._journeys,
            self._abroad,
            self._homes,
            self._holdings,
            self._firms,
        ):
            yield from part()

    def _each(self, table: str) -> Iterator[Any]:
        """The rows of a table of the last report."""
        yield from self.life.corrected.get(table) or self.life.now.rows.get(table, ())

    def _persons(self) -> Iterator[Entry]:
        """Marriages, work, proceedings, taxed income."""
        now = self.life.now
        state = now.rows["marriage"][0].state if now.rows["marriage"] else MaritalState.SINGLE
        partner = next((one for one in now.members if one.relation is Relation.SPOUSE and not one.change), None)
        if state is not MaritalState.SINGLE:
            name, number = (partner.name, partner.id_number) if partner else ("", "")
            yield MarriageRecord(subject=self.life.id, spouse_name=name, spouse_id_number=number, state=state)
        for job in self._each("employment"):
            if job.employer_kind not in AT_HOME and job.country in ("", "CN"):
                yield JobRecord(
                    subject=self.numbers[job.who],
                    employer=company(job.employer),
                    employer_uscc=job.employer_uscc,
                    post=job.post,
                    since=job.since,
                )
        for case in self._each("criminal_liability"):
            yield JudicialRecord(subject=self.numbers[case.who], cause=case.cause, stage=case.stage, since=case.since)
        totals = (row.total for row in (*self._each("wages"), *self._each("labour_income")))
        income = sum(totals, Decimal(0))
        yield TaxRecord(subject=self.life.id, year=now.year, net_income=income * 10_000)

    def _papers(self) -> Iterator[Entry]:
        """Passports and permits, and now and then one issued after the report."""
        for paper in self._each("passports"):
            yield self._document(ExitDocumentKind.PASSPORT, paper.number, paper.issued, paper.expires)
        for paper in self._each("permits"):
            yield self._document(PERMITS[paper.kind], paper.number, paper.valid_from, paper.valid_to)
        if self.life.number % 7 == 0:
            issued = self.life.now.filed_on + timedelta(days=5)
            number = f"E9{self.life.number:07d}"
            yield self._document(ExitDocumentKind.PASSPORT, number, issued, issued.replace(year=issued.year + 10))

    def _document(self, kind: ExitDocumentKind, number: str, issued: date, expires: date) -> ExitDocument:
        """One document of the declarant."""
        return ExitDocument(subject=self.life.id, kind=kind, number=number, issued=issued, expires=expires)

    def _journeys(self) -> Iterator[Entry]:
        """Journeys of the last year, for some a day off at one end."""
        off = timedelta(days=self.life.number % 4 == 0)
        for trip in self._each("trips_abroad"):
            yield Crossing(
                subject=self.life.id,
                document_number=trip.passport_number,
                left=trip.left,
                returned=trip.returned + off,
                destinations=trip.countries,
            )
        for trip in self._each("trips_hkmt"):
            yield Crossing(
                subject=self.life.id,
                document_number=trip.permit_number,
                left=trip.left,
                returned=trip.returned,
                destinations=trip.place,
            )

    def _abroad(self) -> Iterator[Entry]:
        """Status and stays abroad, and money there."""
        for row in self._each("emigration"):
            kind = STATUS[row.kind.value]
            yield OverseasStatus(subject=self.numbers[row.who], country=row.country, kind=kind, since=row.since)
        for row in self._each("residence_abroad"):
            yield OverseasStatus(
                subject=self.numbers[row.who],
                country=row.country,
                kind=OverseasStatusKind.STAY,
                since=row.since,
                until=row.until,
            )
        for row in self._each("deposits_abroad"):
            yield ForeignAccount(
                subject=self.numbers[row.holder],
                country=row.country,
                bank=row.bank,
                currency=row.currency,
                amount=row.amount,
                as_of=self.life.now.filed_on - timedelta(days=4),
            )

    def _homes(self) -> Iterator[Entry]:
        """One row an owner; the address as the register writes it, the area as measured."""
        for home in self._each("real_estate"):
            for owner in home.owners:
                yield TitleRecord(
                    subject=self.numbers[owner],
                    certificate=wide(home.certificate),
                    address=address(home.address),
                    area=home.area + Decimal("0.30"),
                    kind=home.kind,
                    registered=date(int(home.traded[:4]), int(home.traded[5:]), 28) if home.traded else None,
                    price=home.price,
                    state=TitleState.HELD if home.exit in (None, EstateExit.NONE) else TitleState.SOLD,
                )

    def _holdings(self) -> Iterator[Entry]:
        """Shares, funds and policies a few days before the report."""
        as_of = self.life.now.filed_on - timedelta(days=3)
        for row in self._each("stocks"):
            subject, more = self.numbers[row.holder], Decimal("0.02") * row.value
            yield ShareHolding(
                subject=subject,
                code=row.code,
                name=row.name,
                quantity=row.quantity,
                value=row.value + more,
                as_of=as_of,
            )
        for row in self._each("funds"):
            subject = self.numbers[row.holder]
            yield FundHolding(
                subject=subject, code=row.code, name=row.name, units=row.units, value=row.value, as_of=as_of
            )
        for row in self._each("insurance"):
            yield PolicyRecord(
                subject=self.numbers[row.holder],
                policy_number=row.policy_number,
                insurer=row.insurer,
                product=row.product,
                paid=row.paid,
                state=PolicyState.IN_FORCE,
            )

    def _firms(self) -> Iterator[Entry]:
        """Shares in firms, the name written in another way."""
        for row in self._each("businesses"):
            yield FirmRecord(
                subject=self.numbers[row.who],
                uscc=row.uscc,
                company=company(row.company),
                role=CompanyRole.SHAREHOLDER,
                subscribed=row.subscribed,
                percent=row.percent,
                kind=row.kind,
                state=row.state if row.state.value != "transferred" else None,
            )
