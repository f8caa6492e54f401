"""Households of the demo corps: the declarant, the spouse, children, children's spouses, a parent."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from random import Random

from declare.demo import names, numbers
from declare.items.choices import Relation, Sex
from declare.items.profile import Basic, Member

IDENTITY_CARD = "居民身份证"
FAMILY = frozenset(("spouse", "child", "minor", "adult", "in_law", "student", "firm"))
CHILDREN = FAMILY - {"spouse", "firm"}


@dataclass(slots=True)
class Household:
    """One declarant with the family, on the first day of the years the demo tells of."""

    basic: Basic
    born: date
    day: date
    members: list[Member] = field(default_factory=list)

    def of(self, *relations: Relation) -> list[Member]:
        """The members who stand in one of these relations."""
        return [member for member in self.members if member.relation in relations]

    @property
    def spouse(self) -> Member | None:
        """The spouse, if there is one."""
        return next(iter(self.of(Relation.SPOUSE)), None)

    @property
    def sharing(self) -> tuple[str, ...]:
        """Who owns the family's home: the declarant, and the spouse if there is one."""
        return ("self", self.spouse.key) if self.spouse else ("self",)

    def age_of(self, member: Member) -> int:
        """How old a member is."""
        return age(member.born, self.day) if member.born else 0


def age(born: date, day: date) -> int:
    """Full years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def household(
    random: Random, basic: Basic, born: date, day: date, *, needs: Collection[str] = frozenset()
) -> Household:
    """A family that fits the declarant's age: nine in ten are married, most have a child.

    `needs` may ask for a spouse, a child, a wed child or a parent, or for none (single).
    """
    home = Household(basic, born, day)
    married = random.random() < 0.9
    if (married or not FAMILY.isdisjoint(needs)) and "single" not in needs:
        home.members.append(new_spouse(random, home))
        children = random.choice((0, 1, 1, 1, 2))
        for number in range(1, 1 + max(children, 0 if CHILDREN.isdisjoint(needs) else 1)):
            _add_child(random, home, number, wed="in_law" in needs)
    if random.random() < 0.5 or "parent" in needs:
        home.members.append(new_member(random, "fa", Relation.PARENT, Sex.MALE, _near(random, born.year - 27, 3)))
    return home


def new_spouse(random: Random, home: Household, key: str = "sp") -> Member:
    """A spouse of about the declarant's age."""
    sex = Sex.FEMALE if home.basic.sex is Sex.MALE else Sex.MALE
    return new_member(random, key, Relation.SPOUSE, sex, _near(random, home.born.year, 4), cohabiting=True)


def _add_child(random: Random, home: Household, number: int, *, wed: bool = False) -> None:
    """A child born when the declarant was between 25 and 33, and a spouse for some of the grown ones."""
    sex = random.choice((Sex.MALE, Sex.FEMALE))
    born = _near(random, home.born.year + 28 + 2 * number, 2)
    child_age = age(born, home.day)
    family_name = home.basic.name[0]
    child = new_member(random, f"c{number}", Relation.CHILD, sex, born, cohabiting=child_age < 18, surname=family_name)
    home.members.append(child)
    if wed or (child_age >= 27 and random.random() < 0.5):
        home.members.append(new_in_law(random, child))


def new_in_law(random: Random, child: Member) -> Member:
    """The spouse of a grown child."""
    other = Sex.FEMALE if child.sex is Sex.MALE else Sex.MALE
    born = _near(random, child.born.year if child.born else 1990, 2)
    return new_member(random, f"cs{child.key[1:]}", Relation.CHILD_SPOUSE, other, born, spouse_of=child.key)


def _near(random: Random, year: int, spread: int) -> date:
    """A birthday in a year or within some years of it."""
    return date(year + random.randint(-spread, spread), random.randint(1, 12), random.randint(1, 28))


def new_member(
    random: Random,
    key: str,
    relation: Relation,
    sex: Sex,
    born: date,
    *,
    cohabiting: bool = False,
    spouse_of: str = "",
    surname: str = "",
) -> Member:
    """One member with an identity number that fits."""
    return Member(
        key=key,
        relation=relation,
        name=(surname or names.surname(random)) + names.given(random, sex),
        sex=sex,
        born=born,
        id_number=numbers.identity_number(random, born, sex),
        document_kind=IDENTITY_CARD,
        nationality="CN",
        cohabiting=cohabiting,
        spouse_of=spouse_of,
    )
