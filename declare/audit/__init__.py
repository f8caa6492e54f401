"""The audit: an append-only record of who did and read what, in a tree that shows every later change."""

from flask import Flask

from declare.audit.heads import checkpoint
from declare.audit.models import AuditCheckpoint, AuditLeaf, AuditNode, AuditVerdict
from declare.audit.sequencer import settle
from declare.audit.trail import append, append_apart, append_placed, begun, reason_of, request_id
from declare.audit.tree import Inclusion, consistency, inclusion, root
from declare.audit.verdict import Source, Verdict, verify
from declare.audit.verdicts import standing
from declare.audit.vocabulary import ACTS, Act
from declare.audit.witnessing import alarm, notice, witness
from declare.extensions import vault

__all__ = [
    "ACTS",
    "Act",
    "AuditCheckpoint",
    "AuditLeaf",
    "AuditNode",
    "AuditVerdict",
    "Inclusion",
    "Verdict",
    "add_witness",
    "alarm",
    "append",
    "append_apart",
    "append_placed",
    "begun",
    "checkpoint",
    "consistency",
    "inclusion",
    "init_app",
    "notice",
    "reason_of",
    "request_id",
    "root",
    "settle",
    "standing",
    "verify",
    "witness",
]


def init_app(app: Flask) -> None:
    """Adds the commands of the audit and makes it the witness of every reading."""
    from declare.audit.commands import audit

    app.cli.add_command(audit)
    vault.witness, vault.alarm, vault.notice = witness, alarm, notice


def add_witness(app: Flask, source: Source) -> None:
    """Lets `flask audit verify` compare the audit with heads that a feature handed out, such as those on receipts."""
    app.extensions.setdefault("audit_witnesses", []).append(source)
