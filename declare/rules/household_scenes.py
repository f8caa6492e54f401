"""例中的家庭 · The family that the examples of the registry rules are about."""

from declare.items.choices import FamilyChange, Relation
from declare.items.filing import Member
from declare.rules.cases import CHILD_ID, CHILD_SPOUSE_ID, SPOUSE_ID

SP = Member(key="sp", relation=Relation.SPOUSE, id_number=SPOUSE_ID)
C1 = Member(key="c1", relation=Relation.CHILD, id_number=CHILD_ID, cohabiting=False)
CS1 = Member(key="cs1", relation=Relation.CHILD_SPOUSE, id_number=CHILD_SPOUSE_ID, spouse_of="c1")

SPOUSE = (SP,)
"""A spouse alone."""

CHILD = (C1,)
"""A grown-up child with a household of its own."""

CHILD_AT_HOME = (Member(key="c1", relation=Relation.CHILD, id_number=CHILD_ID, cohabiting=True),)
"""A child living together with the declarant."""

DIVORCED = (Member(key="sp", relation=Relation.SPOUSE, id_number=SPOUSE_ID, change=FamilyChange.DIVORCE),)
"""A spouse listed once more after a divorce."""

PARENT = (Member(key="f", relation=Relation.PARENT, id_number=SPOUSE_ID),)
"""A parent of the declarant."""

ALL = (SP, C1, CS1)
"""Spouse, grown-up child and the child's spouse."""
