"""Who belongs to the household, and how old they are."""

import pytest

from declare.items.choices import FamilyChange, Relation
from declare.items.filing import Member
from declare.rules.cases import day, report
from declare.rules.facts import Facts
from declare.rules.kinship import age, away, born, household, spouse, under_age

BORN = Member(key="ch", relation=Relation.CHILD, born=day("2008-02-29"))


@pytest.mark.parametrize(("on", "years"), [("2026-02-28", 17), ("2026-03-01", 18), ("2008-02-29", 0)])
def test_an_age_is_counted_in_full_years(on, years):
    assert age(BORN, day(on)) == years


def test_an_age_nobody_told_is_not_under_eighteen():
    assert age(Member(), day("2026-01-20")) is None
    assert not under_age(Member(), day("2026-01-20"))


@pytest.mark.parametrize(
    ("number", "told"),
    [("320102201506015319", "2015-06-01"), ("320102201513015319", None), ("E12345678", None), ("", None)],
)
def test_a_birthday_is_read_off_an_identity_number(number, told):
    assert born(Member(id_number=number)) == (day(told) if told else None)


def test_the_household_is_declarant_spouse_and_children_living_together():
    family = (
        Member(key="ex", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE),
        Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.MARRIAGE),
        Member(key="together", relation=Relation.CHILD, cohabiting=True),
        Member(key="minor", relation=Relation.CHILD, born=day("2015-06-01")),
        Member(key="apart", relation=Relation.CHILD, cohabiting=False),
        Member(key="parent", relation=Relation.PARENT, cohabiting=True),
    )
    facts = Facts(report(family=family))
    assert household(facts) == {"self", "sp", "together", "minor"}
    assert away(facts) == {"ex"}
    assert spouse(facts) is family[1]
