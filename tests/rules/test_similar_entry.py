"""Where a finding hints at a similar entry: it can be read off what it points at, and a person's answer settles it for good."""

import msgspec
import pytest

from declare.items.passports import Passport
from declare.items.registries import TitleRecord
from declare.rules.book import REPORT, all_rules, run
from declare.rules.cases import report
from declare.rules.estate_scenes import declared, title
from declare.rules.matching import APART
from declare.rules.similar_entry import COMPARISONS, hints, similar, whose

BY_DAYS = {"F03", "F04", "F08"}
"""Rules whose hint is about a journey or proceedings too: they compare days, not things with keys."""


def hinted():
    """Every case of the rule book in which a finding hints at a similar entry."""
    for rule in all_rules():
        if not rule.id.startswith("F") or rule.scope is not REPORT:
            continue
        for case in rule.examples:
            if case.flags and any(map(hints, run(case.facts(), [rule]))):
                yield pytest.param(rule, case, id=f"{rule.id} {case.name}")


def compared(facts, said):
    """The rows a finding points at: of registers, and of the report."""
    rows = {facts.standing_of(row, None).record: row for rows in facts.subject.told.values() for row in rows}
    held = [rows[record] for record in sorted(registered(said))]
    entries = [
        getattr(facts.filing.tables, place.table).entries[place.entry]
        for place in said.where
        if place.table and place.declaration is None
    ]
    return similar(facts.filing, held, entries)


def registered(said):
    """The rows of registers a finding points at."""
    return {place.record for place in said.where if place.record}


def asked(rule, case, judged=None):
    """What the rule finds where people have decided."""
    facts = case.facts()
    facts.subject.judged = judged or {}
    return facts, run(facts, [rule])


@pytest.mark.parametrize(("rule", "case"), list(hinted()))
def test_a_judgement_settles_every_hint(rule, case):
    facts, found = asked(rule, case)
    said = next(one for one in found if hints(one))
    pair = compared(facts, said)
    if pair is None:
        assert rule.id in BY_DAYS or not all(entry.number for entry in facts.rows(Passport))
        return
    hints_before = sum(map(hints, found))
    same = asked(rule, case, dict.fromkeys(pair.pairs, True))[1]
    assert not registered(said) & {record for one in same for record in registered(one)}
    other = asked(rule, case, dict.fromkeys(pair.pairs, False))[1]
    assert registered(said) <= {record for one in other for record in registered(one)}
    assert sum(map(hints, other)) < hints_before


def test_what_two_things_have_in_common_is_named():
    pair = similar(report(), [title(area="90").row], [declared(area="60")])
    assert pair is not None
    assert pair.match is not APART
    assert pair.match.explained().zh


def test_every_owner_of_a_home_is_judged_with_it():
    one = title().row
    other = msgspec.structs.replace(one, subject="110105195203150021", certificate="苏(2019)江东不动产权第0000001号")
    pair = similar(report(), [one, other], [declared()])
    assert len(pair.pairs) == 2


def test_things_of_different_kinds_are_not_compared():
    assert similar(report(), [title().row], [Passport(number="E12345678")]) is None
    assert similar(report(), [TitleRecord(subject="110105195203150021")], [declared()]) is None


def test_a_stranger_is_nobody_of_the_family():
    assert whose(report(), "110105195203150021") == ""
    assert whose(report(), report().declarant) == "self"


def test_every_class_is_compared_in_one_way():
    kinds = [kind for way in COMPARISONS for kind in (*way.registered, *way.declared)]
    assert len(kinds) == len(set(kinds))
