"""Which reports are past their time, and that a destruction that stops goes on."""

from datetime import date

import pytest
from sqlalchemy import func, insert, select

from declare.checks.models import Finding
from declare.declarations import queries as reading
from declare.declarations import service as declarations
from declare.declarations.models import DRAFT, Declaration, Filing, Section
from declare.extensions import db, vault
from declare.retention import queries, service
from declare.retention.models import Certificate
from declare.retention.terms import Terms, kept_since
from declare.vault import DataKey, Destroyed, receipts
from declare.web import SYSTEM, now, today, transaction
from tests.durability import reports

TEN = Terms(reports=10)


def destroy(terms=TEN, *, at_once=service.AT_ONCE):
    with transaction() as session:
        row = service.destroy_next(session, terms, today(), by=SYSTEM, at_once=at_once)
        return row.id if row else None


def number(model):
    return db.session.scalar(select(func.count()).select_from(model))


@pytest.fixture
def office(bureau):
    with bureau.app.app_context():
        yield bureau


@pytest.mark.parametrize(
    ("day", "years", "since"),
    [
        (date(2036, 12, 31), 10, date(2026, 1, 1)),
        (date(2037, 1, 1), 10, date(2027, 1, 1)),
        (date(2056, 2, 29), 30, date(2026, 1, 1)),
    ],
)
def test_a_term_begins_with_the_year_after_filing_and_ends_with_a_year(day, years, since):
    assert kept_since(day, years) == since


def test_a_destruction_that_stops_goes_on_where_it_stopped(office):
    office.clock.go(days=366 * 11)
    filed = number(Filing)
    persons = len(queries.persons(db.session, TEN, today()))
    db.session.rollback()
    assert [destroy(at_once=7), destroy(at_once=7)] == [1, 2]
    assert 0 < number(Filing) < filed
    assert len(queries.persons(db.session, TEN, today())) == persons - 14
    db.session.rollback()
    while destroy():
        pass
    assert number(Filing) == 0
    said = [receipts.body_of(body)["records"] for body in db.session.scalars(select(Certificate.body))]
    named = [one["record"] for records in said for one in records]
    assert len(named) == len(set(named))
    assert sum(record.startswith("filing/") for record in named) == filed
    db.session.rollback()
    assert destroy() is None


def test_of_an_old_draft_the_head_is_left_and_says_so(office):
    (draft,) = reports.prepare(1)
    office.clock.go(days=366 * 12)
    while destroy():
        pass
    assert number(Section) == 0
    with pytest.raises(Destroyed):
        reading.opened(db.session, db.session.get(Declaration, draft), reports.READER)
    assert destroy() is None
    assert db.session.get(DataKey, f"declaration/{draft}") is None
    with pytest.raises(Destroyed):
        vault.sealer(db.session, f"declaration/{draft}")


def test_a_report_that_is_being_corrected_is_kept_with_its_correction(office):
    office.clock.go(days=366 * 11)
    with transaction() as session:
        chosen = select(Declaration).join(Filing).where(Declaration.state != DRAFT).order_by(Declaration.id)
        head = session.scalars(chosen).first()
        person, year = head.person_id, head.year
        declarations.open_correction(session, head, ["wages"], at=now(), by=SYSTEM)
    while destroy():
        pass
    left = select(Declaration.person_id, Declaration.year).join(Filing).distinct()
    assert db.session.execute(left).all() == [(person, year)]
    assert number(Section) > 0


def test_only_the_kind_that_was_named_is_destroyed(office):
    office.clock.go(days=366 * 11)
    found = queries.due(db.session, TEN, today(), queries.persons(db.session, TEN, today()))
    assert found.reports
    assert not found.disclosures
    other = Terms(disclosures=10)
    found = queries.due(db.session, other, today(), queries.persons(db.session, other, today()))
    assert found.disclosures
    assert not found.reports


def test_findings_about_no_report_stay_as_long_as_the_longer_of_both_terms(office):
    office.clock.go(days=366 * 11)
    finding = db.session.scalars(select(Finding).where(Finding.person_id.is_not(None)).order_by(Finding.id)).first()
    finding.declaration_id = finding.filing_id = None
    who, numbered = [finding.person_id], finding.id
    for terms, gone in ((TEN, False), (Terms(10, 40), False), (Terms(10, 10), True)):
        assert (numbered in queries.due(db.session, terms, today(), who).findings) is gone


def test_what_was_put_back_is_destroyed_again(office):
    filing = db.session.scalars(select(Filing).order_by(Filing.id)).first()
    names = {column.key for column in Filing.__table__.columns}
    kept = {name: getattr(filing, name) for name in names}
    stored = db.session.execute(select(DataKey.__table__).where(DataKey.record == filing.record)).mappings().one()
    stored, record = dict(stored), filing.record
    db.session.rollback()
    office.clock.go(days=366 * 11)
    destroy()
    db.session.execute(insert(DataKey), stored)
    db.session.execute(insert(Filing), kept)
    db.session.commit()
    assert destroy() is not None
    assert db.session.get(DataKey, record) is None
    assert number(Filing) == 0
