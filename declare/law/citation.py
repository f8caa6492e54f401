"""How a legal text and one of its articles are named, in both languages, on a given day."""

from dataclasses import dataclass
from datetime import date

from declare.law.text import Text

NUMERALS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number from 1 to 999 as Chinese law writes it: 十二, 二十, 九十七, 一百零一."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    head = f"{NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        middle = ("" if tens == 1 and not hundreds else NUMERALS[tens]) + "十"
    else:
        middle = "零" if hundreds and units else ""
    return head + middle + (NUMERALS[units] if units else "")


@dataclass(frozen=True, slots=True)
class Citation:
    """One article of one legal text, or a named part of it that is no article (a table of the form).

    `number` and `item` are 0 where there are none; `verified` is false where the article number still has to be confirmed.
    """

    instrument: "Instrument"
    article: str
    verified: bool = True
    number: int = 0
    item: int = 0

    @property
    def key(self) -> str:
        """The short name of the article, the same for ever: R17-4-3, FORM-表18, JS22."""
        parts = (self.number, self.item) if self.number else (self.article,)
        return "-".join([self.instrument.key, *(str(part) for part in parts if part)])

    def in_force(self, day: date) -> bool:
        """Whether the cited text was in force on that day."""
        return self.instrument.in_force(day)

    def named(self) -> Text:
        """The article alone: 第四条（三）, Article 4 (3)."""
        if not self.number:
            return Text(self.article, self.article.replace("表", "table "))
        return Text(self.article, f"Article {self.number} ({self.item})" if self.item else f"Article {self.number}")

    def shown(self) -> Text:
        """The citation as a reader sees it."""
        mark = Text("", "") if self.verified else Text("（条款待核实）", " (article to be confirmed)")
        place = self.named()
        return Text(
            f"{self.instrument.name.zh} {place.zh}".rstrip() + mark.zh,
            f"{self.instrument.name.en}, {place.en}".rstrip(", ") + mark.en,
        )


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal text: its name, and the first and last day it was in force (`until` None: still)."""

    key: str
    name: Text
    since: date
    until: date | None = None
    note: Text | None = None

    def in_force(self, day: date) -> bool:
        """Whether the text was in force on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def article(self, number: int, item: int | None = None, *, verified: bool = True) -> Citation:
        """A citation of article `number`, item `item`: 第三条（二）."""
        suffix = f"（{numeral(item)}）" if item else ""
        return Citation(self, f"第{numeral(number)}条{suffix}", verified, number, item or 0)

    def clause(self, number: int, item: int) -> str:
        """The short name of a clause that a finding resembles: M17-4(2)."""
        return f"{self.key}-{number}({item})"

    def whole(self, part: str = "", *, verified: bool = True) -> Citation:
        """A citation of the text itself, or of a named part of it that is no article (a table, a clause)."""
        return Citation(self, part, verified)
