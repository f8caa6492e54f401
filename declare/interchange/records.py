"""What a line of an interchange file says: a unit, a person, a declaration, a disclosure, an extract, a work record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from declare.interchange.declaration import read_declaration
from declare.interchange.fields import choice, day, only, required, text
from declare.items.disclosures import DISCLOSURES
from declare.items.filing import Filing
from declare.items.profile import Basic
from declare.items.reading import Unreadable, read_as, read_entry
from declare.items.registries import REGISTRIES
from declare.items.spec import Entry, Table
from declare.items.work import WORK
from declare.law import Text

ROLES = (
    "declarant",
    "personnel",
    "unit_head",
    "reviewer",
    "discipline_lead",
    "auditor",
    "releasing_officer",
    "system_admin",
    "security_admin",
    "audit_admin",
)
UNIT_KEYS = ("type", "ref", "code", "name", "parent", "region", "site")
NOT_ROLES = Text("应为角色的数组，每个角色是 {choices} 之一。", "must be an array of roles, each one of {choices}.")

_DISCLOSURES = {table.key: table for table in DISCLOSURES}
_REGISTRIES = {table.key: table for table in REGISTRIES}
_WORK = {table.key: table for table in WORK}


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit: its code and name, the unit above it, its region, the place whose local numbers hold there."""

    code: str
    name: str
    parent: str
    region: str
    site: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person of a unit, the body that manages them, and the roles asked for."""

    basic: Basic
    managed_by: str
    roles: tuple[str, ...]
    ref: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureRecord:
    """One disclosure, of the kind its table names."""

    table: Table
    declarant: str
    filed_on: date
    entry: Entry
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ExtractRecord:
    """One row another authority handed over."""

    table: Table
    received: date | None
    row: Entry
    ref: str = ""


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """One record of the work around the filings."""

    table: Table
    row: Entry
    ref: str = ""


AnyRecord = UnitRecord | PersonRecord | Filing | DisclosureRecord | ExtractRecord | WorkRecord


def read_record(found: Mapping[str, Any]) -> AnyRecord:
    """One line as its record; raises Unreadable naming the field."""
    return _READERS[choice(required(text(found, "type"), "type"), "type", list(_READERS))](found)


def _unit(found: Mapping[str, Any]) -> UnitRecord:
    """A unit record."""
    only(found, UNIT_KEYS)
    told = {key: text(found, key) for key in UNIT_KEYS if key != "type"}
    required(told["code"], "code")
    required(told["name"], "name")
    return UnitRecord(**told)


def _person(found: Mapping[str, Any]) -> PersonRecord:
    """A person record: the fields of the declarant, and what only this record has."""
    apart = ("type", "ref", "managed_by", "roles")
    basic = read_as(Basic, {key: value for key, value in found.items() if key not in apart})
    required(basic.id_number, "id_number")
    return PersonRecord(basic, text(found, "managed_by"), _roles(found.get("roles")), text(found, "ref"))


def _roles(found: object) -> tuple[str, ...]:
    """The roles asked for; a declarant where none is named."""
    if found is None or found == "":
        return ("declarant",)
    if not isinstance(found, list) or any(role not in ROLES for role in found):
        raise Unreadable("roles", NOT_ROLES.filled(choices=" ".join(ROLES)))
    return tuple(dict.fromkeys(found))


def _disclosure(found: Mapping[str, Any]) -> DisclosureRecord:
    """A disclosure record; the field `kind` of the form travels as `kind_of`."""
    table = _named(found, "kind", _DISCLOSURES)
    declarant = required(text(found, "declarant"), "declarant")
    filed_on = required(day(found, "filed_on"), "filed_on")
    entry = read_entry(table, _without(found, "type", "ref", "kind", "declarant", "filed_on"))
    return DisclosureRecord(table, declarant, filed_on, entry, text(found, "ref"))


def _extract(found: Mapping[str, Any]) -> ExtractRecord:
    """A row of a registry extract."""
    table = _named(found, "registry", _REGISTRIES)
    row = read_entry(table, _without(found, "type", "ref", "registry", "received"))
    return ExtractRecord(table, day(found, "received"), row, text(found, "ref"))


def _work(found: Mapping[str, Any]) -> WorkRecord:
    """A work record."""
    table = _named(found, "kind", _WORK)
    return WorkRecord(table, read_entry(table, _without(found, "type", "ref", "kind")), text(found, "ref"))


def _named(found: Mapping[str, Any], key: str, tables: Mapping[str, Table]) -> Table:
    """The table a record names itself by."""
    return tables[choice(required(text(found, key), key), key, list(tables))]


def _without(found: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """The fields of a record without those of its envelope."""
    return {key: value for key, value in found.items() if key not in keys}


_READERS: dict[str, Callable[[Mapping[str, Any]], AnyRecord]] = {
    "unit": _unit,
    "person": _person,
    "declaration": read_declaration,
    "disclosure": _disclosure,
    "registry": _extract,
    "work": _work,
}
