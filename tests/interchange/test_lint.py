"""Lint runs every rule on files alone: the same findings every time, none for the honest, each rule's cases by that rule."""

import json
from pathlib import Path

import msgspec
import pytest

from declare.demo.corps import corps
from declare.demo.loading import write_files
from declare.interchange.corpus import Corpus, read_file
from declare.interchange.declaration import pointed_at
from declare.interchange.records import DisclosureRecord, ExtractRecord, PersonRecord, UnitRecord, WorkRecord
from declare.interchange.writing import line
from declare.items import table_by_key
from declare.items.choices import Relation
from declare.items.disclosures import DISCLOSURES
from declare.items.filing import Filing
from declare.items.profile import Basic, Member
from declare.items.registries import REGISTRIES
from declare.items.spec import table_of
from declare.rules.around import Kept, PersonFacts, UnitFacts
from declare.rules.book import OFFICE, REPORT, all_rules
from declare.rules.cases import DECLARANT_ID
from declare.rules.registry.resembling_clause import summed

KEYS = [
    "rule",
    "version",
    "severity",
    "declarant",
    "year",
    "where",
    "title",
    "message",
    "basis",
    "numbers",
    "thresholds",
    "clause",
    "audience",
]
CASES = [(rule, case) for rule in all_rules() for case in rule.examples if case.house is None]


@pytest.fixture(scope="module")
def made():
    """The demo corps."""
    return corps(2025)


@pytest.fixture(scope="module")
def files(made, tmp_path_factory):
    """The demo corps as files."""
    paths = write_files(made, tmp_path_factory.mktemp("corps"))
    return [str(path) for path in paths if path.suffix == ".jsonl"]


def lint(app, *arguments):
    """The command."""
    return app.test_cli_runner().invoke(args=["lint", *arguments])


def test_only_what_was_planted_is_found_and_all_of_it(app, made, files):
    result = lint(app, "--json", *files)
    assert result.exit_code == 0
    found = {(finding["declarant"], finding["rule"]) for finding in map(json.loads, result.stdout.splitlines())}
    assert found == {(one.declarant, rule) for one in made.planted for rule in one.fault.rules}


def test_a_finding_has_exactly_the_keys_of_the_contract_in_their_order(app, files):
    lines = lint(app, "--json", *files).stdout.splitlines()
    assert lines
    assert all(list(json.loads(told)) == KEYS for told in lines)


def test_two_runs_print_the_same_whatever_the_order_of_the_files(app, files):
    assert lint(app, "--json", *files).stdout == lint(app, "--json", *reversed(files)).stdout


def test_nothing_is_written(app, files):
    before = Path(app.extensions["settings"].instance, "declare.db").read_bytes()
    assert lint(app, *files).exit_code == 0
    assert Path(app.extensions["settings"].instance, "declare.db").read_bytes() == before


def peopled(filing):
    """A report of a scene whose family has everybody its entries name: a scene shows only what its rule looks at."""
    if filing.family is None:
        return filing
    named = {
        person
        for key in filing.tables.__struct_fields__
        if (answer := getattr(filing.tables, key))
        for entry in answer.entries
        for _, person in pointed_at(table_by_key(key), entry)
    }
    strangers = sorted(named - {"self"} - {member.key for member in filing.family})
    others = tuple(Member(key=key, relation=Relation.OTHER) for key in strangers)
    return msgspec.structs.replace(filing, family=(*filing.family, *others)) if strangers else filing


def travelling(record):
    """A record of a scene as it travels in a file."""
    match record:
        case Filing():
            return peopled(record)
        case UnitFacts():
            return UnitRecord(record.code, record.name or record.code, record.parent, record.region, record.site)
        case PersonFacts():
            basic = Basic(id_number=record.id_number, name=record.name, unit=record.unit)
            return PersonRecord(basic, record.managed_by, ("declarant",))
        case Kept(row=row) if table_of(type(row)) in DISCLOSURES:
            return DisclosureRecord(table_of(type(row)), record.declarant, record.on, row, record.ref)
        case Kept(row=row) if table_of(type(row)) in REGISTRIES:
            return ExtractRecord(table_of(type(row)), record.on, row, record.ref)
        case Kept(row=row):
            return WorkRecord(table_of(type(row)), row, record.ref)


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule.id} {case.name}" for rule, case in CASES])
def test_the_cases_of_every_rule_say_the_same_as_files(tmp_path, rule, case):
    path = tmp_path / "case.jsonl"
    path.write_text("\n".join(line(travelling(record)) for record in case.records) + "\n", encoding="utf-8")
    contents = read_file(path)
    assert not contents.problems
    corpus = Corpus(contents.records)
    assert not list(corpus.problems())
    concerned = {None} if rule.scope is OFFICE else {DECLARANT_ID}
    years = {case.filings[-1].year} if rule.scope is REPORT and case.filings else None
    found = corpus.findings(today=case.today, place=case.place)
    spoke = [one for one in found if one.declarant in concerned and (years is None or one.year in years)]
    if rule.id == "F20":
        assert (summed(one.clause for one in spoke if one.rule.startswith("F")) is not None) == case.flags
    else:
        assert any(one.rule == rule.id for one in spoke) == case.flags
