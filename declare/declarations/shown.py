"""Rows and values as a person reads them, in the language of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from declare.items.spec import Entry, Field, Table
from declare.law import Lang
from declare.web.values import day, value

__all__ = ["HEADLINES", "Shown", "day", "fields", "row", "rows", "value"]

HEADLINES: dict[str, tuple[str, ...]] = {
    "family": ("relation", "name", "born"),
    "marriage": ("state", "change_date"),
    "passports": ("number", "expires"),
    "trips_abroad": ("left", "returned", "countries"),
    "permits": ("kind", "number"),
    "trips_hkmt": ("left", "returned", "place"),
    "child_marriage_foreign": ("child", "spouse_name", "country"),
    "child_marriage_hkmt": ("child", "spouse_name", "place"),
    "emigration": ("who", "country", "kind"),
    "residence_abroad": ("who", "country", "since"),
    "employment": ("who", "employer", "post", "employer_kind"),
    "criminal_liability": ("who", "stage", "since"),
    "wages": ("total",),
    "labour_income": ("total",),
    "real_estate": ("kind", "address", "area"),
    "stocks": ("holder", "name", "value"),
    "funds": ("holder", "name", "value"),
    "insurance": ("holder", "product", "paid"),
    "businesses": ("who", "company", "kind"),
    "deposits_abroad": ("holder", "bank", "amount", "currency"),
    "investments_abroad": ("holder", "kind", "country"),
}
"""The fields that tell one row of a table from another."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of a table: its place, the line it is known by, and every field that was given."""

    at: int
    headline: str
    fields: list[tuple[str, str]]


def rows(table: Table, entries: tuple[Entry, ...], *, lang: Lang, names: Mapping[str, str]) -> list[Shown]:
    """The rows of a table."""
    return [row(table, entry, at, lang=lang, names=names) for at, entry in enumerate(entries)]


def row(table: Table, entry: Entry, at: int, *, lang: Lang, names: Mapping[str, str]) -> Shown:
    """One row of a table."""
    given = {
        field.key: (field.label.to(lang), value(field, getattr(entry, field.key), lang=lang, names=names))
        for field in fields(table)
        if getattr(entry, field.key) not in (None, "", ())
    }
    wanted = HEADLINES.get(table.key, table.keys[:3])
    headline = " · ".join(given[key][1] for key in wanted if key in given)
    return Shown(at, headline, list(given.values()))


def fields(table: Table) -> Iterator[Field]:
    """The fields of a table that say something to a person; keys of the family do not."""
    return (field for field in table.fields if table.key != "family" or field.key not in ("key", "spouse_of"))
