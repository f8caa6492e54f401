"""移居 · What the remark and the dates of a row say of a stay abroad that is over."""

from datetime import date

from declare.items.emigration import Emigration, ResidenceAbroad

GIVEN_UP = "已放弃"


def given_up(row: Emigration | ResidenceAbroad) -> bool:
    """Whether the remark says that the right to live abroad was given up."""
    return GIVEN_UP in row.remark


def over(row: ResidenceAbroad, day: date) -> bool:
    """Whether the stay had ended by that day."""
    return row.until is not None and row.until <= day
