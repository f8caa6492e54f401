"""Everything a person can do in the system, as a closed list."""

from enum import Enum
from typing import Self


class Action(Enum):
    """One thing that can be done: its name, and whether it opens sealed content.

    A name stands in the audit beside the role it was done in; once used it is permanent.
    """

    opens: bool

    def __new__(cls, name: str, opens: bool = False) -> Self:  # noqa: FBT001, FBT002 - the second column of a table
        """One line of the list below."""
        action = object.__new__(cls)
        action._value_ = name
        action.opens = opens
        return action

    START = ("home.read",)
    CHANGE_PASSWORD = ("password.change",)
    KEEP_FACTORS = ("factor.keep",)
    ADD_FACTOR = ("factor.add",)
    REMOVE_FACTOR = ("factor.remove",)
    READ_SESSIONS = ("session.list",)
    END_SESSION = ("session.end",)
    READ_RULES = ("rule.read",)
    READ_REVIEW_RULES = ("rule.read_review",)
    LEARN = ("learning.take",)

    LIST_DECLARATIONS = ("declaration.list", True)
    START_DECLARATION = ("declaration.start", True)
    READ_DECLARATION = ("declaration.read", True)
    WRITE_DECLARATION = ("declaration.write", True)
    SUBMIT_DECLARATION = ("declaration.submit", True)
    CORRECT_DECLARATION = ("declaration.correct", True)
    READ_RECEIPT = ("receipt.read", True)
    LIST_DISCLOSURES = ("disclosure.list", True)
    START_DISCLOSURE = ("disclosure.start", True)
    READ_DISCLOSURE = ("disclosure.read", True)
    WRITE_DISCLOSURE = ("disclosure.write", True)
    SUBMIT_DISCLOSURE = ("disclosure.submit", True)
    WITHDRAW_DISCLOSURE = ("disclosure.withdraw", True)
    RECORD_INTERFERENCE = ("interference.record", True)
    RECORD_CUSTODY = ("custody.record", True)
    READ_OPENINGS = ("opening.read",)

    RUN_CAMPAIGN = ("campaign.run",)
    READ_PROGRESS = ("progress.read",)
    REMIND = ("progress.remind",)
    REOPEN_DECLARATION = ("declaration.reopen",)
    SIGN_OFF = ("declaration.sign_off",)
    LIST_UNITS = ("unit.list",)
    KEEP_PEOPLE = ("person.keep", True)
    LIST_REGISTRIES = ("registry.list", True)
    LOAD_REGISTRY = ("registry.load", True)
    DELETE_REGISTRY = ("registry.delete", True)

    LIST_PEOPLE = ("person.list", True)
    READ_PERSON = ("person.read", True)
    READ_FINDING = ("finding.read", True)
    DECIDE_FINDING = ("finding.decide", True)
    CONFIRM_FINDING = ("finding.confirm", True)
    LIST_UNMASKINGS = ("unmasking.list", True)
    ASK_UNMASKING = ("unmasking.ask", True)
    APPROVE_UNMASKING = ("unmasking.approve", True)
    SHOW_UNMASKED = ("unmasking.show", True)
    WITHDRAW_UNMASKING = ("unmasking.withdraw", True)
    LIST_CONSULTATIONS = ("consultation.list", True)
    EXPORT_CONSULTATIONS = ("consultation.export", True)
    OVERSEE_CONSULTATIONS = ("consultation.oversee",)
    EXPLAIN_FINDING = ("finding.explain", True)
    READ_OFFICE_FINDING = ("finding.read_office", True)
    DECIDE_OFFICE_FINDING = ("finding.decide_office", True)
    CONFIRM_OFFICE_FINDING = ("finding.confirm_office", True)
    ASSIGN_CASE = ("case.assign", True)
    SEND_INQUIRY = ("inquiry.send", True)
    REPLY_INQUIRY = ("inquiry.reply", True)
    HOLD_DRAW = ("draw.hold",)
    READ_STATISTICS = ("statistics.read",)

    LIST_PARAMETERS = ("parameter.list", True)
    PROPOSE_PARAMETER = ("parameter.propose", True)
    WITHDRAW_PARAMETER = ("parameter.withdraw", True)
    APPROVE_PARAMETER = ("parameter.approve", True)

    LIST_RELEASES = ("release.list", True)
    REQUEST_RELEASE = ("release.request", True)
    APPROVE_RELEASE = ("release.approve", True)
    DOWNLOAD_RELEASE = ("release.download", True)

    LIST_ACCOUNTS = ("account.list",)
    CREATE_ACCOUNT = ("account.create",)
    DISABLE_ACCOUNT = ("account.disable",)
    ASK_RESET = ("factor.ask_reset",)
    ANSWER_RESET = ("factor.answer_reset",)
    LIST_GRANTS = ("grant.list",)
    GIVE_GRANT = ("grant.give",)
    WITHDRAW_GRANT = ("grant.withdraw",)
    REVIEW_ACCESS = ("access.review",)
    READ_AUDIT = ("audit.read",)
    VERIFY_AUDIT = ("audit.verify",)
    EXPORT_AUDIT = ("audit.export",)
