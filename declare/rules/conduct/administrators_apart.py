"""系统管理、安全管理、审计管理三种职责应由不同的人担任，一个账户不得兼有。"""

from collections.abc import Iterator

from declare.items.work import Duties
from declare.law import GBT22239, Text
from declare.rules.book import OFFICE, rule
from declare.rules.cases import flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.office import Office

ADMINISTRATORS = frozenset({"system_admin", "security_admin", "audit_admin"})


@rule(
    "H05",
    Text("三权不分离", "Administrators not kept apart"),
    severity=4,
    basis=GBT22239.whole("8.1.4.2"),
    audience=REVIEWER,
    says=Text(
        "一个账户兼有系统管理、安全管理、审计管理三种职责中的{held}种，请核对。",
        "One account holds {held} of the three duties of system, security and audit administrator. Please check.",
    ),
    reads=(Duties,),
    scope=OFFICE,
)
def administrators(office: Office) -> Iterator[Found]:
    """Accounts that hold two or all of the administrators’ duties."""
    for row in office.each(Duties):
        held = len(ADMINISTRATORS & {role.strip() for role in row.roles})
        if held > 1:
            yield finding(row, "roles", held=held)


administrators.cases(
    *(
        flagged(f"两种：{one}、{other}", work(Duties(account="a1", roles=(one, other))), today="2026-03-01")
        for one, other in (
            ("system_admin", "security_admin"),
            ("system_admin", "audit_admin"),
            ("security_admin", "audit_admin"),
        )
    ),
    flagged(
        "三种，仍是一条",
        work(Duties(account="a1", roles=("system_admin", "security_admin", "audit_admin"))),
        today="2026-03-01",
        at=("roles",),
    ),
    *(
        silent(f"只有一种：{one}", work(Duties(account="a1", roles=(one, "declarant"))), today="2026-03-01")
        for one in sorted(ADMINISTRATORS)
    ),
    flagged("名称前后有空格", work(Duties(account="a1", roles=("system_admin", " audit_admin"))), today="2026-03-01"),
    silent("同一种写了两次", work(Duties(account="a1", roles=("system_admin", "system_admin "))), today="2026-03-01"),
    silent(
        "分属两个账户",
        work(Duties(account="a1", roles=("system_admin",))),
        work(Duties(account="a2", roles=("audit_admin",))),
        today="2026-03-01",
    ),
    flagged(
        "两个账户都兼有，各一条",
        work(Duties(account="a1", roles=("system_admin", "audit_admin"))),
        work(Duties(account="a2", roles=("system_admin", "audit_admin"))),
        times=2,
        today="2026-03-01",
    ),
    silent("没有职责", work(Duties(account="a1")), today="2026-03-01"),
)
