"""How often a rule was right to ask, as the decisions on its findings show: counts by rule, nobody's name among them."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from declare.casework.models import Decision, Outcome, Step
from declare.checks.models import Finding

FINAL = (Step.DECIDED.value, Step.CONFIRMED.value)
"""The steps that end a finding, as far as the outcome does."""

ENDING = (Outcome.ACCEPT.value, Outcome.REFER.value)
"""The outcomes that end a finding: an inquiry or a delay leaves it undecided."""


class Tally(NamedTuple):
    """How the findings of one rule were decided: how many in all, how many explanations were accepted, how many referred."""

    decided: int = 0
    accepted: int = 0
    referred: int = 0


def tallies(session: Session) -> Mapping[str, Tally]:
    """The rules with decided findings, by id; one statement."""
    accepted = func.count().filter(Decision.outcome == Outcome.ACCEPT.value)
    referred = func.count().filter(Decision.outcome == Outcome.REFER.value)
    chosen = (
        select(Finding.rule, func.count(), accepted, referred)
        .join(Decision, Decision.finding_id == Finding.id)
        .where(Decision.step.in_(FINAL), Decision.outcome.in_(ENDING))
        .group_by(Finding.rule)
        .order_by(Finding.rule)
    )
    return {rule: Tally(*counts) for rule, *counts in session.execute(chosen)}
