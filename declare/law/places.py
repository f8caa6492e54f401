"""Local rules on weddings and other family occasions: no number is national, each place has its own.

They apply once an organisation has chosen its place; the days are the first of the year the rule was read of.
"""

from dataclasses import dataclass

from declare.law.citation import Citation
from declare.law.conduct import HUNAN13, LOCAL
from declare.law.dated import Dated

CHECKED = "2026-11-01"


@dataclass(frozen=True, slots=True)
class CeremonyLimits:
    """What one place sets for weddings; None: it sets nothing there.

    Terms before and after in days or working days, sizes in persons, tables and cars, cash in 元.
    """

    persons: int | None = None
    tables: int | None = None
    joint_persons: int | None = None
    joint_tables: int | None = None
    before_working_days: int | None = None
    after_working_days: int | None = None
    after_days: int | None = None
    cars: int | None = None
    cash_from_non_relatives: int | None = None

    def tables_for(self, *, joint: bool) -> int | None:
        """How many tables a wedding may have."""
        return self.joint_tables if joint else self.tables

    def persons_for(self, *, joint: bool) -> int | None:
        """How many persons a wedding may have."""
        return self.joint_persons if joint else self.persons


def _limits(place: str, since: str, limits: CeremonyLimits, *, basis: Citation) -> Dated[CeremonyLimits]:
    """The limits of one place as a dated threshold."""
    return Dated(f"ceremony.{place}", {since: limits}, basis=basis, checked=CHECKED)


_SIZES = {"persons": 200, "tables": 20, "joint_persons": 300, "joint_tables": 30}

CEREMONIES: dict[str, Dated[CeremonyLimits]] = {
    "湖南": _limits("湖南", "2013-01-01", CeremonyLimits(**_SIZES, cash_from_non_relatives=0), basis=HUNAN13.whole()),
    "广西": _limits(
        "广西",
        "2014-01-01",
        CeremonyLimits(persons=100, tables=10, joint_persons=150, joint_tables=15),
        basis=LOCAL.whole("广西"),
    ),
    "广西蒙山": _limits(
        "广西蒙山",
        "2014-01-01",
        CeremonyLimits(**_SIZES, before_working_days=10, after_working_days=10, cars=5),
        basis=LOCAL.whole("蒙山"),
    ),
    "宝鸡": _limits(
        "宝鸡",
        "2014-01-01",
        CeremonyLimits(**_SIZES, before_working_days=5, after_days=10),
        basis=LOCAL.whole("宝鸡"),
    ),
    "融安": _limits(
        "融安",
        "2014-01-01",
        CeremonyLimits(tables=26, before_working_days=3, cash_from_non_relatives=100),
        basis=LOCAL.whole("融安"),
    ),
    "泉州": _limits(
        "泉州", "2014-01-01", CeremonyLimits(tables=15, joint_tables=25, cars=5), basis=LOCAL.whole("泉州")
    ),
}
"""The limits by place; a site that is not here has none."""


def ceremonies_at(place: str) -> Dated[CeremonyLimits] | None:
    """The limits of a place, None where it has none or no place is chosen."""
    return CEREMONIES.get(place.strip())
