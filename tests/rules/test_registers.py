"""Registers that say what an honest report says ask nothing; a table left out is asked about by its rule."""

import msgspec
import pytest

from declare.items.registries import (
    Crossing,
    ExitDocument,
    FirmRecord,
    ForeignAccount,
    FundHolding,
    JobRecord,
    MarriageRecord,
    PolicyRecord,
    ShareHolding,
    TaxRecord,
    TitleRecord,
)
from declare.items.registries.choices import CompanyRole, ExitDocumentKind, PolicyState, TitleState
from declare.rules.assembly import Assembly
from declare.rules.book import run_all
from declare.rules.cases import DECLARANT_ID, extract, num
from tests.rules.honest import FAMILY, honest

REPORT = honest(2025)
IDS = {"self": DECLARANT_ID} | {member.key: member.id_number for member in FAMILY if member.id_number}


def rows(table):
    answer = getattr(REPORT.tables, table)
    return answer.entries


def papers():
    for passport in rows("passports"):
        kind = ExitDocumentKind.PASSPORT
        yield ExitDocument(DECLARANT_ID, kind, passport.number, passport.issued, passport.expires)
    for permit in rows("permits"):
        yield ExitDocument(DECLARANT_ID, ExitDocumentKind.HK_MACAO, permit.number, permit.valid_from, permit.valid_to)
    for trip in rows("trips_abroad"):
        yield Crossing(DECLARANT_ID, trip.passport_number, trip.left, trip.returned, trip.countries)
    for trip in rows("trips_hkmt"):
        yield Crossing(DECLARANT_ID, trip.permit_number, trip.left, trip.returned, trip.place)


def property_():
    for home in rows("real_estate"):
        for owner in home.owners:
            yield TitleRecord(
                subject=IDS[owner],
                certificate=home.certificate,
                address=f"江苏省{home.address}",
                area=home.area,
                kind=home.kind,
                state=TitleState.HELD,
            )
    for share in rows("stocks"):
        yield ShareHolding(IDS[share.holder], share.code, share.name, share.quantity, share.value, REPORT.filed_on)
    for fund in rows("funds"):
        yield FundHolding(IDS[fund.holder], fund.code, fund.name, fund.units, fund.value, REPORT.filed_on)
    for policy in rows("insurance"):
        state = PolicyState.IN_FORCE
        yield PolicyRecord(IDS[policy.holder], policy.policy_number, policy.insurer, policy.product, policy.paid, state)
    for account in rows("deposits_abroad"):
        yield ForeignAccount(IDS[account.holder], account.country, account.bank, account.currency, account.amount)


def people():
    yield MarriageRecord(subject=DECLARANT_ID, state=rows("marriage")[0].state)
    for job in rows("employment"):
        if job.who in IDS:
            yield JobRecord(subject=IDS[job.who], employer=job.employer)
    for firm in rows("businesses"):
        yield FirmRecord(
            subject=IDS[firm.who],
            uscc=firm.uscc,
            company=firm.company,
            role=CompanyRole.SHAREHOLDER,
            subscribed=firm.subscribed,
            state=firm.state,
        )
    yield TaxRecord(DECLARANT_ID, 2025, (rows("wages")[0].total + rows("labour_income")[0].total) * num("10000"))


EXTRACTS = (*papers(), *property_(), *people())


def asked(report):
    made = Assembly()
    for record in (report, *(extract(row, received="2026-03-01") for row in EXTRACTS)):
        made.add(record)
    return [finding.rule for finding in run_all(made) if finding.rule.startswith("F")]


def without(*tables):
    return msgspec.structs.replace(REPORT, tables=msgspec.structs.replace(REPORT.tables, **dict.fromkeys(tables)))


def test_registers_that_agree_ask_nothing():
    assert asked(REPORT) == []


@pytest.mark.parametrize(
    ("table", "rules"),
    [
        ("marriage", ["F01"]),
        ("passports", ["F02"]),
        ("trips_abroad", ["F03", "F03"]),
        ("permits", ["F04"]),
        ("trips_hkmt", ["F04"]),
        ("employment", ["F07", "F07"]),
        ("real_estate", ["F09", "F10"]),
        ("stocks", ["F12"] * 8),
        ("funds", ["F12"] * 6),
        ("insurance", ["F12"] * 4),
        ("businesses", ["F14"]),
        ("deposits_abroad", ["F16"]),
    ],
)
def test_a_table_left_out_is_asked_about(table, rules):
    assert asked(without(table)) == rules


def test_rows_the_registers_hold_twice_are_asked_about_once():
    made = Assembly()
    for received in ("2026-03-01", "2026-06-01"):
        for row in EXTRACTS:
            made.add(extract(msgspec.structs.replace(row), received=received))
    made.add(without("real_estate", "stocks"))
    assert sum(finding.rule.startswith("F") for finding in run_all(made)) == 10
