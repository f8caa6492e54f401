"""Group D, means: homes, firms, policies and accounts of two declarants; a home that is really somebody else's."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import (
    add_always,
    change_always,
    child,
    job,
    put_always,
    spouse,
    unlike,
)
from declare.demo.plants.form_numbers import profile
from declare.demo.plants.registry_persons import more
from declare.demo.population.life import Life
from declare.demo.population.spelling import address
from declare.items.choices import CompanyState, EmployerKind, LendingSide, MaritalState, Ownership, Relation
from declare.items.employment import Employment
from declare.items.overseas_assets import DepositAbroad
from declare.items.private_lending import PrivateLending
from declare.items.profile import Member
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.items.securities import Insurance

DAY = timedelta(days=1)
D = Decimal
OWN = ("stocks", "funds", "insurance", "deposits_abroad", "residence_abroad", "businesses")


def as_spouse(life: Life, key: str) -> Member:
    """A declarant as the spouse in another family."""
    basic = life.household.basic
    born = life.household.born
    return Member(
        key=key,
        relation=Relation.SPOUSE,
        name=basic.name,
        sex=basic.sex,
        born=born,
        id_number=basic.id_number,
        cohabiting=True,
    )


def couple(one: Life, other: Life) -> None:
    """Makes two declarants husband and wife: one family, one home, each with the other's work."""
    own = as_spouse(one, "sp")
    job(one, spouse(one).key, employer=unit_name(other), employer_kind=EmployerKind.PARTY_STATE, post="干部")
    change_to = as_spouse(other, spouse(one).key)
    for mine in one.reports:
        mine.members = [change_to if member.relation is Relation.SPOUSE else member for member in mine.members]
        for table in OWN:
            mine.rows[table] = ()
    children = [member for member in one.now.members if member.relation in (Relation.CHILD, Relation.CHILD_SPOUSE)]
    for child_key in {member.key for member in children if member.relation is Relation.CHILD}:
        job(one, child_key, country="CN")
    keys = {member.key for member in children}
    for theirs in other.reports:
        theirs.members = [own, *children]
        jobs = tuple(row for row in one.now.rows["employment"] if row.who in keys)
        theirs.rows["employment"] = (
            Employment(who="sp", employer=unit_name(one), employer_kind=EmployerKind.PARTY_STATE, post="干部"),
            *jobs,
        )
        theirs.rows["real_estate"] = one.now.rows["real_estate"]
        theirs.rows["marriage"] = (replace(theirs.rows["marriage"][0], state=MaritalState.MARRIED),)
        for table in OWN:
            theirs.rows[table] = ()
    profile(other, home_address=one.now.basic.home_address)


def unit_name(life: Life) -> str:
    """The name of a declarant's unit."""
    return life.world.named[life.household.basic.unit].name


@plant("D01", "a home in one report of a couple only", needs="minor", other="single", lives=2, told_of=(1,))
def home_of_one(one: Life, other: Life) -> None:
    couple(one, other)
    for report in other.reports:
        report.rows["real_estate"] = ()


@plant("D01", "a child in one report of a couple only", needs="minor", other="single", lives=2, told_of=(1,))
def child_of_one(one: Life, other: Life) -> None:
    couple(one, other)
    key = child(one).key
    for report in other.reports:
        report.members = [member for member in report.members if member.key != key]
        report.rows["employment"] = tuple(row for row in report.rows["employment"] if row.who != key)


@plant("D01", "a home of another size in the other report", needs="minor", other="single", lives=2, told_of=(0, 1))
def home_differs(one: Life, other: Life) -> None:
    couple(one, other)
    change_always(other, "real_estate", area=one.now.rows["real_estate"][0].area + 8)


@near(
    "D01",
    "a couple whose reports agree, an address written in another way",
    needs="minor",
    other="single",
    lives=2,
    told_of=(0, 1),
)
def agreeing(one: Life, other: Life) -> None:
    couple(one, other)
    change_always(other, "real_estate", address=address(one.now.rows["real_estate"][0].address))


