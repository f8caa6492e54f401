"""The whole policy on one page: which role may do what, to what, in which state. What is not here is refused."""

from dataclasses import dataclass
from enum import StrEnum

from declare.access.action import Action
from declare.access.role import Role


class Relation(StrEnum):
    """How the actor must stand to what the action is about."""

    OWN = "own"
    UNIT = "unit"
    ASSIGNED = "assigned"
    ANY = "any"


OWN, UNIT, ASSIGNED, ANY = Relation


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the policy; `role` None means everybody who is signed in, no states mean every state.

    A row with `second` is for another account than the one that asked.
    """

    role: Role | None
    action: Action
    relation: Relation
    states: frozenset[str] = frozenset()
    second: bool = False

    def __str__(self) -> str:
        """How the audit writes the row down."""
        return f"{self.role.value if self.role else 'everyone'} {self.action.value} {self.relation.value}"


def _rows(
    role: Role | None, relation: Relation, *actions: Action, states: tuple[str, ...] = (), second: bool = False
) -> tuple[Row, ...]:
    """One row an action."""
    return tuple(Row(role, action, relation, frozenset(states), second) for action in actions)


R, A = Role, Action
DRAFT, SUBMITTED, FILED = ("draft",), ("submitted",), ("filed",)

# fmt: off
TABLE: tuple[Row, ...] = (
    # everybody who is signed in
    *_rows(None, ANY, A.START, A.CHANGE_PASSWORD, A.KEEP_FACTORS, A.ADD_FACTOR, A.READ_SESSIONS, A.READ_RULES, A.LEARN),
    *_rows(None, OWN, A.END_SESSION, A.REMOVE_FACTOR),
    # a leading cadre, about their own matters and nobody else's
    *_rows(R.DECLARANT, OWN, A.LIST_DECLARATIONS, A.START_DECLARATION, A.READ_DECLARATION, A.READ_OPENINGS),
    *_rows(R.DECLARANT, OWN, A.WRITE_DECLARATION, A.SUBMIT_DECLARATION, states=DRAFT),
    *_rows(R.DECLARANT, OWN, A.CORRECT_DECLARATION, A.READ_RECEIPT, states=SUBMITTED),
    *_rows(R.DECLARANT, OWN, A.LIST_DISCLOSURES, A.START_DISCLOSURE, A.SUBMIT_DISCLOSURE),
    *_rows(R.DECLARANT, OWN, A.READ_DISCLOSURE, A.WITHDRAW_DISCLOSURE),
    *_rows(R.DECLARANT, OWN, A.WRITE_DISCLOSURE, states=FILED),
    *_rows(R.DECLARANT, OWN, A.EXPLAIN_FINDING, A.REPLY_INQUIRY),
    # the department that accepts the reports: who has filed and who has not, never what was filed
    *_rows(R.PERSONNEL, ANY, A.RUN_CAMPAIGN, A.LIST_UNITS),
    *_rows(R.PERSONNEL, UNIT, A.READ_PROGRESS, A.REMIND, A.KEEP_PEOPLE),
    *_rows(R.PERSONNEL, UNIT, A.REOPEN_DECLARATION, states=SUBMITTED),
    # the head of a unit: the same count for their own unit, and the signature under it
    *_rows(R.UNIT_HEAD, UNIT, A.READ_PROGRESS, A.REMIND),
    *_rows(R.UNIT_HEAD, UNIT, A.SIGN_OFF, states=SUBMITTED),
    # a discipline reviewer: people of the units in their charge, or cases given to them
    *_rows(R.REVIEWER, UNIT, A.LIST_PEOPLE, A.READ_PERSON, A.READ_FINDING, A.DECIDE_FINDING),
    *_rows(R.REVIEWER, ASSIGNED, A.READ_PERSON, A.READ_FINDING, A.DECIDE_FINDING, A.SEND_INQUIRY),
    # whoever works on cases writes down, in their own name, who asked about one, pleaded or meddled
    *_rows(R.REVIEWER, OWN, A.RECORD_INTERFERENCE, A.LIST_DISCLOSURES, A.READ_DISCLOSURE, A.WITHDRAW_DISCLOSURE),
    *_rows(R.REVIEWER, OWN, A.WRITE_DISCLOSURE, states=FILED),
    *_rows(R.DISCIPLINE_LEAD, OWN, A.RECORD_INTERFERENCE, A.LIST_DISCLOSURES, A.READ_DISCLOSURE),
    *_rows(R.DISCIPLINE_LEAD, OWN, A.WITHDRAW_DISCLOSURE),
    *_rows(R.DISCIPLINE_LEAD, OWN, A.WRITE_DISCLOSURE, states=FILED),
    # the lead: the same, the second signature, and who works on what
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.LIST_PEOPLE, A.READ_PERSON, A.READ_FINDING, A.DECIDE_FINDING, A.SEND_INQUIRY),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.CONFIRM_FINDING, second=True),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.ASSIGN_CASE, A.RECORD_CUSTODY, A.READ_STATISTICS),
    *_rows(R.DISCIPLINE_LEAD, ANY, A.HOLD_DRAW),
    # what is masked: asked for by who has the case, let through by another lead, seen by who asked, ended by either
    *_rows(R.REVIEWER, UNIT, A.ASK_UNMASKING),
    *_rows(R.REVIEWER, ASSIGNED, A.ASK_UNMASKING, A.LIST_UNMASKINGS),
    *_rows(R.REVIEWER, ASSIGNED, A.SHOW_UNMASKED, states=("active",)),
    *_rows(R.REVIEWER, ASSIGNED, A.WITHDRAW_UNMASKING, states=("requested", "active")),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.ASK_UNMASKING, A.LIST_UNMASKINGS),
    *_rows(R.DISCIPLINE_LEAD, ASSIGNED, A.SHOW_UNMASKED, states=("active",)),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.APPROVE_UNMASKING, states=("requested",), second=True),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.WITHDRAW_UNMASKING, states=("requested", "active")),
    # the register of who consulted whom: the lead with names and reasons, the auditor without
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.LIST_CONSULTATIONS, A.EXPORT_CONSULTATIONS),
    *_rows(R.AUDITOR, ANY, A.OVERSEE_CONSULTATIONS),
    # findings on the work itself, and on people nobody has entered, lie with the unit at the top
    *_rows(R.REVIEWER, UNIT, A.READ_OFFICE_FINDING, A.DECIDE_OFFICE_FINDING),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.READ_OFFICE_FINDING, A.DECIDE_OFFICE_FINDING),
    *_rows(R.DISCIPLINE_LEAD, UNIT, A.CONFIRM_OFFICE_FINDING, second=True),
    # extracts of other authorities: whoever verifies loads them, a file is its owner's alone; only the lead deletes another's
    *_rows(R.PERSONNEL, ANY, A.LIST_REGISTRIES),
    *_rows(R.PERSONNEL, OWN, A.LOAD_REGISTRY, A.DELETE_REGISTRY),
    *_rows(R.REVIEWER, ANY, A.LIST_REGISTRIES),
    *_rows(R.REVIEWER, OWN, A.LOAD_REGISTRY, A.DELETE_REGISTRY),
    *_rows(R.DISCIPLINE_LEAD, ANY, A.LIST_REGISTRIES, A.DELETE_REGISTRY),
    *_rows(R.DISCIPLINE_LEAD, OWN, A.LOAD_REGISTRY),
    # what no law sets: whoever works with the rules proposes another number, another lead agrees before its day comes
    *_rows(R.REVIEWER, ANY, A.LIST_PARAMETERS, A.PROPOSE_PARAMETER),
    *_rows(R.REVIEWER, OWN, A.WITHDRAW_PARAMETER, states=("proposed",)),
    *_rows(R.DISCIPLINE_LEAD, ANY, A.LIST_PARAMETERS, A.PROPOSE_PARAMETER),
    *_rows(R.DISCIPLINE_LEAD, OWN, A.WITHDRAW_PARAMETER, states=("proposed",)),
    *_rows(R.DISCIPLINE_LEAD, ANY, A.APPROVE_PARAMETER, states=("proposed",), second=True),
    # an auditor asks for redacted records, a releasing officer lets them out
    *_rows(R.AUDITOR, ANY, A.LIST_RELEASES, A.REQUEST_RELEASE, A.READ_STATISTICS),
    *_rows(R.AUDITOR, OWN, A.DOWNLOAD_RELEASE, states=("built",)),
    *_rows(R.RELEASING_OFFICER, ANY, A.LIST_RELEASES),
    *_rows(R.RELEASING_OFFICER, ANY, A.APPROVE_RELEASE, states=("requested",), second=True),
    # the rules only reviewers work with are read by those who review, lead and audit; an administrator sees what everybody sees
    *_rows(R.REVIEWER, ANY, A.READ_REVIEW_RULES),
    *_rows(R.DISCIPLINE_LEAD, ANY, A.READ_REVIEW_RULES),
    *_rows(R.AUDITOR, ANY, A.READ_REVIEW_RULES),
    # accounts are made by one, rights given by the second, both looked over by the third
    *_rows(R.SYSTEM_ADMIN, ANY, A.LIST_ACCOUNTS, A.CREATE_ACCOUNT, A.LIST_UNITS),
    *_rows(R.SYSTEM_ADMIN, ANY, A.DISABLE_ACCOUNT, A.ASK_RESET, second=True),
    *_rows(R.SECURITY_ADMIN, ANY, A.LIST_GRANTS),
    *_rows(R.SECURITY_ADMIN, ANY, A.ANSWER_RESET, second=True),
    *_rows(R.SECURITY_ADMIN, ANY, A.GIVE_GRANT, states=("waiting",), second=True),
    *_rows(R.SECURITY_ADMIN, ANY, A.WITHDRAW_GRANT, states=("waiting", "active"), second=True),
    *_rows(R.AUDIT_ADMIN, ANY, A.REVIEW_ACCESS),
    *_rows(R.AUDIT_ADMIN, ANY, A.READ_AUDIT, A.VERIFY_AUDIT, A.EXPORT_AUDIT),
)
# fmt: on
