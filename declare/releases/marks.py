"""The marks of a person, read off the card and the unit: coarse from the start."""

from declare.accounts.cards import PersonCard
from declare.items import divisions
from declare.items.kinds.identity import born_on
from declare.law import Text
from declare.releases.classes import Marks

BANDS = (
    ("总监", Text("总监", "Director general")),
    ("指挥长", Text("指挥长", "Commander")),
    ("指挥员", Text("指挥员", "Officer")),
    ("厅", Text("厅局级", "Department level")),
    ("处", Text("县处级", "Division level")),
    ("科", Text("乡科级", "Section level")),
)
"""Grade bands by a word of the grade, the first that fits."""

OTHER = Text("其他", "Other")


def marks_of(card: PersonCard, *, unit: str, region: str) -> Marks:
    """The marks of one person."""
    born = born_on(card.id_number)
    decade = f"{born.year // 10 * 10}" if born else ""
    return Marks(unit, band(card.grade), card.sex, decade, region)


def band(grade: str) -> str:
    """The band of a grade, by its Chinese word; empty where no grade is known."""
    return next((label.zh for word, label in BANDS if word in grade), OTHER.zh if grade else "")


def place(region: str) -> str:
    """A region as an export names it: the prefecture."""
    code = divisions.prefecture_of(region) if region else ""
    return code or region
