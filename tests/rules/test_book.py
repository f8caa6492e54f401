"""The rule book as a whole: complete, in order, in both languages, asking and never accusing."""

import re
from datetime import date

import msgspec
import pytest

from declare.items.choices import FilingKind
from declare.items.edition_2017 import EDITION
from declare.items.filing import Filing
from declare.rules import wire
from declare.rules.book import all_rules, rule, rule_by_id, run
from declare.rules.cases import report
from declare.rules.facts import Facts
from declare.rules.finding import Audience

RULES = all_rules()
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
GROUP_A = [f"A{number:02}" for number in range(1, 14)]
GROUP_B = [f"B{number:02}" for number in range(1, 33)]
SIZES = {"A": 13, "B": 32, "C": 15, "D": 9, "E": 26, "F": 20, "G": 14, "H": 10}
IDS = [f"{group}{number:02}" for group, size in SIZES.items() for number in range(1, size + 1)]
SELF_CHECK = {*GROUP_A, *GROUP_B, "C08", "C09", "C10", "G01", "G02", "G03"} | {
    f"E{number:02}" for number in (1, 2, 3, 11, 12, 13, 19, 20)
}


def scenes():
    """Everything any case of any rule tells of: its reports, its declarants, its office."""
    for case in (case for known in RULES for case in known.examples):
        assembly = case.assembly()
        for subject in assembly.subjects():
            yield from (Facts.of(subject, index) for index in range(len(subject.history)))
            yield subject
        yield assembly.office()


def test_the_groups_are_complete_and_in_order():
    there = [rule.id for rule in RULES]
    assert there == [id for id in IDS if id in there]
    assert set(GROUP_A + GROUP_B) <= set(there)


@EACH_RULE
def test_a_rule_has_a_flagging_and_a_silent_case(rule):
    assert {case.flags for case in rule.examples} == {True, False}
    names = [case.name for case in rule.examples]
    assert len(names) == len(set(names))


@EACH_RULE
def test_a_rule_says_what_the_law_asks_in_chinese(rule):
    assert re.search("[\u4e00-\u9fff]", rule.doc)
    assert rule.check.__doc__


@EACH_RULE
def test_a_rule_asks_and_never_accuses(rule):
    assert re.search("请核对|请说明|请补充|请双方核对|请逐位核对|请对照|请核实", rule.says.zh)
    assert not re.search("违规|违纪|瞒报|漏报|虚假", rule.says.zh)
    assert rule.says.en.endswith(".")


@EACH_RULE
def test_a_citation_is_in_force_on_the_days_of_the_cases(rule):
    days = [case.filings[-1].filed_on for case in rule.examples if case.filings]
    assert all(any(cited.in_force(day) for cited in rule.basis) for day in days)


@EACH_RULE
def test_a_rule_is_for_whom_the_catalogue_says(rule):
    assert (rule.audience is Audience.DECLARANT) == (rule.id in SELF_CHECK)


@EACH_RULE
def test_every_gravity_a_rule_names_is_shown_by_a_case(rule):
    if len(rule.severity) > 1:
        assert {case.severity for case in rule.examples if case.flags} - {None} == set(rule.severity)


def test_an_id_is_given_once():
    with pytest.raises(ValueError, match=RULES[0].id):
        rule(RULES[0].id, RULES[0].title, severity=1, basis=(), audience=Audience.DECLARANT, says=RULES[0].says)(
            RULES[0].check
        )


def test_a_rule_is_found_by_its_id():
    assert rule_by_id("A01").id == "A01"
    with pytest.raises(KeyError):
        rule_by_id("Z99")


def test_an_empty_report_of_nothing_is_read_without_a_stumble():
    bare = Filing(edition="2017", kind=FilingKind.CHANGE, year=2025, filed_on=date(2025, 3, 1), declarant="")
    assert {finding.rule for finding in run(Facts(bare))} <= {"A01", "A12"}


def test_rows_without_any_field_are_read_without_a_stumble():
    rows = [table.entry() for table in (*EDITION.tables, *EDITION.extensions)]
    for year in (1, 2025, 9998):
        assert run(Facts(report(*rows, year=year), earlier=(report(*rows, year=year - 1),) if year > 1 else ()))


def test_two_runs_print_the_same_lines():
    for facts in scenes():
        first, second = ([wire.line(finding) for finding in run(facts)] for _ in range(2))
        assert first == second


def test_findings_stand_in_the_order_of_rule_and_place():
    for facts in scenes():
        found = run(facts)
        assert found == sorted(found, key=lambda finding: finding.order())


def test_no_finding_quotes_a_number_a_name_or_an_address():
    secrets = re.compile(r"\d{15}|[A-Z]{1,2}\d{7}|[0-9A-Z]{18}")
    for facts in scenes():
        for finding in run(facts):
            told = msgspec.json.encode([finding.message, finding.numbers]).decode()
            assert not secrets.search(told), finding.rule
