"""A check of everything goes on where it was stopped, looks at what has changed alone, and says the same on several cores."""

import json
from datetime import date
from functools import partial

import msgspec
import pytest
from sqlalchemy import delete, func, select

from declare import checks
from declare.accounts.models import Person
from declare.checks import running, service
from declare.checks.models import Finding, Run, Stale
from declare.declarations import submission
from declare.declarations.models import Trace
from declare.declarations.queries import history
from declare.disclosures.models import Disclosure
from declare.extensions import db
from declare.items.edition_2017 import Tables
from declare.vault import Reader
from declare.web import SYSTEM, now, transaction

READER = Reader(None, "system", "test")


class Stopped(Exception):
    """The plug is pulled."""


@pytest.fixture
def small(monkeypatch):
    """Pieces of ten persons."""
    monkeypatch.setattr(running, "AT_ONCE", 10)


def carried_out(plan, *, workers=1, stop_after=None):
    """Does what was planned; the pieces done, and the summary."""
    seen = []

    def shown(parts, _pieces):
        for part in parts:
            if stop_after is not None and len(seen) == stop_after:
                raise Stopped
            seen.append(part)
            yield part

    done = partial(running.here, year=None, workers=workers)
    summary = running.carry_out(plan, year=None, done=done, shown=shown, keeping=True)
    return len(seen), summary


def kept():
    """Every finding as it is kept."""
    return [
        (one.fingerprint, one.content, one.state) for one in db.session.scalars(select(Finding).order_by(Finding.id))
    ]


def test_a_run_that_was_stopped_goes_on_where_it_was(bureau, small):
    with bureau.app.app_context():
        whole = running.plan_all(resume=True)
        with pytest.raises(Stopped):
            carried_out(whole, stop_after=2)
        again = running.plan_all(resume=True)
        assert again.resumed
        assert list(again.persons) == list(whole.persons)[20:]
        pieces, _summary = carried_out(again)
        assert pieces == len(range(20, len(whole.persons), 10))
        assert not running.plan_all(resume=True).resumed


def test_a_run_that_was_stopped_under_other_rules_begins_again(bureau, small, monkeypatch):
    with bureau.app.app_context():
        with pytest.raises(Stopped):
            carried_out(running.plan_all(resume=True), stop_after=2)
        monkeypatch.setattr(running, "today", lambda: date(2031, 1, 1))
        assert not running.plan_all(resume=True).resumed


def test_only_those_whose_facts_changed_are_looked_at_again(bureau, small):
    with bureau.app.app_context():
        _pieces, whole = carried_out(running.plan_all(resume=True))
        assert list(running.plan_changed().persons) == []
        person = db.session.scalars(select(Finding.person_id).where(Finding.rule == "B30")).first()
        db.session.rollback()
        with transaction() as session:
            last = history(session, [person], READER)[person][-1]
            bare = msgspec.structs.replace(last, tables=Tables(), ref="again", filed_on=date(2026, 11, 23))
            submission.file_document(session, bare, session.get_one(Person, person), at=now(), by=SYSTEM)
        changed = running.plan_changed()
        assert person in changed.persons
        assert len(changed.persons) < 10
        _pieces, part = carried_out(changed)
        assert 0 < part.reports < whole.reports
        assert db.session.scalar(select(func.count()).select_from(Stale)) == 0
        after = sorted(kept())
        db.session.rollback()
        carried_out(running.plan_all(resume=False))
        assert sorted(kept()) == after


def test_another_day_looks_at_everybody_again(bureau, monkeypatch):
    with bureau.app.app_context():
        carried_out(running.plan_all(resume=True))
        monkeypatch.setattr(running, "today", lambda: date(2031, 1, 1))
        assert len(running.plan_changed().persons) >= 60


def test_a_run_without_an_end_is_no_ground_for_looking_at_changes_alone(bureau):
    with bureau.app.app_context():
        with transaction() as session:
            session.execute(delete(Run))
        assert len(running.plan_changed().persons) >= 60


def test_the_pieces_say_what_one_transaction_says(bureau, small):
    with bureau.app.app_context():
        before = sorted(kept())
        db.session.rollback()
        _pieces, summary = carried_out(running.plan_all(resume=False))
        assert (summary.new, summary.changed, summary.cured) == (0, 0, 0)
        assert sorted(kept()) == before


@pytest.mark.slow
def test_several_processes_say_what_one_says(bureau, small):
    with bureau.app.app_context():
        _pieces, alone = carried_out(running.plan_all(resume=False))
        _pieces, together = carried_out(running.plan_all(resume=False), workers=2)
    said = [
        sorted(json.dumps(msgspec.to_builtins(one), sort_keys=True) for one in run.found) for run in (alone, together)
    ]
    assert said[0] == said[1]
    assert (together.new, together.changed, together.cured) == (0, 0, 0)


def test_who_shares_an_identifier_is_checked_with_the_one_who_filed(bureau):
    with bureau.app.app_context(), transaction() as session:
        first, second = session.scalars(select(Person.id).order_by(Person.id).limit(2)).all()
        found = service.source().concerned(session, [first])
        assert first not in found
        assert list(found) == sorted(found)
        checks.stale(session, [first, second, first])
        checks.stale(session, [second])
        assert session.scalars(select(Stale.person_id).order_by(Stale.person_id)).all()[:2] == [first, second]


def test_asking_for_everybody_at_once_says_the_same(bureau):
    with bureau.app.app_context():
        first, second, third = db.session.scalars(select(Trace).group_by(Trace.person_id).limit(3)).all()
        number = db.session.get_one(Person, third.person_id).id_digest
        for digest, whose in ((first.digest, second), (number, first)):
            db.session.add(
                Trace(
                    person_id=whose.person_id,
                    index="uscc",
                    digest=digest,
                    filing_id=whose.filing_id,
                    table="businesses",
                    entry=0,
                )
            )
        hosts = db.session.scalars(select(Disclosure).order_by(Disclosure.person_id)).all()
        hosts[0].letter = hosts[-1].letter = b"letter"
        assert hosts[0].person_id != hosts[-1].person_id
        db.session.flush()
        persons = service.source().persons(db.session, None)
        near = service.source().near(db.session)
        one_by_one = {person: set(service.source().concerned(db.session, [person])) for person in persons}
        assert any(one_by_one.values())
        assert {person: near.get(person, set()) for person in persons} == one_by_one