@plant("D02", "the same home in two reports", Ownership.SOLE, "100.00", lives=2, told_of=(0, 1))
@plant(
    "D02",
    "a home of which two strangers have 60 in the hundred each",
    Ownership.SHARES,
    "60.00",
    lives=2,
    told_of=(0, 1),
)
@near("D02", "a home of which two strangers have half each", Ownership.SHARES, "50.00", lives=2, told_of=(0, 1))
def same_home(one: Life, other: Life, ownership: Ownership, share: str) -> None:
    change_always(one, "real_estate", owners=("self",), ownership=ownership, share=D(share))
    row = one.now.rows["real_estate"][0]
    add_always(other, "real_estate", replace(row, address=address(row.address)))


@plant(
    "D03",
    "two declarants' relatives in one firm, by its code",
    True,
    None,
    needs="firm",
    other="spouse",
    lives=2,
    told_of=(0, 1),
)
@plant(
    "D03",
    "two declarants' relatives in one firm, by its name",
    False,
    None,
    needs="firm",
    other="spouse",
    lives=2,
    told_of=(0, 1),
)
@near(
    "D03",
    "one of two has transferred the share",
    True,
    CompanyState.TRANSFERRED,
    needs="firm",
    other="spouse",
    lives=2,
    told_of=(0, 1),
)
def same_firm(one: Life, other: Life, by_code: bool, state: CompanyState | None) -> None:
    firm = one.now.rows["businesses"][0]
    if not by_code:
        change_always(one, "businesses", uscc="")
    theirs = replace(
        firm,
        who=spouse(other).key,
        uscc=firm.uscc if by_code else "",
        subscribed=D("5.00"),
        capital=D("100.00"),
        percent=D("5.00"),
    )
    put_always(other, "businesses", theirs)
    if state:
        other.now.rows["businesses"] = (replace(theirs, state=state),)
        other.before.rows["businesses"] = () if len(other.reports) == 2 else (theirs,)
        for report in other.reports[:-1]:
            report.rows["businesses"] = ()


@plant("D04", "a parent's home is where the declarant lives", TitleState.HELD, needs="parent")
@near("D04", "a home a parent sold is where the declarant lives", TitleState.SOLD, needs="parent")
def parents_home(life: Life, state: TitleState) -> None:
    home = life.now.rows["real_estate"][0]
    number = life.member("fa").id_number
    profile(life, home_address=f"江东省江东市东湖区观澜路{life.number + 1}号9幢101室")
    where = address(life.now.basic.home_address)
    row = TitleRecord(
        subject=number,
        certificate=f"苏(2012)江东不动产权第{unlike(life, 7)}号",
        address=where,
        area=D("96.00"),
        kind=home.kind,
        registered=date(2012, 4, 5),
        state=state,
    )
    more(life, row)


@plant("D04", "money lent for a home in another name", "借给表弟购房")
@near("D04", "money lent for an illness", "借给表弟治病")
def lent_for(life: Life, purpose: str) -> None:
    row = PrivateLending(
        who="self",
        counterparty="表弟",
        side=LendingSide.LENT,
        purpose=purpose,
        amount=D("20.00"),
        since=date(life.reports[0].year - 1, 6, 1),
    )
    put_always(life, "private_lending", row)


@plant("D05", "one policy in two reports", "policy", lives=2, told_of=(0, 1))
@plant("D05", "one account abroad in two reports", "account", lives=2, told_of=(0, 1))
@near("D05", "two policies of one insurer", "other", lives=2, told_of=(0, 1))
def same_number(one: Life, other: Life, what: str) -> None:
    number = f"JD7{unlike(one, 9)}"
    for at, life in enumerate((one, other)):
        for year, report in enumerate(life.reports):
            if what == "account":
                row = DepositAbroad(
                    holder="self",
                    country="SG",
                    city="新加坡",
                    bank="中国银行新加坡分行",
                    account_number=number,
                    currency="SGD",
                    amount=D("1.20") + D("0.10") * year,
                )
                report.rows["deposits_abroad"] = (*report.rows.get("deposits_abroad", ()), row)
            else:
                mark = f"-{at}" if what == "other" else ""
                policy = Insurance(
                    holder="self",
                    product="福泽年金保险（分红型）",
                    policy_number=number + mark,
                    insurer="江东人寿保险股份有限公司",
                    paid=D("3.00") + year + at,
                    started=date(2018, 4, 1),
                )
                report.rows["insurance"] = (*report.rows["insurance"], policy)
