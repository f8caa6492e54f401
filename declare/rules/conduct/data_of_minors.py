"""不满十四周岁未成年人的个人信息属于敏感个人信息，只有确有必要的人员才能查看。"""

from collections.abc import Iterator

from declare.law import PIPL, Dated, Text
from declare.law.counting import add_months
from declare.rules.book import OFFICE, rule
from declare.rules.cases import day, flagged, silent, unit
from declare.rules.deadline import last_day
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.house import House, Minor
from declare.rules.office import Office

AGE = Dated("H10.age", {"2021-11-01": 14}, basis=PIPL.article(28), checked="2026-11-01")
NEEDED = frozenset({"declarant", "personnel", "unit_head", "reviewer", "discipline_lead"})
"""Roles whose work is with the reports themselves."""


@rule(
    "H10",
    Text("未成年人信息", "Data of minors"),
    severity=3,
    basis=(PIPL.article(28), PIPL.article(31)),
    audience=REVIEWER,
    says=Text(
        "不满{age}周岁未成年人的信息有{roles}种不需要的角色可以查看，请核对。",
        "Data of a child under {age} can be seen by roles that do not need them: {roles} in number. Please check.",
    ),
    thresholds=(AGE,),
    scope=OFFICE,
)
def minors(office: Office) -> Iterator[Found]:
    """Children under fourteen whose data are open to roles that do not need them."""
    age = value_on(AGE, office.today)
    for minor in office.house.minors if office.house else ():
        roles = sorted(minor.roles - NEEDED)
        if roles and office.today < last_day(add_months, minor.born, 12 * age):
            yield finding(
                None,
                on=office.today,
                thresholds=(AGE,),
                record=minor.record,
                age=age,
                roles=len(roles),
                seen_by=", ".join(roles),
            )


def _child(born: str, *roles: str) -> House:
    return House(minors=(Minor("person/1", day(born), frozenset(roles)),))


_ANY = unit("JD")

minors.cases(
    flagged("满十四周岁前一日", _ANY, house=_child("2012-11-24", "auditor"), today="2026-11-23"),
    silent("满十四周岁当日", _ANY, house=_child("2012-11-23", "auditor"), today="2026-11-23"),
    silent("成年子女", _ANY, house=_child("2000-01-01", "auditor"), today="2026-11-23"),
    *(
        silent(f"工作需要（{role}）", _ANY, house=_child("2020-01-01", role), today="2026-11-23")
        for role in sorted(NEEDED)
    ),
    *(
        flagged(f"不需要（{role}）", _ANY, house=_child("2020-01-01", "reviewer", role), today="2026-11-23")
        for role in ("auditor", "releasing_officer", "system_admin", "security_admin", "audit_admin")
    ),
    flagged(
        "几种角色都可以看，仍是一条",
        _ANY,
        house=_child("2020-01-01", "auditor", "system_admin"),
        today="2026-11-23",
    ),
    flagged(
        "两名儿童，各一条",
        _ANY,
        house=House(
            minors=(
                Minor("person/1", day("2020-01-01"), frozenset({"auditor"})),
                Minor("person/2", day("2021-01-01"), frozenset({"auditor"})),
            )
        ),
        today="2026-11-23",
        times=2,
    ),
    silent("没有人可以查看", _ANY, house=_child("2020-01-01"), today="2026-11-23"),
    silent("文件中没有系统自身的情况", _ANY, today="2026-11-23"),
)
