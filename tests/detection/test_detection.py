"""Every rule finds what is planted for it, and nothing on anybody else; the measure itself can fail."""

import pytest
from msgspec import structs

from declare.demo.plants.book import NOT_PLANTED, plants
from declare.demo.population.answers import Answer
from declare.demo.population.streaming import Population
from declare.demo.population.writing import write_population
from declare.interchange.corpus import Corpus, read_file
from declare.interchange.writing import line
from declare.law import Text
from declare.rules.book import all_rules
from declare.rules.finding import DECLARANT, Finding
from tests.detection.explained import EXPLAINED
from tests.detection.measuring import compare, detect

SLIP = Finding(
    rule="A01",
    version=1,
    severity=1,
    declarant="Y",
    year=2025,
    where=(),
    title=Text("身份证校验位错误", "ID check digit"),
    message=Text("请核对。", "Please check."),
    basis=(),
    numbers={},
    thresholds=(),
    clause=None,
    audience=DECLARANT,
)


@pytest.fixture(scope="module")
def result():
    """A small population in which every rule is planted twice at least, but for registers, which are planted once each."""
    return detect(340, seed=11)


def test_every_rule_is_planted_or_named():
    assert {one.rule for one in plants() if not one.honest} | {"H07"} | set(NOT_PLANTED) == {
        rule.id for rule in all_rules()
    } | {"F20"}


def test_every_rule_is_planted_twice_at_least(result):
    planted = {rule: len(measured.carriers) for rule, measured in result.rules.items()}
    assert {rule: count for rule, count in planted.items() if count < 2} == {}
    assert len(planted) == 135


def test_what_is_planted_is_found(result):
    missed = {rule: measured.missed() for rule, measured in result.rules.items() if rule not in EXPLAINED}
    assert {rule: answers for rule, answers in missed.items() if answers} == {}


def test_nobody_else_has_a_finding(result):
    others = {rule: measured.elsewhere for rule, measured in result.rules.items() if rule not in EXPLAINED}
    assert {rule: found for rule, found in others.items() if found} == {}
    assert result.honest == []


def test_a_fault_nobody_finds_counts_against_recall():
    answer = Answer(rule="A01", variant="a slip", declarant="X", year=2025)
    measured = compare([answer], [], {}).rules["A01"]
    assert measured.recall == 0
    assert not measured.good
    assert measured.missed() == [answer]


def test_a_finding_on_the_honest_counts_against_precision(result):
    near = Answer(rule="A01", variant="nearly", declarant="X", year=2025, honest=True)
    found = structs.replace(SLIP, declarant="X")
    told = compare([near], [found], {})
    assert told.honest == [("X", found, "A01: nearly")]
    assert told.rules["A01"].precision == 0


def test_the_same_seed_gives_the_same_population_and_another_another():
    assert lines(seed=5) == lines(seed=5) != lines(seed=6)


def test_the_population_reads_as_interchange_files(tmp_path):
    paths = write_population(Population(150, 2025, 5, faults=True), tmp_path)
    contents = [read_file(path) for path in paths if path.stem != "answers"]
    assert [problem for one in contents for problem in one.problems] == []
    corpus = Corpus(located for one in contents for located in one.records)
    assert list(corpus.problems()) == []


def lines(*, seed):
    """Every record of a small population as text."""
    records = Population(60, 2025, seed, faults=True).records()
    return [str(record) if isinstance(record, Answer) else line(record) for _, record in records]
