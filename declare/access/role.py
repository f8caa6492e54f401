"""The ten roles a person can be granted; what each may do stands in the access table."""

from enum import Enum
from typing import Self

from declare.law import Text


class Role(Enum):
    """A role: the name it is stored under, then what it is called in both languages."""

    label: Text

    def __new__(cls, name: str, zh: str, en: str) -> Self:
        """One line of the list below."""
        role = object.__new__(cls)
        role._value_ = name
        role.label = Text(zh, en)
        return role

    DECLARANT = ("declarant", "报告人", "Declarant")
    PERSONNEL = ("personnel", "组织人事", "Personnel officer")
    UNIT_HEAD = ("unit_head", "单位负责人", "Head of unit")
    REVIEWER = ("reviewer", "纪检审核", "Reviewer")
    DISCIPLINE_LEAD = ("discipline_lead", "纪检负责人", "Discipline lead")
    AUDITOR = ("auditor", "审计", "Auditor")
    RELEASING_OFFICER = ("releasing_officer", "导出审批", "Releasing officer")
    SYSTEM_ADMIN = ("system_admin", "系统管理员", "System administrator")
    SECURITY_ADMIN = ("security_admin", "安全管理员", "Security administrator")
    AUDIT_ADMIN = ("audit_admin", "审计管理员", "Audit administrator")


ROLES: dict[str, Role] = {role.value: role for role in Role}
"""The roles by the name they are stored under."""

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
"""Those who run the system; none of them opens content."""
