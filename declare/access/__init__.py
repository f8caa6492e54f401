"""Who may do what: the whole policy on one page, and one pure function that reads it."""

from declare.access.action import Action
from declare.access.actor import Actor, Resource
from declare.access.decide import Decision, decide, recused, rows, within
from declare.access.duties import APART, clash, clashes
from declare.access.role import ADMINISTRATORS, ROLES, Role
from declare.access.table import TABLE, Relation, Row

__all__ = [
    "ADMINISTRATORS",
    "APART",
    "ROLES",
    "TABLE",
    "Action",
    "Actor",
    "Decision",
    "Relation",
    "Resource",
    "Role",
    "Row",
    "clash",
    "clashes",
    "decide",
    "recused",
    "rows",
    "within",
]
