"""Evidence: the log as the audit administrator reads it, its signed heads, its proofs, its witnesses, and what a person may know of who read their report."""

from flask import Flask

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages, the commands, the verification as a job, and what the worker does again and again."""
    from declare import jobs
    from declare.audit import settle
    from declare.evidence import keeping
    from declare.evidence.witness import witness

    app.cli.add_command(witness)

    jobs.register("verify", keeping.verify_all)
    jobs.every("places", 2, settle)
    jobs.every("checkpoint", 5, keeping.sign)
    jobs.every("verification", 60, keeping.verify_due)
