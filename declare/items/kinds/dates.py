"""Days and months."""

import re
import unicodedata
from datetime import date
from typing import Annotated

from declare.items.kind import Kind, Names, Wrong
from declare.items.vocabulary import YEAR
from declare.law import Lang, Text

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")
ENGLISH_DAY = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
MONTH = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*月?|(\d{4})(\d{2})")
ENGLISH_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,?\s+(\d{4})")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
FIRST_YEAR, LAST_YEAR = 1900, 2100

NO_SUCH_DAY = Text("没有这一天，请按“年-月-日”填写，如2025-05-02。", "There is no such day. Enter it as 2025-05-02.")
NO_SUCH_MONTH = Text("请按“年-月”填写，如2025-05。", "Enter year and month as 2025-05.")
YEAR_OUT_OF_RANGE = Text("年份应在1900至2100之间，请核对。", "The year must lie between 1900 and 2100.")


def month_named(word: str) -> int:
    """The number of an English month, whole or cut to three letters; 0 where there is none."""
    return next((at for at, name in enumerate(MONTHS, 1) if word.lower() in (name.lower(), name[:3].lower())), 0)


class DayKind(Kind[date]):
    """A day of the calendar."""

    name = "date"
    widget = "date"
    reductions = Kind.reductions | {YEAR}

    def clean(self, typed: str) -> date:
        """2025-05-02, 2025年5月2日, 2025/5/2, 2025.5.2, 20250502, 2 May 2025; the year has four digits."""
        text = unicodedata.normalize("NFKC", typed).strip()
        try:
            if found := DAY.fullmatch(text):
                year, month, day = (part for part in found.groups() if part)
                return date(int(year), int(month), int(day))
            if found := ENGLISH_DAY.fullmatch(text):
                return date(int(found[3]), month_named(found[2]), int(found[1]))
        except ValueError as error:
            raise Wrong(NO_SUCH_DAY) from error
        raise Wrong(NO_SUCH_DAY)

    def read(self, value: object) -> date:
        """A JSON string YYYY-MM-DD."""
        if not isinstance(value, str):
            raise Wrong(
                Text('应为日期字符串，如"2025-05-02"。', 'must be a date as a JSON string, such as "2025-05-02".')
            )
        try:
            if ISO_DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise Wrong(Text('无法读作日期，应如"2025-05-02"。', 'cannot be read as a date such as "2025-05-02".'))

    def write(self, value: date) -> str:
        """YYYY-MM-DD"""
        return value.isoformat()

    def check(self, value: date) -> Text | None:
        """Whether the year is out of all reason."""
        return None if FIRST_YEAR <= value.year <= LAST_YEAR else YEAR_OUT_OF_RANGE

    def show(self, value: date, *, lang: Lang, names: Names) -> str:
        """2025年5月2日, 2 May 2025"""
        if lang == "en":
            return f"{value.day} {MONTHS[value.month - 1]} {value.year:04}"
        return f"{value.year:04}年{value.month}月{value.day}日"

    def coarse(self, value: date, *, lang: Lang) -> str:
        """The year."""
        return str(value.year)

    def trace(self, value: date) -> str:
        """YYYY-MM-DD"""
        return value.isoformat()


class MonthKind(Kind[str]):
    """A month of a year, kept as YYYY-MM."""

    name = "month"
    widget = "month"
    empty = ""
    reductions = Kind.reductions | {YEAR}

    def clean(self, typed: str) -> str:
        """2025-05, 2025年5月, 2025/5, 202505, May 2025."""
        text = unicodedata.normalize("NFKC", typed).strip()
        year, month = 0, 0
        if found := MONTH.fullmatch(text):
            year, month = (int(part) for part in found.groups() if part)
        elif found := ENGLISH_MONTH.fullmatch(text):
            year, month = int(found[2]), month_named(found[1])
        if not 1 <= month <= 12:
            raise Wrong(NO_SUCH_MONTH)
        return f"{year:04}-{month:02}"

    def read(self, value: object) -> str:
        """A JSON string YYYY-MM."""
        if not isinstance(value, str):
            raise Wrong(Text('应为年月字符串，如"2025-05"。', 'must be a month as a JSON string, such as "2025-05".'))
        if not ISO_MONTH.fullmatch(value):
            raise Wrong(Text('无法读作年月，应如"2025-05"。', 'cannot be read as a month such as "2025-05".'))
        return value

    def check(self, value: str) -> Text | None:
        """Whether the year is out of all reason."""
        return None if FIRST_YEAR <= int(value[:4]) <= LAST_YEAR else YEAR_OUT_OF_RANGE

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """2025年5月, May 2025"""
        year, month = value[:4], int(value[5:])
        return f"{MONTHS[month - 1]} {year}" if lang == "en" else f"{year}年{month}月"

    def coarse(self, value: str, *, lang: Lang) -> str:
        """The year."""
        return value[:4]


Day = Annotated[date | None, DayKind()]
Month = Annotated[str, MonthKind()]
