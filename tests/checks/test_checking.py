"""What the rules find is kept once: the same as on files, cured when it is gone, open again when it has changed."""

import json

import msgspec
import pytest
from sqlalchemy import delete, select, update

from declare import checks, jobs
from declare.accounts.models import Person
from declare.checks import keeping, service
from declare.checks.models import Finding
from declare.checks.source import source
from declare.declarations import submission
from declare.declarations.queries import history
from declare.demo.loading import write_files
from declare.extensions import db, vault
from declare.interchange.corpus import Corpus, read_file
from declare.items.edition_2017 import Tables
from declare.jobs.models import Job
from declare.rules import wire
from declare.vault import Reader
from declare.web import SYSTEM, now, transaction
from tests.bureau import MADE, TODAY

READER = Reader(None, "system", "test")


def run(bureau, **more):
    with bureau.app.app_context(), transaction() as session:
        return checks.check(session, source().persons(session, more.get("year")), **more)


def comparable(finding):
    """A finding without the number a record has in a file or in the database."""
    where = [{**place, "record": "somewhere"} if "record" in place else place for place in finding["where"]]
    return json.dumps({**finding, "where": where}, sort_keys=True)


def rows(bureau):
    with bureau.app.app_context():
        return list(db.session.scalars(select(Finding).order_by(Finding.id)))


@pytest.fixture
def rules(monkeypatch):
    """Lets a test change what the rules find."""

    def change(how):
        original = run_rules

        monkeypatch.setattr(service, "run", lambda facts: how(original(facts)))

    run_rules = service.run
    return change


def test_the_database_and_the_files_say_the_same(bureau, tmp_path):
    files = [path for path in write_files(MADE, tmp_path / "files") if path.suffix == ".jsonl"]
    corpus = Corpus(located for path in files for located in read_file(path).records)
    said = [json.loads(wire.line(one)) for one in corpus.findings(today=TODAY.date())]
    answer = bureau.app.test_cli_runner().invoke(args=["check", "--json"])
    kept = [json.loads(one) for one in answer.stdout.splitlines()]
    assert sorted(map(comparable, kept)) == sorted(map(comparable, said))
    assert len(said) >= 14
    assert {"rule", "declarant", "where", "basis", "audience"} <= said[0].keys()


def test_running_again_changes_nothing(bureau):
    before = [(one.id, one.fingerprint, one.content, one.state) for one in rows(bureau)]
    again = run(bureau)
    assert (again.new, again.changed, again.cured) == (0, 0, 0)
    assert [(one.id, one.fingerprint, one.content, one.state) for one in rows(bureau)] == before


def test_what_was_kept_says_what_was_found(bureau):
    found = {wire.line(one) for one in run(bureau).found}
    with bureau.app.app_context():
        kept = rows(bureau)
        openers = vault.openings(db.session, [one.record for one in kept], READER, what="test")
        opened = {wire.line(keeping.opened(openers[one.record], one.revision, one.sealed)) for one in kept}
    assert opened == found


def test_what_is_no_longer_found_is_cured_and_opens_again_when_it_returns(bureau, rules, monkeypatch):
    rules(lambda found: [one for one in found if one.rule != "B30"])
    assert run(bureau).cured == sum(one.rule == "B30" for one in rows(bureau))
    assert {one.state for one in rows(bureau) if one.rule == "B30"} == {"cured"}
    monkeypatch.undo()
    assert run(bureau).new == 0
    assert {(one.state, one.reopened) for one in rows(bureau) if one.rule == "B30"} == {("open", True)}


def test_what_was_decided_stays_decided_until_it_says_something_else(bureau, rules):
    with bureau.app.app_context(), transaction() as session:
        session.execute(update(Finding).values(state="decided"))
    run(bureau)
    assert {one.state for one in rows(bureau)} == {"decided"}
    rules(lambda found: [msgspec.structs.replace(one, numbers={**one.numbers, "more": "1"}) for one in found])
    changed = run(bureau)
    assert changed.changed == len(rows(bureau))
    assert {(one.state, one.reopened, one.revision) for one in rows(bureau)} == {("open", True, 2)}


def test_one_year_alone_touches_no_finding_on_another(bureau, rules):
    rules(lambda _: [])
    run(bureau, year=2024)
    assert {one.year for one in rows(bureau) if one.state == "cured"} == {2024}
    assert {one.year for one in rows(bureau) if one.state == "open"} == {2025}


def test_the_summary_counts_each_rule(bureau):
    said = bureau.app.test_cli_runner().invoke(args=["check", "--year", "2025"]).stdout.splitlines()
    assert "60" in said[0]
    assert [line.split()[0] for line in said[1:]] == sorted(line.split()[0] for line in said[1:])


def test_a_filing_asks_for_a_check_of_its_person(bureau):
    person = bureau.ask(select(Finding.person_id).where(Finding.rule == "B30", Finding.year == 2025))[0][0]
    with bureau.app.app_context(), transaction() as session:
        session.execute(delete(Job))
        last = history(session, [person], READER)[person][-1]
        bare = msgspec.structs.replace(last, tables=Tables(), ref="again", filed_on=TODAY.date())
        submission.file_document(session, bare, session.get_one(Person, person), at=now(), by=SYSTEM)
    bureau.clock.go(hours=1)
    with bureau.app.app_context():
        assert jobs.run_pending() == 1
    assert {one.person_id for one in rows(bureau) if one.last_seen > TODAY} == {person}


def test_no_word_of_a_finding_stands_in_the_database(bureau, tmp_path):
    message = run(bureau).found[0].message.zh
    bureau.close()
    raw = b"".join(path.read_bytes() for path in (tmp_path / "bureau").glob("declare.db*"))
    assert len(raw) > 100_000
    assert message.encode() not in raw
    assert message[3:11].encode() not in raw
