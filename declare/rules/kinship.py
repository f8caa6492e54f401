"""Who belongs to the family and the household of a declarant, and how old they are on a day."""

from datetime import date

from declare.items.choices import FamilyChange, Relation
from declare.items.filing import Member
from declare.rules.facts import SELF, Facts, once

MAJORITY = 18
"""完全民事行为能力 · The age from which a child is an adult."""

GONE = (FamilyChange.DIVORCE, FamilyChange.DEATH)
SPOUSE, CHILD = Relation.SPOUSE, Relation.CHILD


def gone(member: Member) -> bool:
    """Whether a person listed once more has left the family by divorce or death."""
    return member.change in GONE


def present(facts: Facts, relation: Relation) -> list[Member]:
    """The members of that relation who have not left the family."""
    return [member for member in facts.family if member.relation is relation and member.change not in GONE]


@once
def children(facts: Facts) -> list[Member]:
    """The children who have not left the family."""
    return present(facts, CHILD)


@once
def spouse(facts: Facts) -> Member | None:
    """The declarant's spouse, None without one."""
    return next(iter(present(facts, SPOUSE)), None)


@once
def away(facts: Facts) -> set[str]:
    """The keys of those who have left the family by divorce or death."""
    return {member.key for member in facts.family if member.change in GONE}


def born(member: Member) -> date | None:
    """The day of birth, else the one in an 18-digit identity number, None where neither can be read."""
    if member.born is not None:
        return member.born
    number = member.id_number
    if len(number) != 18 or not number[6:14].isdecimal():
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def age(member: Member, day: date) -> int | None:
    """The age in full years on that day, None where the day of birth is not given."""
    birth = born(member)
    if birth is None:
        return None
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def under_age(member: Member, day: date) -> bool:
    """Whether a person is known to be under eighteen on that day."""
    birth = born(member)
    if birth is None or day.year - birth.year > MAJORITY:
        return False
    years = age(member, day)
    return years is not None and years < MAJORITY


def living_together(member: Member, day: date) -> bool:
    """共同生活的子女 · Whether a child counts as living together: said so, or not said and under eighteen."""
    return member.cohabiting is True or (member.cohabiting is None and under_age(member, day))


@once
def kin_in_household(facts: Facts) -> dict[str, Member]:
    """The spouse and the children living together, by key."""
    return {
        member.key: member
        for member in facts.family
        if member.change not in GONE
        and (member.relation is SPOUSE or (member.relation is CHILD and living_together(member, facts.filed_on)))
    }


def household(facts: Facts) -> set[str]:
    """The keys of declarant, spouse and children living together."""
    return {SELF, *kin_in_household(facts)}
