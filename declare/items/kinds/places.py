"""Countries, currencies, divisions and addresses."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Annotated, ClassVar

from declare.items import divisions
from declare.items.folding import folded, folded_address
from declare.items.kind import Names, Wrong
from declare.items.kinds.text import TextKind
from declare.items.vocabulary import REGION
from declare.law import Lang, Text

HOME = "CN"
SEPARATORS = re.compile(r"[\s,，、;；/]+")
SIX_DIGITS = re.compile(r"[0-9]{6}")
ALIASES = {"香港": "HK", "澳门": "MO", "台湾": "TW", "美利坚合众国": "US", "大不列颠及北爱尔兰联合王国": "GB", "usa": "US",
           "uk": "GB", "中华人民共和国": "CN", "hongkong": "HK", "macao": "MO", "macau": "MO", "taiwan": "TW"}  # fmt: skip
NOWHERE = Text("地区不详", "region unknown")


@cache
def listed(table: str) -> dict[str, Text]:
    """A bundled list of codes with their names: `countries` or `currencies`."""
    text = files("declare.items").joinpath(f"data/{table}.csv").read_text(encoding="utf-8")
    return {row["code"]: Text(row["zh"], row["en"]) for row in csv.DictReader(text.splitlines())}


@cache
def codes_by_name(table: str) -> dict[str, str]:
    """The codes of a bundled list by folded code and name."""
    found = {folded(name): code for code, names in listed(table).items() for name in (code, *names)}
    return found | ALIASES if table == "countries" else found


@cache
def unspaced_names(table: str) -> dict[str, str]:
    """The same without the marks that stand between several names."""
    return {SEPARATORS.sub("", name): code for name, code in codes_by_name(table).items()}


def abroad(country: str) -> bool:
    """Whether a country code means outside mainland China; Hong Kong, Macao and Taiwan do, nothing given does not."""
    return country not in ("", HOME) and country.strip().upper() not in ("", HOME)


class ListedKind(TextKind):
    """A code of an international list, chosen by its name."""

    widget = "listed"
    table: ClassVar[str] = "countries"
    unknown: ClassVar[Text] = Text(
        "没有这个国家或地区，请从列表中选择。", "There is no such country or region: choose one."
    )

    @property
    def options(self) -> dict[str, Text]:
        """Every code with its names."""
        return listed(self.table)

    def clean(self, typed: str) -> str:
        """The code behind a code or a name in either language."""
        code = codes_by_name(self.table).get(folded(typed))
        if code is None:
            raise Wrong(self.unknown)
        return code

    def check(self, value: str) -> Text | None:
        """Whether the code is on the list."""
        return None if value.upper() in listed(self.table) else self.unknown

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """The name; the code itself where it is on no list."""
        name = listed(self.table).get(value.upper())
        return name.to(lang) if name else value


class CountryKind(ListedKind):
    """A country or region of ISO 3166-1."""

    name = "country"


class CurrencyKind(ListedKind):
    """A currency of ISO 4217."""

    name = "currency"
    table = "currencies"
    unknown = Text("没有这个币种，请从列表中选择。", "There is no such currency: choose one.")


class CountriesKind(CountryKind):
    """Several countries or regions, their codes separated by commas; they travel as text."""

    name = "text"
    widget = "several_listed"

    def clean(self, typed: str) -> str:
        """The codes, each once, in the order given; names of several words are taken whole."""
        words, codes = [word for word in SEPARATORS.split(typed) if word], []
        while words:
            taken = next((end for end in range(len(words), 1, -1) if self.named(words[:end])), 1)
            codes.append(super().clean(self.named(words[:taken]) or words[0]))
            words = words[taken:]
        return ",".join(dict.fromkeys(codes))

    def named(self, words: list[str]) -> str:
        """The code of the country these words are the name of, "" where there is none."""
        return unspaced_names(self.table).get(folded("".join(words)), "")

    def check(self, value: str) -> Text | None:
        """Whether every code is on the list."""
        known = all(code.upper() in listed(self.table) for code in SEPARATORS.split(value) if code)
        return None if known else self.unknown

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """The names, 、 or comma between."""
        shown = (
            super(CountriesKind, self).show(code, lang=lang, names=names) for code in SEPARATORS.split(value) if code
        )
        return Text("、", ", ").to(lang).join(shown)

    def same(self, one: str, other: str) -> bool:
        """Whether the same places are named, whatever the order."""
        return set(SEPARATORS.split(folded(one))) == set(SEPARATORS.split(folded(other)))


class RegionKind(TextKind):
    """A division of GB/T 2260 by its six digits."""

    name = "region"
    widget = "region"
    reductions = TextKind.reductions | {REGION}

    def clean(self, typed: str) -> str:
        """The six digits, or those behind a name that only one division bears."""
        text = folded(typed)
        if SIX_DIGITS.fullmatch(text):
            return text
        codes = divisions.by_name().get(text, ())
        if len(codes) != 1:
            raise Wrong(
                Text(
                    "请写明省、市、县（区）全称，如江苏省南京市。",
                    "Give province and prefecture in full, such as “江苏省南京市”.",
                )
            )
        return codes[0]

    def check(self, value: str) -> Text | None:
        """Six digits of a known prefecture; counties come and go."""
        if SIX_DIGITS.fullmatch(value) and divisions.known(value):
            return None
        return Text("没有这个行政区划，请核对。", "There is no such division.")

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """The whole name; the code itself where it is unknown."""
        return divisions.name_of(value) or value

    def coarse(self, value: str, *, lang: Lang) -> str:
        """The first four digits and the name of the prefecture."""
        name = divisions.prefecture_of(value)
        return f"{value[:4]} {name}" if name else NOWHERE.to(lang)

    def same(self, one: str, other: str) -> bool:
        """Whether both are the same code."""
        return folded(one) == folded(other)


class RegionsKind(RegionKind):
    """Several divisions, their codes separated by commas; they travel as text."""

    name = "text"
    widget = "several_regions"

    def clean(self, typed: str) -> str:
        """The codes, each once, in the order given."""
        parts = (part for part in SEPARATORS.split(typed) if part)
        return ",".join(dict.fromkeys(super(RegionsKind, self).clean(part) for part in parts))

    def check(self, value: str) -> Text | None:
        """The first code that is unknown."""
        faults = (super(RegionsKind, self).check(code) for code in SEPARATORS.split(value) if code)
        return next((fault for fault in faults if fault), None)

    def show(self, value: str, *, lang: Lang, names: Names) -> str:
        """The whole names, 、 between."""
        shown = (
            super(RegionsKind, self).show(code, lang=lang, names=names) for code in SEPARATORS.split(value) if code
        )
        return "、".join(shown)

    def coarse(self, value: str, *, lang: Lang) -> str:
        """The prefectures, each once."""
        coarse = (super(RegionsKind, self).coarse(code, lang=lang) for code in SEPARATORS.split(value) if code)
        return "、".join(dict.fromkeys(coarse)) or NOWHERE.to(lang)

    def same(self, one: str, other: str) -> bool:
        """Whether the same divisions are named, whatever the order."""
        return set(SEPARATORS.split(folded(one))) == set(SEPARATORS.split(folded(other)))


class AddressKind(TextKind):
    """A street address."""

    name = "address"
    index = "address"
    reductions = TextKind.reductions | {REGION}

    def mask(self, value: str) -> str:
        """Nothing of it."""
        return "••••••"

    def coarse(self, value: str, *, lang: Lang) -> str:
        """The first four digits and the name of the prefecture the address begins with."""
        code, _ = divisions.located(folded(value))
        return f"{code[:4]} {divisions.prefecture_of(code)}" if code else NOWHERE.to(lang)

    def trace(self, value: str) -> str:
        """The address as it is compared."""
        return folded_address(value)

    def same(self, one: str, other: str) -> bool:
        """Whether two addresses read the same: 省/市 prefixes, 栋/幢, 号/# apart."""
        return one == other or folded_address(one) == folded_address(other)


Country = Annotated[str, CountryKind()]
Countries = Annotated[str, CountriesKind()]
Currency = Annotated[str, CurrencyKind()]
Region = Annotated[str, RegionKind()]
Regions = Annotated[str, RegionsKind()]
Address = Annotated[str, AddressKind()]
