"""How long something is kept. The organisation says so each time it destroys; nothing is destroyed by default."""

from dataclasses import dataclass
from datetime import date

SHORTEST = 10
"""Years below which no term is taken: the shorter of the two terms of office records, 10 and 30 years.

机关文件材料归档范围和文书档案保管期限规定（2006年国家档案局令第8号）第七条. It guards against a slip of the finger; which of the
terms holds for these reports, the organisation decides with its archives.
"""


@dataclass(frozen=True, slots=True)
class Terms:
    """Years reports and disclosures are kept; None: not destroyed this time."""

    reports: int | None = None
    disclosures: int | None = None


def kept_since(today: date, years: int) -> date:
    """The first day still kept: a term begins on 1 January after the year something was filed in, and ends with a year."""
    return date(today.year - years, 1, 1)
