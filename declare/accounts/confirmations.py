"""For what somebody has just shown who they are: remembered in the session, for each action apart, for five minutes."""

from datetime import datetime, timedelta

from declare.access import Action
from declare.accounts.sessions import present
from declare.web import now

TERM = timedelta(minutes=5)
CONFIRMED = "confirmed"


def confirmed(action: Action) -> bool:
    """Whether it was shown for this action in the last five minutes."""
    return action.value in _held()


def remember(action: Action) -> None:
    """Notes that it was shown for this action."""
    present()[CONFIRMED] = {**_held(), action.value: (now() + TERM).isoformat()}


def _held() -> dict[str, str]:
    """The actions it holds for, and until when."""
    noted: dict[str, str] = present().get(CONFIRMED, {})
    return {name: until for name, until in noted.items() if datetime.fromisoformat(until) >= now()}
