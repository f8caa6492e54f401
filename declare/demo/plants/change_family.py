"""Group C, the family from year to year: who came and went, marriages told late, what was told in between, history."""

from datetime import date, timedelta

from msgspec.structs import replace

from declare.demo import lives
from declare.demo.families import new_member
from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add, child, put_always, spouse
from declare.demo.plants.household_abroad import emigration, grown_apart, papers, passport, permit
from declare.demo.plants.household_family import tell_marriage
from declare.demo.population import family_matters
from declare.demo.population.life import Life
from declare.items.choices import EmigrationKind, FamilyChange, FilingKind, Relation, Sex
from declare.items.profile import Member
from declare.items.spec import State

DAY = timedelta(days=1)
KIN_TABLES = (
    ("employment", "who"),
    ("businesses", "who"),
    ("stocks", "holder"),
    ("funds", "holder"),
    ("insurance", "holder"),
    ("residence_abroad", "who"),
    ("deposits_abroad", "holder"),
)


def leave(life: Life, member: Member) -> None:
    """Takes somebody and all that is theirs out of the last report."""
    now = life.now
    now.members = [one for one in now.members if one.key != member.key]
    for table, field in KIN_TABLES:
        now.rows[table] = tuple(row for row in now.rows.get(table, ()) if getattr(row, field) != member.key)
    now.rows["real_estate"] = tuple(
        replace(home, owners=tuple(who for who in home.owners if who != member.key)) for home in now.rows["real_estate"]
    )


@plant("C08", "a child is no longer listed", needs="minor")
def child_gone(life: Life) -> None:
    leave(life, child(life))


@plant("C08", "the spouse is no longer listed", needs="spouse", also="B01")
def spouse_gone(life: Life) -> None:
    leave(life, spouse(life))


@plant("C08", "a child of three is new, and no reason given", None, needs="spouse")
@near("C08", "a child of three is new by adoption", FamilyChange.ADOPTION, needs="spouse")
def child_new(life: Life, change: FamilyChange | None) -> None:
    born = date(life.now.year - 3, 5, 6)
    name = life.household.basic.name[0]
    member = new_member(life.random, "c7", Relation.CHILD, Sex.FEMALE, born, cohabiting=True, surname=name)
    life.now.members = [
        *life.now.members,
        replace(member, change=change, change_date=change and date(life.now.year, 5, 6)),
    ]
    life.household.day = date(life.now.year + 1, 1, 1)
    add(life, "employment", lives.job(life.random, life.household, member))


@near("C08", "the spouse who died is listed once more", needs="spouse")
def spouse_died(life: Life) -> None:
    family_matters.divorce(life, life.now)


@plant("C09", "a wedding no report told within thirty days", None, needs="single")
@plant("C09", "a wedding told on the day after the thirtieth", 31, needs="single", also="G02 G03")
@near("C09", "a wedding told on the thirtieth day", 30, needs="single")
def wedding_told(life: Life, days: int | None) -> None:
    family_matters.marry(life, life.now)
    life.between.clear()
    if days:
        tell_marriage(life, life.now.rows["marriage"][0].change_date, days=days)


@plant("C10", "a passport told in between is left out", True)
@near("C10", "a passport told in between is listed", False)
def told_between(life: Life, left_out: bool) -> None:
    papers(life)
    day = date(life.now.year, 5, 12)
    new = passport(life, issued=day, expires=day.replace(year=day.year + 10) - DAY)
    life.file(
        FilingKind.CHANGE, year=day.year, filed_on=day + 9 * DAY, about="passports", on=day, rows={"passports": (new,)}
    )
    life.now.rows["passports"] = () if left_out else (new,)
    if left_out:
        life.now.states["passports"] = State.CHANGED


@plant("C10", "a permit told in between is left out")
def permit_between(life: Life) -> None:
    papers(life)
    day = date(life.now.year, 5, 12)
    rows = {"permits": (permit(life, since=day),)}
    life.file(FilingKind.CHANGE, year=day.year, filed_on=day + 9 * DAY, about="permits", on=day, rows=rows)
    life.now.states["permits"] = State.CHANGED


@plant("C11", "a child's permanent residence abroad is gone", None, needs="adult")
@near("C11", "a child's permanent residence abroad is given up", "已放弃", needs="adult")
def emigration_gone(life: Life, remark: str | None) -> None:
    row = emigration(grown_apart(life), EmigrationKind.PERMANENT)
    put_always(life, "emigration", row)
    life.now.rows["emigration"] = () if remark is None else (replace(row, remark=remark),)


@plant("C15", "all anew, and a valid passport is left out", "passport")
@plant("C15", "all anew, and a valid permit is left out", "permit")
@near("C15", "all anew, and every paper is listed", "")
def all_anew(life: Life, left_out: str) -> None:
    since = date(life.reports[0].year - 1, 3, 1)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,), (permit(life, since=since),))
    life.now.kind = FilingKind.FIRST
    if left_out:
        life.now.rows[f"{left_out}s"] = ()


@near("C15", "all anew, and a passport that ran out before is left out")
def anew_without_old(life: Life) -> None:
    expires = date(life.now.year - 1, 11, 3)
    papers(life, (passport(life, issued=expires.replace(year=expires.year - 10) + DAY, expires=expires),))
    life.now.kind = FilingKind.FIRST
    life.now.rows["passports"] = ()
