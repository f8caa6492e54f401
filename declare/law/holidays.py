"""Days off and make-up working days as the General Office of the State Council announced them for each year.

Compared with the announcements 国办发明电〔2022〕16号, 国办发明电〔2023〕7号, 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号
through the table of the open package chinesecalendar 1.11.0. A year without an announcement counts weekends alone.
"""

from datetime import date

DAYS_OFF = {
    2023: "0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006",
    2024: "0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007",
    2025: "0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008",
    2026: "0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007",
}
"""Weekdays on which nobody works, as month and day."""

MADE_UP = {
    2023: "0128 0129 0423 0506 0625 1007 1008",
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
"""Saturdays and Sundays on which everybody works."""


def _days(table: dict[int, str]) -> frozenset[date]:
    """A table as dates."""
    return frozenset(date(year, int(day[:2]), int(day[2:])) for year, days in table.items() for day in days.split())


_OFF, _WORKED = _days(DAYS_OFF), _days(MADE_UP)


def announced(year: int) -> bool:
    """Whether the table has this year; without it only weekends are counted, and whoever shows the result says so."""
    return year in DAYS_OFF


def is_working_day(day: date) -> bool:
    """Whether offices work on that day."""
    return day in _WORKED or (day.weekday() < 5 and day not in _OFF)
