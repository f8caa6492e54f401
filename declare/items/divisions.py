"""Provinces, prefectures and counties by their GB/T 2260 codes: information, never a reason to refuse a number."""

import csv
from functools import cache
from importlib.resources import files

MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
SUFFIXES = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")


@cache
def divisions() -> dict[str, str]:
    """Every code with its own name."""
    text = files("declare.items").joinpath("data/regions.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(text.splitlines())}


def known(code: str) -> bool:
    """Whether the code or its prefecture is known; a municipality has no prefectures of its own."""
    near = f"{code[:2]}0000" if code[:2] in MUNICIPALITIES else f"{code[:4]}00"
    return code in divisions() or near in divisions()


def province_of(code: str) -> str:
    """The name of the province a code lies in, "" where there is none."""
    return divisions().get(f"{code[:2]}0000", "")


def prefecture_of(code: str) -> str:
    """Province and prefecture of a code: 江苏省南京市; the province alone where it has no prefecture."""
    province = province_of(code)
    if code[:2] in MUNICIPALITIES or code[2:4] == "00":
        return province
    return province + divisions().get(f"{code[:4]}00", "") if province else ""


def name_of(code: str) -> str:
    """The whole name of a code: 江苏省南京市玄武区; "" where no part of it is known."""
    own = divisions().get(code, "") if code[4:] != "00" else ""
    return prefecture_of(code) + own


def short(name: str) -> str:
    """A province's or prefecture's name without what it is: 江苏, 南京, 广西."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def provinces() -> tuple[str, ...]:
    """The short names of the provinces that have prefectures."""
    return tuple(
        short(name) for code, name in divisions().items() if code.endswith("0000") and code[:2] not in MUNICIPALITIES
    )


@cache
def by_name() -> dict[str, tuple[str, ...]]:
    """Codes by every name a person may give: whole, without the province, and for prefectures without 市."""
    named: dict[str, list[str]] = {}
    for code, own in divisions().items():
        whole = name_of(code)
        names = {whole, own, whole.removeprefix(province_of(code)) or own}
        if code.endswith("00"):
            names |= {short(own), short(province_of(code)) + own, short(province_of(code)) + short(own)}
        for name in names:
            named.setdefault(name, []).append(code)
    return {name: tuple(sorted(codes)) for name, codes in named.items()}


@cache
def openings() -> dict[str, str]:
    """What an address may begin with, and the code it stands for: provinces and prefectures, in full or short."""
    found: dict[str, str] = {}
    for code, own in divisions().items():
        if code.endswith("0000"):
            found |= {own: code, short(own): code}
        elif code.endswith("00"):
            province = province_of(code)
            found |= {start + end: code for start in (province, short(province), "") for end in (own, short(own))}
    return found


@cache
def lengths() -> dict[str, tuple[int, ...]]:
    """How long the openings are that share their first two characters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in openings():
        found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def counties(code: str) -> tuple[str, ...]:
    """The names of all counties in a province or prefecture."""
    within = code[:2] if code.endswith("0000") else code[:4]
    return tuple(own for other, own in divisions().items() if other.startswith(within) and other[4:] != "00")


def located(address: str) -> tuple[str, str]:
    """The prefecture (or province) an address begins with, as its code, and the rest of the address.

    A bare short name counts only before one of its own counties: 朝阳区 and 南京路 name no prefecture.
    """
    for length in lengths().get(address[:2], ()):
        code = openings().get(address[:length])
        if code is None:
            continue
        name, rest = address[:length], address[length:]
        own = divisions()[code]
        if name == own or name != short(own) or rest.startswith(counties(code)):
            return code, rest
    return "", address
