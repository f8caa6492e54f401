"""Who is granted what, in every relation and state: the checked-in granted.txt, reviewed by hand, and how it is read.

`python -m tests.access.granted` writes it anew; read the difference before it is committed.
"""

import sys
from itertools import product
from pathlib import Path

from declare.access import Action, Actor, Resource, Role, decide

EXPECTED = Path(__file__).with_name("granted.txt")
HEAD = """# What each role is granted, one line an action and a role: in which relation, and in brackets in which states (* is all).
# Not a word here about somebody means they are refused. Written by `python -m tests.access.granted`, reviewed by hand.
"""
ME, MY_PERSON, HERE = 1, 7, "/ZD/JD/"
STATES = ("draft", "submitted", "filed", "proposed", "requested", "built", "waiting", "active", "else")
SITUATIONS = {
    "own": {"owner": MY_PERSON, "unit": HERE},
    "same_unit": {"owner": 8, "unit": HERE},
    "below": {"owner": 8, "unit": f"{HERE}DY/"},
    "above": {"owner": 8, "unit": "/ZD/"},
    "beside": {"owner": 8, "unit": "/ZD/JDX/"},
    "elsewhere": {"owner": 8, "unit": "/QT/"},
    "nowhere": {"owner": 8, "unit": ""},
    "assigned": {"owner": 8, "unit": "/QT/", "assigned": frozenset({ME})},
    "assigned_to_another": {"owner": 8, "unit": "/QT/", "assigned": frozenset({2})},
    "recused": {"owner": 8, "unit": HERE, "recused": frozenset({MY_PERSON})},
    "recused_and_assigned": {
        "owner": 8,
        "unit": "/QT/",
        "assigned": frozenset({ME}),
        "recused": frozenset({MY_PERSON}),
    },
    "own_and_assigned": {"owner": MY_PERSON, "unit": HERE, "assigned": frozenset({ME})},
    "asked_for_by_me": {"unit": HERE, "asked_by": ME},
    "asked_for_by_another": {"unit": HERE, "asked_by": 2},
}
"""How something stands to account 1, person 7, of the unit /ZD/JD/."""

OTHERS = (
    "same_unit",
    "below",
    "above",
    "beside",
    "elsewhere",
    "nowhere",
    "assigned",
    "assigned_to_another",
    "asked_for_by_another",
)

HOLDERS = {"nobody": frozenset(), **{role.value: frozenset({role}) for role in Role}}
"""An account without a role, and one with each."""


def actor(name):
    """An account that holds one role."""
    return Actor(ME, MY_PERSON, HOLDERS[name], HERE)


def thing(situation, state):
    """Something that stands so to it."""
    return Resource("thing", 12, state=state, **SITUATIONS[situation])


def table():
    """The table as text."""
    lines = [
        f"{action.value} {name}: {found}"
        for action, name in product(Action, HOLDERS)
        if (found := _cells(action, name))
    ]
    return HEAD + "\n".join(lines) + "\n"


def reviewed():
    """The checked-in table: (action, role, relation, state) that are granted."""
    granted = set()
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, cells = line.split(": ")
        for cell in cells.split():
            situation, states = cell.rstrip(")").split("(")
            granted |= {
                (*head.split(), one, state)
                for one in (OTHERS if situation == "others" else (situation,))
                for state in (STATES if states == "*" else states.split(","))
            }
    return granted


def _cells(action, name):
    """Where one role is granted one action; `others` stands for whatever is neither one's own nor of somebody close."""
    found = {}
    for situation in SITUATIONS:
        states = [one for one in STATES if decide(actor(name), action, thing(situation, one)).allowed]
        if states:
            found[situation] = "*" if len(states) == len(STATES) else ",".join(states)
    among = {found.get(one) for one in OTHERS}
    if len(among) == 1 and None not in among:
        found = {one: states for one, states in found.items() if one not in OTHERS} | {"others": among.pop()}
    return " ".join(f"{situation}({states})" for situation, states in found.items())


if __name__ == "__main__":
    EXPECTED.write_text(table(), encoding="utf-8")
    sys.stdout.write(f"{EXPECTED}\n")
