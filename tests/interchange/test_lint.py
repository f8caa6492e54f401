"""Lint runs every rule on files alone: the same findings every time, none for the honest, each rule's cases by that rule."""

import json
from pathlib import Path

import msgspec
import pytest

from declare.demo.corps import corps
from declare.demo.loading import write_files
from declare.interchange.corpus import Corpus, read_file
from declare.interchange.declaration import pointed_at
from declare.interchange.records import ExtractRecord
from declare.interchange.writing import line
from declare.items import table_by_key
from declare.items.choices import Relation
from declare.items.profile import Member
from declare.items.registries import Managed
from declare.items.spec import table_of
from declare.rules.book import all_rules

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
CASES = [(rule, case) for rule in all_rules() for case in rule.examples]


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
    assert found == {(one.declarant, one.fault.rule) for one in made.planted}


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


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule.id} {case.name}" for rule, case in CASES])
def test_the_cases_of_every_rule_say_the_same_as_files(tmp_path, rule, case):
    managed = [ExtractRecord(table_of(Managed), None, row) for row in case.managed]
    path = tmp_path / "case.jsonl"
    path.write_text("\n".join(map(line, [*map(peopled, case.filings), *managed])) + "\n", encoding="utf-8")
    contents = read_file(path)
    assert not contents.problems
    found = Corpus(contents.records).findings()
    year = case.filings[-1].year
    spoke = any(finding.rule == rule.id and finding.year == year for finding in found)
    assert spoke == case.flags
