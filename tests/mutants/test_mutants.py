"""A weak rule shows what its cases do not notice; a strong one shows nothing."""

import ast
from types import ModuleType

import pytest

from declare.items.wages import Wages
from declare.law import FORM, Text
from declare.rules.book import Rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.finding import REVIEWER, finding
from tests.mutants.__main__ import main
from tests.mutants.catalogue import files_of_rules, shared
from tests.mutants.equivalent import Known, known
from tests.mutants.mutants import Score, mutants_of, tally
from tests.mutants.table import lines, short, total

SOURCE = '''
LIMIT = Decimal("50.00")

def check(facts):
    """Pay above the limit."""
    for row in facts.rows(Wages):
        if row.total is None:
            continue
        if row.total > LIMIT:
            yield finding(row, "total")
'''
ABOVE = flagged("above", report(Wages(total=num("50.01"))), at=("total",))
EXACT = silent("exact", report(Wages(total=num("50.00"))))
EMPTY = silent("empty", report(Wages()))
FAR = flagged("far above", report(Wages(total=num("99.00"))))


def scored(*cases, source=SOURCE, equivalent=Known(frozenset())):  # noqa: B008 — a list that does not change
    module = ModuleType("declare.rules.planted")
    vars(module).update({"Decimal": num, "Wages": Wages, "finding": finding})
    exec(source, vars(module))
    says = Text("请核对。", "Please check.")
    rule = Rule("Z01", says, (1,), (FORM.whole("表1"),), REVIEWER, says, module.check, "", examples=list(cases))
    parts = ast.parse(source).body
    return tally(Score("Z01", "Z"), module, parts, [rule], every=1, known=equivalent)


def changed(score):
    return {(mutant.was, mutant.now) for mutant in score.survivors}


def test_a_strong_rule_leaves_nothing_unnoticed():
    score = scored(ABOVE, EXACT, EMPTY)
    assert changed(score) == set()
    assert score.made == score.killed > 5


def test_a_weak_rule_shows_its_gaps():
    assert changed(scored(FAR)) == {
        ("LIMIT = Decimal('50.00')", "LIMIT = Decimal('50.01')"),
        ("LIMIT = Decimal('50.00')", "LIMIT = Decimal('49.99')"),
        ("if row.total is None", "pass"),
        ("if row.total > LIMIT", "if row.total >= LIMIT"),
        ("yield finding(row, 'total')", "yield finding(row)"),
    }


def test_everything_is_put_back():
    assert scored(ABOVE, EXACT, EMPTY) == scored(ABOVE, EXACT, EMPTY)


def test_a_rule_running_in_circles_is_noticed(monkeypatch):
    monkeypatch.setattr("tests.mutants.judging.SECONDS", 0.05)
    circles = SOURCE.replace(
        "        if row.total is None:", "        while not row:\n            pass\n        if row.total is None:"
    )
    assert changed(scored(ABOVE, EXACT, EMPTY, source=circles)) == set()


def test_a_case_that_disagrees_anyway_is_an_error():
    with pytest.raises(ValueError, match="before anything is changed"):
        scored(silent("wrong", *ABOVE.records))


def test_a_change_without_a_difference_is_counted_apart(tmp_path):
    path = tmp_path / "equivalent.txt"
    path.write_text("# why\ndeclare/rules/planted.py: if row.total > LIMIT → if row.total >= LIMIT\n", encoding="utf-8")
    score = scored(ABOVE, EMPTY, equivalent=known(path))
    assert score.equivalent == 1
    assert ("if row.total > LIMIT", "if row.total >= LIMIT") not in changed(score)


def test_what_is_listed_as_equivalent_is_still_there():
    listed = known().entries
    files = {file for file, _, _ in listed}
    names = [name for name in (*files_of_rules(), *shared()) if f"{name.replace('.', '/')}.py" in files]
    there = {(one.file, one.was, one.now) for name in names for one in mutants_of(name)}
    assert listed - there == set()


def test_the_report_adds_up_and_names_the_survivors():
    weak, strong = scored(FAR), scored(ABOVE, EXACT, EMPTY)
    both = total([weak, strong])
    assert (both.made, both.killed) == (weak.made + strong.made, weak.killed + strong.killed)
    assert any(line.startswith("declare/rules/planted.py:9 check: if row.total > LIMIT →") for line in lines([weak]))


def test_long_clauses_are_shown_around_the_change():
    assert short("a" * 99 + "<" + "b" * 99, "a" * 99 + ">" + "b" * 99) == " → ".join(
        f"…{'a' * 40}{sign}{'b' * 40}…" for sign in "<>"
    )


def test_the_command_fails_below_the_score_asked_for(capsys):
    assert main(["B23", "--quick", "--json"]) == 0
    assert '"score"' in capsys.readouterr().out
    assert main(["B23", "--quick", "--least", "1.1"]) == 1
