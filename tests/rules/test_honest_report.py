"""Somebody who reports honestly, completely and coherently is asked nothing."""

import pytest

from declare.items.choices import FilingKind
from declare.rules.book import run
from declare.rules.cases import report
from declare.rules.facts import Facts
from tests.rules.honest import FAMILY, honest


def rules_of(*filings, earlier=()):
    return [(finding.rule, finding.message.zh) for filing in filings for finding in run(Facts(filing, earlier=earlier))]


def test_a_first_full_report_yields_nothing():
    assert rules_of(honest(2024)) == []


def test_an_annual_report_after_it_yields_nothing():
    assert rules_of(honest(2025), earlier=(honest(2024),)) == []


def test_a_report_of_a_change_that_tells_one_trip_yields_nothing():
    trip = honest(2025).tables.trips_abroad.entries[0]
    change = report(trip, kind=FilingKind.CHANGE, year=2025, filed_on="2025-03-01", family=FAMILY)
    assert rules_of(change, earlier=(honest(2024),)) == []


@pytest.mark.parametrize("table", ["trips_abroad", "emigration", "employment", "real_estate", "wages", "stocks"])
def test_leaving_a_table_out_is_asked_about(table):
    filing = honest(2025)
    left_out = {name: getattr(filing.tables, name) for name in filing.tables.__struct_fields__ if name != table}
    short = type(filing)(
        **{name: getattr(filing, name) for name in filing.__struct_fields__ if name != "tables"},
        tables=type(filing.tables)(**left_out),
    )
    assert ("A09", table) in {(found.rule, found.numbers.get("table")) for found in run(Facts(short))}
