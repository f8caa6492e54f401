"""期限 · Full years, counted as the form counts them."""

from datetime import MAXYEAR, date, timedelta

from declare.law.counting import add_months

DAY = timedelta(days=1)


def full_year(since: date, until: date) -> bool:
    """满一年 · Whether twelve months lie between the first and the last day, both counted."""
    if until.year - since.year > 1:
        return True
    if since > until or since.year == MAXYEAR:
        return False
    return until >= add_months(since, 12) - DAY
