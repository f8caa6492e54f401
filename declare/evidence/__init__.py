"""Evidence: the log as the audit administrator reads it, its signed heads, its proofs, its witnesses, and what a person may know of who read their report."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages, the commands, the verification as a job, and what the worker does again and again."""
    from declare import jobs
    from declare.audit import add_witness, settle
    from declare.evidence import keeping, queries
    from declare.evidence.views import bp
    from declare.evidence.witness import witness
    from declare.web import navigation

    app.register_blueprint(bp)
    app.cli.add_command(witness)
    add_witness(app, queries.receipts)
    navigation.add(_l("谁看过我的报告"), "evidence.openings", Action.READ_OPENINGS, order=45)
    navigation.add(_l("审计日志"), "evidence.log", Action.READ_AUDIT, order=90)
    navigation.add(_l("日志校验"), "evidence.verification", Action.VERIFY_AUDIT, order=91)

    jobs.register("verify", keeping.verify_all)
    jobs.every("places", 2, settle)
    jobs.every("checkpoint", 5, keeping.sign)
    jobs.every("verification", 60, keeping.verify_due)
