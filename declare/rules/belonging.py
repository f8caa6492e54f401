"""范围 · Who belongs to the family and the household as one report tells it, and who did in two of them."""

from declare.items.choices import Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.rules.facts import SELF
from declare.rules.kinship import CHILD, SPOUSE, gone, living_together

COVERED = (SPOUSE, CHILD, Relation.CHILD_SPOUSE)
"""配偶、子女及其配偶 · Whose matters are reported beside the declarant's own."""


def family_of(filing: Filing) -> tuple[Member, ...]:
    """The spouse, the children and their spouses, as one report lists them, those who left among them."""
    return tuple(member for member in filing.family or () if member.relation in COVERED)


def present_in(filing: Filing) -> set[str]:
    """The keys of spouse, children and children's spouses who have not left by divorce or death."""
    return {member.key for member in family_of(filing) if not gone(member)}


def household_of(filing: Filing) -> set[str]:
    """The keys of declarant, spouse and the children living together."""
    kin = (member for member in family_of(filing) if not gone(member))
    return {SELF, *(member.key for member in kin if _shares_the_household(member, filing))}


def in_both(one: Filing, other: Filing) -> set[str]:
    """The keys of those who belong to the household in both reports."""
    return household_of(one) & household_of(other)


def theirs(owners: tuple[str, ...], household: set[str]) -> bool:
    """Whether something belongs to one of the household; what names no owner is the household's, for it is reported."""
    return not any(owners) or not household.isdisjoint(owners)


def _shares_the_household(member: Member, filing: Filing) -> bool:
    """Whether one of the family lives in the household on the filing day."""
    return member.relation is SPOUSE or (member.relation is CHILD and living_together(member, filing.filed_on))
