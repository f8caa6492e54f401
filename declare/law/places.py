"""Local rules on gifts, weddings and other family occasions: each place has its own numbers, none is national.

They apply once an organisation has chosen its place; the days are the first of the year the rule was read of.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from declare.law.citation import Citation
from declare.law.conduct import HUNAN13, HUNAN95, LOCAL
from declare.law.counting import days_before, deadline_days, deadline_working_days, working_days_before
from declare.law.dated import Dated
from declare.law.thresholds import GIFT_HAND_OVER

CHECKED = "2026-11-01"

_KINDS_OF_REGION = re.compile("省|壮族自治区|回族自治区")


@dataclass(frozen=True, slots=True)
class CeremonyLimits:
    """What one place sets for family occasions; None: it sets nothing there.

    Terms before and after in days or working days, sizes of weddings (`other_`: of other celebrations) in persons and
    tables, cars, and in 元 what one person who is no relative may give (0: nothing).
    """

    persons: int | None = None
    tables: int | None = None
    joint_persons: int | None = None
    joint_tables: int | None = None
    other_persons: int | None = None
    other_tables: int | None = None
    before_working_days: int | None = None
    before_days: int | None = None
    after_working_days: int | None = None
    after_days: int | None = None
    funeral_after_days: int | None = None
    cars: int | None = None
    cash_from_non_relatives: int | None = None

    def tables_for(self, *, joint: bool, wedding: bool = True) -> int | None:
        """How many tables a wedding, or another celebration, may have."""
        if not wedding:
            return self.other_tables
        return self.joint_tables if joint else self.tables

    def persons_for(self, *, joint: bool, wedding: bool = True) -> int | None:
        """How many persons a wedding, or another celebration, may have."""
        if not wedding:
            return self.other_persons
        return self.joint_persons if joint else self.persons

    def report_before(self, event: date) -> date | None:
        """The last day to report an event beforehand."""
        if self.before_working_days is not None:
            return working_days_before(event, self.before_working_days)
        return None if self.before_days is None else days_before(event, self.before_days)

    def report_after(self, event: date, *, funeral: bool = False) -> date | None:
        """The last day to report an event afterwards; some places give a term for funerals alone."""
        if funeral and self.funeral_after_days is not None:
            return deadline_days(event, self.funeral_after_days)
        if self.after_working_days is not None:
            return deadline_working_days(event, self.after_working_days)
        return None if self.after_days is None else deadline_days(event, self.after_days)


def _limits(place: str, since: str, limits: CeremonyLimits, *, basis: Citation) -> Dated[CeremonyLimits]:
    """The limits of one place as a dated threshold."""
    return Dated(f"ceremony.{place}", {since: limits}, basis=basis, checked=CHECKED)


def _local(place: str, limits: CeremonyLimits, *, since: str = "2014-01-01") -> tuple[str, Dated[CeremonyLimits]]:
    """The limits of a place whose own text is known second-hand."""
    return place, _limits(place, since, limits, basis=LOCAL.whole(place, verified=False))


_SIZES = {"persons": 200, "tables": 20, "joint_persons": 300, "joint_tables": 30}

CEREMONIES: dict[str, Dated[CeremonyLimits]] = {
    "湖南": _limits("湖南", "2013-01-01", CeremonyLimits(**_SIZES, cash_from_non_relatives=0), basis=HUNAN13.whole()),
    **dict(
        (
            _local("广西", CeremonyLimits(persons=100, tables=10, joint_persons=150, joint_tables=15)),
            _local(
                "广西蒙山",
                CeremonyLimits(
                    **_SIZES,
                    other_persons=120,
                    other_tables=12,
                    before_working_days=10,
                    after_working_days=10,
                    cars=5,
                ),
            ),
            _local("宝鸡", CeremonyLimits(**_SIZES, before_working_days=5, after_days=10)),
            _local("融安", CeremonyLimits(tables=26, before_working_days=3, cash_from_non_relatives=100)),
            _local("泉州", CeremonyLimits(tables=15, joint_tables=25, cars=5)),
            _local("宁夏贺兰", CeremonyLimits(persons=100, tables=10, before_days=7, funeral_after_days=7)),
            _local("盱眙地税", CeremonyLimits(tables=10, before_days=10, funeral_after_days=15), since="2016-01-01"),
            _local("安吉", CeremonyLimits(**_SIZES)),
        )
    ),
}
"""The limits by place; a site that is not here has none."""

NAMES: Mapping[str, str] = {
    "蒙山": "广西蒙山",
    "广西融安": "融安",
    "陕西宝鸡": "宝鸡",
    "福建泉州": "泉州",
    "贺兰": "宁夏贺兰",
    "盱眙": "盱眙地税",
    "江苏盱眙": "盱眙地税",
    "浙江安吉": "安吉",
}
"""Other names under which a place may be chosen."""

GIFTS: dict[str, Dated[int]] = {
    "湖南": Dated(
        "domestic_gift.hand_over.湖南", {"1995-01-01": 200}, basis=HUNAN95.whole(verified=False), checked=CHECKED
    ),
}
"""From which value on, in 元, a gift is handed over where a place has its own number."""


def ceremonies_at(place: str) -> Dated[CeremonyLimits] | None:
    """The limits of a place, or of the one whose name it begins with; None where it has none or no place is chosen."""
    name = _known_as(place)
    return CEREMONIES.get(name) if name else None


def gift_hand_over_at(place: str) -> Dated[int]:
    """From which value on a gift is handed over: the number of the place, else that of central organs."""
    return GIFTS.get(_known_as(place), GIFT_HAND_OVER)


def limit_at(place: str, key: str) -> Dated[int] | None:
    """One number of a place as a threshold of its own, None where the place does not set it."""
    return _SINGLE.get((_known_as(place), key))


def limits_named(*keys: str) -> tuple[Dated[int], ...]:
    """These numbers of all places."""
    return tuple(dated for (_, key), dated in _SINGLE.items() if key in keys)


def _known_as(place: str) -> str:
    """The name a place has here: its own or another one, or the longest that its name begins with; "" for a stranger."""
    typed = _KINDS_OF_REGION.sub("", place.strip(), count=1)
    found = [name for name in (*CEREMONIES, *NAMES) if typed.startswith(name)]
    longest = max(found, key=len, default="")
    return NAMES.get(longest, longest)


def _single() -> dict[tuple[str, str], Dated[int]]:
    """Every number of every place as a threshold of its own."""
    found: dict[tuple[str, str], Dated[int]] = {}
    for place, dated in CEREMONIES.items():
        values = {step.since.isoformat(): asdict(step.value) for step in dated.steps}
        for key in CeremonyLimits.__slots__:
            steps = {since: limits[key] for since, limits in values.items() if limits[key] is not None}
            if steps:
                found[place, key] = Dated(f"ceremony.{place}.{key}", steps, basis=dated.basis, checked=CHECKED)
    return found


_SINGLE = _single()
