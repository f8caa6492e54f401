"""Group H: who reads whose reports, with which approval, how much is taken out, interference, duties held together."""

from datetime import timedelta

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import spouse
from declare.demo.population.beside import REVIEWER
from declare.demo.population.disclosed import asked_about
from declare.demo.population.life import Life
from declare.items.work import Consult, Duties

DAY = timedelta(days=1)


def consult(life: Life, **changes: object) -> None:
    """Somebody reads the reports, approved."""
    until = life.world.today + 40 * DAY
    told = Consult(
        by=REVIEWER, about=life.id, approval=f"纪批〔{life.now.year}〕31号", scope="年度报告", until=until, exported=0
    )
    life.note(replace(told, **changes))


@plant("H01", "the declarant reads the own file as reviewer", "self")
@plant("H01", "the spouse is the reviewer", "spouse", needs="spouse")
@plant("H01", "the father is the reviewer", "parent", needs="parent")
@near("H01", "a stranger is the reviewer", "")
def recused(life: Life, who: str) -> None:
    if who == "self":
        consult(life, by=life.id)
    elif who:
        consult(life, by=spouse(life).id_number if who == "spouse" else life.member("fa").id_number)
    else:
        consult(life)


@plant("H01", "somebody who serves below is the reviewer", needs="headquarters", other="brigade", lives=2)
@near("H01", "somebody who serves above is the reviewer", needs="brigade", other="headquarters", lives=2)
def read_from(one: Life, other: Life) -> None:
    consult(one, by=other.id)


@plant("H02", "no approval", {"approval": ""})
@plant("H02", "no scope", {"scope": ""})
@plant("H02", "no last day", {"until": None})
@near("H02", "nothing taken out, all else given", {"exported": None})
@plant("H03", "far more taken out than usual", {"exported": 4000})
@plant("H03", "twice as much taken out as usual", {"exported": 200})
@near("H03", "a few taken out", {"exported": 3})
def consulted(life: Life, changes: dict[str, object]) -> None:
    consult(life, **changes)


@plant("H04", "interference was written down")
def interfered(life: Life) -> None:
    asked_about(life)


@plant("H05", "system and security in one hand", ("system_admin", "security_admin"), office=True)
@plant("H05", "all three in one hand", ("system_admin", "security_admin", "audit_admin"), office=True)
@plant("H05", "security and audit in one hand", ("reviewer", "security_admin", "audit_admin"), office=True)
@near("H05", "an administrator who reviews nothing", ("security_admin", "declarant"), office=True)
def duties(life: Life, roles: tuple[str, ...]) -> dict[str, str]:
    return {"ref": life.note(Duties(account=f"zh{life.number}", roles=roles))}
