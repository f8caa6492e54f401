"""The closed lists every definition is written with: privacy, redaction, mode, whom a table covers, how it was answered."""

from enum import Enum, IntEnum, StrEnum
from typing import Self

from declare.law import Text


class Privacy(IntEnum):
    """How closely a field is kept; everything above OPEN is encrypted at rest, SECRET is masked on screen."""

    OPEN = 0
    INTERNAL = 1
    PERSONAL = 2
    SECRET = 3


class Redaction(StrEnum):
    """What an export does with a field unless its profile says otherwise."""

    KEEP = "keep"
    YEAR = "year"
    BAND = "band"
    REGION = "region"
    MASK = "mask"
    PSEUDONYM = "pseudonym"
    DROP = "drop"


OPEN, INTERNAL, PERSONAL, SECRET = Privacy
KEEP, YEAR, BAND, REGION, MASK, PSEUDONYM, DROP = Redaction


class Mode(StrEnum):
    """STATUS tables are reported in full every year, EVENT tables when there was such a matter."""

    STATUS = "status"
    EVENT = "event"


class Covers(StrEnum):
    """Whose matters a table is about."""

    SELF = "self"
    CHILDREN = "children"
    SPOUSE_CHILDREN = "spouse children"
    SPOUSE_CHILDREN_IN_LAW = "spouse children children_spouses"
    COHABITING = "cohabiting"


class State(StrEnum):
    """What a declarant said of a table as a whole."""

    FIRST = "first"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SOME = "some"
    NONE = "none"


class Choice(Enum):
    """A closed list of values: the key that is stored, then the label in both languages."""

    label: Text

    def __new__(cls, key: str, zh: str, en: str) -> Self:
        """One value: its key, its label in Chinese and English."""
        member = object.__new__(cls)
        member._value_ = key
        member.label = Text(zh, en)
        return member
