"""How the findings of a rule were decided, for those who decide: counts of a rule alone, and none where they are few.

Fewer than `FEWEST` decisions are not shown, so that nobody learns from a count how a single matter they know of ended.
"""

from typing import NamedTuple

from sqlalchemy.orm import Session

from declare.casework.precision import Tally, tallies
from declare.casework.weights import PRIOR, precision
from declare.web import today

FEWEST = 10
"""How many decisions there must be before they are counted out."""


class Outcomes(NamedTuple):
    """The decided findings of a rule; `tally` None where they are too few to be counted out."""

    tally: Tally | None
    precision: int


def outcomes(session: Session, rule: str) -> Outcomes:
    """How a rule's findings were decided, and the precision that follows where it may be shown."""
    tally = tallies(session).get(rule, Tally())
    if tally.decided < FEWEST:
        return Outcomes(None, 0)
    return Outcomes(tally, precision(tally, prior=PRIOR.held(today()).value))
